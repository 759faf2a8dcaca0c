import type { SubsidyFile } from '@sur-mesure/functions/domain/subsidy/file';
import { type AdjustmentKind, adjustmentKinds } from '@sur-mesure/functions/domain/subsidy/ledger';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { AmountField } from '../../common/field/AmountField.tsx';
import { RadioField, SelectField } from '../../common/field/ChoiceFields.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { LaureateChoiceField } from '../LaureateChoiceField.tsx';
import {
  adjustmentErrors,
  adjustmentFollows,
  adjustmentInput,
  kindWords,
  nothingAdjusted,
  senses,
  type TypedAdjustment,
} from './subsidy-words.ts';

interface AdjustDialogProps {
  readonly file: SubsidyFile;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

/** Typed first, then read again with what it leaves: a line of the ledger can't be taken back. */
export function AdjustDialog({ file, done, close }: AdjustDialogProps) {
  const [typed, setTyped] = useState<TypedAdjustment>(nothingAdjusted);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [reading, setReading] = useState(false);
  const { run, busy, ...outcome } = useOperation('subsidyAction');
  const input = adjustmentInput(typed);
  const confirm = async () => {
    const found = adjustmentErrors(typed);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    if (!reading || input === undefined) return setReading(true);
    const command = { action: 'adjust', input } as const;
    const answer = await run((operationId) => ({ ...command, laureateId: file.laureateId, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title="Corriger la subvention"
      confirmLabel={reading ? 'Confirmer la correction' : 'Relire avant de confirmer'}
      busy={busy}
      onConfirm={confirm}
      onCancel={reading ? () => setReading(false) : close}
    >
      {reading && input !== undefined ? (
        <>
          {adjustmentFollows(input, file).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p class="typed-text">{input.reason}</p>
        </>
      ) : (
        <AdjustFields {...{ file, typed, errors }} onInput={setTyped} />
      )}
      <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
    </Dialog>
  );
}

interface AdjustFieldsProps extends Pick<AdjustDialogProps, 'file'> {
  readonly typed: TypedAdjustment;
  readonly errors: readonly FieldError[];
  readonly onInput: (typed: TypedAdjustment) => void;
}

const kindNames = ['correction', 'refund', 'transfer'] as const satisfies readonly AdjustmentKind[];
const kindChoices = kindNames.map((value) => ({ value, label: adjustmentKinds[value], hint: kindWords[value].hint }));

function AdjustFields({ file, typed, errors, onInput }: AdjustFieldsProps) {
  const { kind } = typed;
  const change = (part: Partial<TypedAdjustment>) => onInput({ ...typed, ...part });
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <>
      <RadioField
        id="adjust-kind"
        label="Ce que vous enregistrez"
        error={errorOf('adjust-kind')}
        choices={kindChoices}
        value={kind}
        onInput={(value) => change({ kind: value })}
      />
      {kind === 'correction' && (
        <RadioField
          id="adjust-sense"
          label="Dans quel sens ?"
          error={errorOf('adjust-sense')}
          choices={senses}
          value={typed.sense}
          onInput={(sense) => change({ sense })}
        />
      )}
      {kind === 'refund' && (
        <SelectField
          id="adjust-mission"
          label="Quelle mission rend une somme ?"
          hint="Seules les missions réglées peuvent rendre."
          error={errorOf('adjust-mission')}
          choices={file.settled.map(({ missionId, need }) => ({ value: missionId, label: need.slice(0, 80) }))}
          value={typed.missionId}
          onInput={(missionId) => change({ missionId })}
        />
      )}
      {kind === 'transfer' && (
        <LaureateChoiceField
          id="adjust-other"
          label="Quelle structure reçoit ?"
          error={errorOf('adjust-other')}
          mayBeChosen={({ laureateId }) => laureateId !== file.laureateId}
          value={typed.otherLaureateId}
          onInput={(otherLaureateId) => change({ otherLaureateId })}
        />
      )}
      <AmountField
        id="adjust-amount"
        label="Montant"
        error={errorOf('adjust-amount')}
        cents={typed.cents}
        onInput={(cents) => change({ cents })}
      />
      <TextAreaField
        id="adjust-reason"
        label="Pourquoi ?"
        hint="Ces mots restent dans le registre ; la manufacture et les personnes qui auditent le programme les lisent."
        error={errorOf('adjust-reason')}
        rows={3}
        maxLength={2000}
        value={typed.reason}
        onInput={(reason) => change({ reason })}
      />
    </>
  );
}
