import { adjustmentStates } from '@sur-mesure/functions/domain/subsidy/adjustment';
import type { AdjustmentRow, SubsidyFile } from '@sur-mesure/functions/domain/subsidy/file';
import { useState } from 'preact/hooks';
import { useOperation } from '../../common/api/useOperation.ts';
import { Button } from '../../common/button/Button.tsx';
import { Dialog } from '../../common/dialog/Dialog.tsx';
import { TextAreaField } from '../../common/field/TextField.tsx';
import { OperationOutcome } from '../../common/notice/OperationOutcome.tsx';
import { Pill } from '../../common/state-pill/StatePill.tsx';
import { DateText } from '../../common/words/DateText.tsx';
import { type AnswerName, adjustmentTitle, answerNames, answerWords, stateTones } from './subsidy-words.ts';
import '../../common/person-lines/person-lines.css';

interface AdjustmentsProps {
  readonly file: SubsidyFile;
  readonly done: (message: string) => void;
}

interface Chosen {
  readonly action: AnswerName;
  readonly row: AdjustmentRow;
}

/** Corrections that asked for a second person: those that wait, then what was answered. */
export function Adjustments({ file: { laureateId, adjustments }, done }: AdjustmentsProps) {
  const [chosen, setChosen] = useState<Chosen>();
  if (adjustments.length === 0) return null;
  const close = () => setChosen(undefined);
  return (
    <div class="stack stack-tight">
      <h3>Corrections à deux personnes</h3>
      <ul class="person-lines">
        {adjustments.map((row) => (
          <AdjustmentLine key={row.id} row={row} choose={(action) => setChosen({ action, row })} />
        ))}
      </ul>
      {chosen !== undefined && (
        <AnswerDialog
          {...{ laureateId, close }}
          {...chosen}
          done={(message) => {
            close();
            done(message);
          }}
        />
      )}
    </div>
  );
}

interface AdjustmentLineProps {
  readonly row: AdjustmentRow;
  readonly choose: (action: AnswerName) => void;
}

function AdjustmentLine({ row, choose }: AdjustmentLineProps) {
  const { proposedBy, proposedAt, decidedBy, decidedAt, decisionReason, state, reason, actions } = row;
  return (
    <li class="person-line">
      <div>
        <p class="person-name">{adjustmentTitle(row)}</p>
        <p class="typed-text">{reason}</p>
        <p class="small muted">
          Proposée par {proposedBy.name}, <DateText instant={proposedAt} />
        </p>
        {decidedBy !== null && decidedAt !== null && (
          <p class="small muted">
            {adjustmentStates[state]} par {decidedBy.name}, <DateText instant={decidedAt} />
          </p>
        )}
        {decisionReason !== null && <p class="typed-text">{decisionReason}</p>}
      </div>
      <Pill tone={stateTones[state]}>{adjustmentStates[state]}</Pill>
      <div class="row person-actions">
        {answerNames
          .filter((action) => actions.includes(action))
          .map((action) => (
            <Button
              key={action}
              tone={answerWords[action].tone === 'danger' ? 'danger' : 'secondary'}
              opens="dialog"
              onClick={() => choose(action)}
            >
              {answerWords[action].label}
              <span class="visually-hidden">, {adjustmentTitle(row)}</span>
            </Button>
          ))}
      </div>
    </li>
  );
}

interface AnswerDialogProps extends Chosen {
  readonly laureateId: string;
  readonly done: (message: string) => void;
  readonly close: () => void;
}

function AnswerDialog({ action, row, laureateId, done, close }: AnswerDialogProps) {
  const { label, title, tone, asksReason, follows } = answerWords[action];
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const { run, busy, ...outcome } = useOperation('subsidyAction');
  const confirm = async () => {
    if (asksReason && reason.trim() === '') {
      setError('Dites pourquoi en une phrase : elle est gardée avec la décision.');
      return document.getElementById('answer-reason')?.focus();
    }
    const adjustmentId = row.id;
    const command =
      action === 'approveAdjustment'
        ? { action, input: { adjustmentId } }
        : { action, input: { adjustmentId, reason: reason.trim() } };
    const answer = await run((operationId) => ({ ...command, laureateId, operationId }));
    if (answer !== undefined) done(answer.done);
  };
  return (
    <Dialog open {...{ title, tone, busy }} confirmLabel={label} onConfirm={confirm} onCancel={close}>
      <p class="person-name">{adjustmentTitle(row)}</p>
      <p class="typed-text">{row.reason}</p>
      <p>{follows}</p>
      {asksReason && (
        <TextAreaField
          id="answer-reason"
          label="Pourquoi ?"
          error={error}
          rows={3}
          maxLength={2000}
          value={reason}
          onInput={setReason}
        />
      )}
      <OperationOutcome {...outcome} nothing="rien n’est décidé" />
    </Dialog>
  );
}
