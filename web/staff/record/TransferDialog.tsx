import type { LaureateFileView, TransferPlanView } from '@sur-mesure/functions/domain/laureates/views';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { type FieldError, Notice } from '../../common/notice/Notice.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { Money } from '../../common/words/Money.tsx';
import { LaureateChoiceField } from '../LaureateChoiceField.tsx';
import { mayTakeOver, transferErrors, transferLines } from './transfer-words.ts';

interface TransferDialogProps {
  readonly file: LaureateFileView;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

/** Chosen first, then shown with its amounts, then confirmed by a name typed by hand: nothing undoes it. */
export function TransferDialog({ file, done, close }: TransferDialogProps) {
  const [typed, setTyped] = useState({ intoId: '', typedName: '', reason: '' });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, ...outcome } = useOperation('laureateAction');
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  const confirm = async () => {
    const found = transferErrors(typed, file.laureateName);
    setErrors(found);
    const [first] = found;
    if (first !== undefined) return document.getElementById(first.fieldId)?.focus();
    const answer = await run((operationId) => ({
      action: 'transferEntity',
      ...typed,
      operationId,
      laureateId: file.laureateId,
    }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog
      open
      title={`Réunir ${file.laureateName} à un autre lauréat`}
      confirmLabel="Réunir les deux lauréats"
      tone="danger"
      busy={busy}
      onConfirm={confirm}
      onCancel={close}
    >
      <p>Pour une fusion, ou une nouvelle structure qui reprend la suite. Rien ne défait ce geste.</p>
      <LaureateChoiceField
        id="transfer-into"
        label="Qui reprend ?"
        error={errorOf('transfer-into')}
        mayBeChosen={(laureate) => mayTakeOver(laureate, file.laureateId)}
        value={typed.intoId}
        onInput={(intoId) => setTyped({ ...typed, intoId })}
      />
      {typed.intoId !== '' && <Plan key={typed.intoId} laureateId={file.laureateId} intoId={typed.intoId} />}
      <TextAreaField
        id="transfer-reason"
        label="Pourquoi ?"
        hint="Votre raison reste aux deux registres, et figure dans les courriels."
        error={errorOf('transfer-reason')}
        rows={2}
        maxLength={1000}
        value={typed.reason}
        onInput={(reason) => setTyped({ ...typed, reason })}
      />
      <TextField
        id="transfer-name"
        label={`Écrivez « ${file.laureateName} » pour confirmer`}
        error={errorOf('transfer-name')}
        autocomplete="off"
        value={typed.typedName}
        onInput={(typedName) => setTyped({ ...typed, typedName })}
      />
      <OperationOutcome {...outcome} nothing="rien n’est enregistré" />
    </Dialog>
  );
}

function Plan({ laureateId, intoId }: { readonly laureateId: string; readonly intoId: string }) {
  const loading = useView({ name: 'transferPlan', laureateId, intoId });
  return <Loaded loading={loading}>{(plan) => <PlanLines plan={plan} />}</Loaded>;
}

function PlanLines({ plan }: { readonly plan: TransferPlanView }) {
  const stopped = plan.missions.filter(({ obstacle }) => obstacle !== null);
  return (
    <div class="stack stack-tight" aria-live="polite">
      <ul>
        {transferLines(plan).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {plan.missions.length > 0 && (
        <ul class="plain-list">
          {plan.missions.map(({ missionId, need, expertName, heldCents }) => (
            <li key={missionId} class="small">
              {need} ({expertName}) : <Money cents={heldCents} />
            </li>
          ))}
        </ul>
      )}
      {stopped.map(({ missionId, need, obstacle }) => (
        <Notice key={missionId} tone="warning">
          <p>
            {need} : {obstacle}
          </p>
        </Notice>
      ))}
    </div>
  );
}
