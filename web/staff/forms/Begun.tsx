import type { FormChange } from '@sur-mesure/functions/domain/forms/change';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import { Button } from '../../common/button/Button.tsx';
import type { Draft } from '../../common/draft.ts';
import { Notice } from '../../common/notice/Notice.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import type { FormDraft } from './form-draft.ts';

interface BegunProps {
  readonly draft: Draft<FormDraft>;
  readonly inForce: Form;
  readonly lastChange: FormChange | undefined;
  readonly begunFrom: Form | undefined;
  readonly restoredFrom: number | undefined;
  readonly startAgain: () => void;
}

/** Where this work comes from, and what happened since: nothing that was typed is replaced without its author. */
export function Begun({ draft, inForce, lastChange, begunFrom, restoredFrom, startAgain }: BegunProps) {
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
