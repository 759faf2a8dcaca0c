import { isBlankForm } from '@sur-mesure/functions/domain/forms/blank';
import type { FormChange } from '@sur-mesure/functions/domain/forms/change';
import type { Form, FormName } from '@sur-mesure/functions/domain/forms/form';
import type { FormFile } from '@sur-mesure/functions/domain/forms/views';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { BlankForm } from '../../common/form/BlankForm.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { returnToTop } from '../../common/page/address.ts';
import { ByWhom } from '../versions/ByWhom.tsx';
import { useWritten } from '../versions/useWritten.tsx';
import { FormEditor } from './FormEditor.tsx';
import { FormHistory } from './FormHistory.tsx';
import { FormReading } from './FormReading.tsx';

interface FormPageProps {
  readonly name: FormName;
  readonly uid: string;
}

/** One form: in force, being changed, and as it was. */
export function FormPage({ name, uid }: FormPageProps) {
  const [version, setVersion] = useState<number | null>(null);
  const [begunFrom, setBegunFrom] = useState<Form>();
  const loading = useView({ name: 'formFile', form: name, version });
  const { notices, onDone, onStale } = useWritten(loading.refresh);
  const show = (asked: number | null) => {
    setVersion(asked);
    returnToTop();
  };
  return (
    <div class="stack stack-loose">
      <p>
        <a href="/equipe?vue=formulaires">← Tous les formulaires</a>
      </p>
      {notices}
      <Loaded loading={loading}>
        {(file) => (
          <>
            <LastChange form={file.form} change={file.history[0]} />
            {file.earlier === null ? (
              <Present
                // A version published meanwhile, here or elsewhere, is begun from anew: what was typed is kept, and asked about.
                key={`${file.form.version} ${begunFrom?.version}`}
                {...{ file, uid, show, begunFrom, onStale }}
                done={(message) => {
                  setBegunFrom(undefined);
                  onDone(message);
                }}
              />
            ) : (
              <Earlier
                {...{ file, show }}
                earlier={file.earlier}
                onBegin={(form) => {
                  setBegunFrom(form);
                  show(null);
                }}
              />
            )}
            <FormHistory history={file.history} inForce={file.form.version} show={show} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function LastChange({ form, change }: { readonly form: Form; readonly change: FormChange | undefined }) {
  if (change === undefined) {
    return (
      <p class="lead">
        « {form.title} », version {form.version} : celle de la mise en place. Personne ne l’a encore changée.
      </p>
    );
  }
  return (
    <p class="lead">
      « {form.title} », version {form.version}, publiée <ByWhom change={change} />
    </p>
  );
}

interface PresentProps {
  readonly file: FormFile;
  readonly uid: string;
  /** An earlier version that is brought back, if one is. */
  readonly begunFrom: Form | undefined;
  readonly show: (version: number | null) => void;
  readonly done: (message: string) => void;
  readonly onStale: (refusal: Refusal) => void;
}

function Present({ file: { acts, form, history }, uid, begunFrom, show, done, onStale }: PresentProps) {
  return (
    <>
      <div class="row">
        {form.version > 1 && <Button onClick={() => show(form.version - 1)}>Voir la version précédente</Button>}
      </div>
      {isBlankForm(form.name) && (
        <BlankForm form={form.name}>
          <p>Les mêmes questions dans un document vide, à remplir hors de ce service :</p>
        </BlankForm>
      )}
      {acts ? (
        <FormEditor inForce={form} lastChange={history[0]} {...{ uid, begunFrom, done, onStale }} />
      ) : (
        <section class="stack" aria-labelledby="questions-title">
          <h2 id="questions-title">Les questions</h2>
          <FormReading form={form} />
        </section>
      )}
    </>
  );
}

interface EarlierProps {
  readonly file: FormFile;
  readonly earlier: Form;
  readonly show: (version: number | null) => void;
  readonly onBegin: (form: Form) => void;
}

/** Read as it was; the next version may begin from it. */
function Earlier({ file: { acts, form }, earlier, show, onBegin }: EarlierProps) {
  return (
    <section class="stack" aria-labelledby="earlier-title">
      <h2 id="earlier-title">Version {earlier.version}</h2>
      <p class="muted">Elle n’est plus en vigueur : on la lit ici avec ce qui y a été répondu.</p>
      <div class="row">
        <Button tone="primary" onClick={() => show(null)}>
          Revenir à la version {form.version}, en vigueur
        </Button>
        {acts && <Button onClick={() => onBegin(earlier)}>Repartir de cette version</Button>}
        {earlier.version > 1 && (
          <Button tone="quiet" onClick={() => show(earlier.version - 1)}>
            Voir la version {earlier.version - 1}
          </Button>
        )}
      </div>
      <FormReading form={earlier} />
    </section>
  );
}
