import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import type { SubsidyFile } from '@sur-mesure/functions/domain/subsidy/file';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { AmountField } from '../../common/field/AmountField.tsx';
import { SelectField } from '../../common/field/ChoiceFields.tsx';
import { DateField, TextAreaField, TextField } from '../../common/field/TextField.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { awardErrors, awardInput, nothingAwarded, type TypedAward } from './subsidy-words.ts';

interface AwardDialogProps {
  readonly file: SubsidyFile;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

/** A decision of the committee, as an import would record it. */
export function AwardDialog({ file, done, close }: AwardDialogProps) {
  const [typed, setTyped] = useState<TypedAward>(nothingAwarded);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, ...outcome } = useOperation('subsidyAction');
  const confirm = async () => {
    const found = awardErrors(typed);
    setErrors(found);
    const [first] = found;
    const input = awardInput(typed);
    if (first !== undefined || input === undefined) return document.getElementById(first?.fieldId ?? '')?.focus();
    const command = { action: 'award', input } as const;
    const answer = await run((operationId) => ({ ...command, laureateId: file.laureateId, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  const { amountCents } = typed;
  return (
    <Dialog
      open
      title="Enregistrer une attribution"
      confirmLabel={amountCents === undefined ? 'Attribuer' : `Attribuer ${formatEuros(amountCents)}`}
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <AwardFields {...{ file, typed, errors }} onInput={setTyped} />
      <p>Une ligne du registre ne s’efface pas. L’équipe de la manufacture reçoit un courriel.</p>
      <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
    </Dialog>
  );
}

interface AwardFieldsProps {
  readonly file: SubsidyFile;
  readonly typed: TypedAward;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: TypedAward) => void;
}

function AwardFields({ file, typed, errors, onInput }: AwardFieldsProps) {
  const change = (part: Partial<TypedAward>) => onInput({ ...typed, ...part });
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <>
      <TextField
        id="award-decision"
        label="Référence de la décision"
        error={errorOf('award-decision')}
        maxLength={120}
        value={typed.decision}
        onInput={(decision) => change({ decision })}
      />
      <DateField
        id="award-date"
        label="Date de la décision"
        error={errorOf('award-date')}
        max={dayOf(Date.now())}
        value={typed.date}
        onInput={(date) => change({ date })}
      />
      <SelectField
        id="award-ceiling"
        label="Plafond"
        error={errorOf('award-ceiling')}
        choices={file.ceilings.map((cents) => ({ value: String(cents), label: formatEuros(cents) }))}
        value={typed.ceilingCents === '' ? undefined : typed.ceilingCents}
        onInput={(ceilingCents) => change({ ceilingCents })}
      />
      <AmountField
        id="award-amount"
        label="Montant attribué"
        error={errorOf('award-amount')}
        cents={typed.amountCents}
        onInput={(amountCents) => change({ amountCents })}
      />
      <TextAreaField
        id="award-recommendations"
        label="Recommandations du comité"
        optional
        rows={3}
        maxLength={10_000}
        value={typed.recommendations}
        onInput={(recommendations) => change({ recommendations })}
      />
    </>
  );
}
