import type { FormChange } from '@sur-mesure/functions/domain/forms/change';
import { startEditing } from '@sur-mesure/functions/domain/forms/editing';
import { LONGEST_TITLE } from '@sur-mesure/functions/domain/forms/faults';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { LONGEST_REASON } from '@sur-mesure/functions/domain/settings/change';
import { useState } from 'preact/hooks';
import { Button } from '../../common/button/Button.tsx';
import { type Draft, useDraft } from '../../common/draft.ts';
import { TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { ErrorSummary, type FieldError, Notice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { FormPreview } from './FormPreview.tsx';
import { draftErrors, type FormDraft, isFormDraft } from './form-draft.ts';
import { REASON_FIELD, TITLE_FIELD } from './form-words.ts';
import { PublishReview } from './PublishReview.tsx';
import { SectionsEditor } from './SectionsEditor.tsx';

interface FormEditorProps {
  readonly inForce: Form;
  /** What made it, null while nobody changed it. */
  readonly lastChange: FormChange | undefined;
  /** An earlier version that is brought back, if one is. */
  readonly begunFrom: Form | undefined;
  readonly uid: string;
  readonly done: (message: string) => void;
  readonly onStale: (refusal: Refusal) => void;
}

/** The next version of a form: its questions, what it will look like, why, and a reading of what changes before it is published. */
export function FormEditor({ inForce, lastChange, begunFrom, uid, done, onStale }: FormEditorProps) {
  const start = begunFrom ?? inForce;
  const first: FormDraft = { form: startEditing(start, inForce), reason: '' };
  // An earlier version that is brought back is another piece of work: it does not take the place of what was begun.
  const key = `${uid}.form.${inForce.name}${begunFrom === undefined ? '' : `.${begunFrom.version}`}`;
  const draft = useDraft(key, first, isFormDraft);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [reading, setReading] = useState(false);
  const [restoredFrom, setRestoredFrom] = useState(draft.restoredFrom);
  const { value } = draft;
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message;
  const read = () => {
    const found = draftErrors(value, inForce, start);
    setErrors(found);
    setReading(found.length === 0);
  };
  const startAgain = () => {
    draft.change(first);
    draft.clear();
    setRestoredFrom(undefined);
    setErrors([]);
  };
  return (
    <section class="stack stack-loose" aria-labelledby="editor-title">
      <h2 id="editor-title">La prochaine version</h2>
      <FormPreview draft={value} inForce={inForce} />
      <form
        class="stack stack-loose"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          read();
        }}
      >
        <Begun {...{ draft, inForce, lastChange, begunFrom, restoredFrom, startAgain }} />
        <ErrorSummary errors={errors} />
        <TextField
          id={TITLE_FIELD}
          label="Titre du formulaire"
          maxLength={LONGEST_TITLE}
          error={errorOf(TITLE_FIELD)}
          value={value.form.title}
          onInput={(title) => draft.change({ ...value, form: { ...value.form, title } })}
        />
        <SectionsEditor
          name={inForce.name}
          form={value.form}
          errorOf={errorOf}
          onChange={(form) => draft.change({ ...value, form })}
        />
        <TextAreaField
          id={REASON_FIELD}
          label="Pourquoi changez-vous ce formulaire ?"
          hint="Ces mots restent dans l’historique ; l’équipe et les personnes qui auditent le programme les lisent."
          error={errorOf(REASON_FIELD)}
          rows={3}
          maxLength={LONGEST_REASON}
          value={value.reason}
          onInput={(reason) => draft.change({ ...value, reason })}
        />
        <div>
          <Button tone="primary" type="submit">
            Relire avant de publier
          </Button>
        </div>
        {reading && (
          <PublishReview
            draft={value}
            inForce={inForce}
            done={(message) => {
              draft.clear();
              setReading(false);
              done(message);
            }}
            close={() => setReading(false)}
            onStale={(refusal) => {
              setReading(false);
              onStale(refusal);
            }}
          />
        )}
      </form>
    </section>
  );
}

interface BegunProps {
  readonly draft: Draft<FormDraft>;
  readonly inForce: Form;
  readonly lastChange: FormChange | undefined;
  readonly begunFrom: Form | undefined;
  readonly restoredFrom: number | undefined;
  readonly startAgain: () => void;
}

/** Where this work comes from, and what happened since: nothing that was typed is replaced without its author. */
function Begun({ draft, inForce, lastChange, begunFrom, restoredFrom, startAgain }: BegunProps) {
  const { value } = draft;
  const { form } = value;
  if (form.basedOn !== inForce.version) {
    return (
      <Notice tone="warning" title={`La version ${inForce.version} a été publiée depuis que vous avez commencé`}>
        <div class="stack stack-tight">
          {lastChange !== undefined && (
            <p>
              Par {lastChange.by.name} : <span class="typed">{lastChange.reason}</span>
            </p>
          )}
          <p>Votre travail est resté ici. L’historique, plus bas, dit ce qu’elle a changé.</p>
          <div class="row">
            <Button onClick={() => draft.change({ ...value, form: { ...form, basedOn: inForce.version } })}>
              Garder mes questions, à la place des siennes
            </Button>
            <Button onClick={startAgain}>Repartir de la version {inForce.version}</Button>
          </div>
        </div>
      </Notice>
    );
  }
  if (restoredFrom !== undefined) {
    return (
      <Notice title="Votre travail est repris">
        <div class="stack stack-tight">
          <p>
            Il a été gardé sur cet appareil le <DateText instant={restoredFrom} hour />.
          </p>
          <div>
            <Button onClick={startAgain}>Repartir de la version {(begunFrom ?? inForce).version}</Button>
          </div>
        </div>
      </Notice>
    );
  }
  if (begunFrom === undefined) return null;
  return (
    <Notice title={`Vous repartez de la version ${begunFrom.version}`}>
      <p>Rien ne change tant que vous ne publiez pas.</p>
    </Notice>
  );
}
