import { dayOf } from '@sur-mesure/functions/domain/calendar';
import { rowOf } from '@sur-mesure/functions/domain/experts/decisions';
import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import type { ExpertFile } from '@sur-mesure/functions/domain/experts/views';
import { questionsOf } from '@sur-mesure/functions/domain/forms/form';
import type { Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { useOperation } from '../common/api/useOperation.ts';
import { Button } from '../common/button/Button.tsx';
import { Dialog } from '../common/dialog/Dialog.tsx';
import { useDraft } from '../common/draft.ts';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import type { NetworkWaiting } from '../common/network/useNetworkWait.ts';
import { ErrorSummary, type FieldError } from '../common/notice/Notice.tsx';
import { OperationOutcome } from '../common/notice/OperationOutcome.tsx';
import { counted } from '../common/words/typography.ts';
import { ReviewFields } from './review/ReviewFields.tsx';
import {
  askedBy,
  commandOf,
  consequence,
  emptyReview,
  isMadeHere,
  isTypedReview,
  type ReviewDecision,
  reviewErrors,
} from './review/typed-review.ts';

interface ReviewFormProps {
  readonly file: ExpertFile;
  readonly person: { readonly uid: string; readonly name: string };
  readonly onDone: (state: Expert['state'], decision: ReviewDecision) => void;
}

/** The decision staff take on an expert: which ones are open comes with the page, what each needs from the table. */
export function ReviewForm({ file, person, onDone }: ReviewFormProps) {
  const { expert } = file;
  const form = useReview({ file, person, onDone });
  const { decision, errors, draft } = form;
  const errorOf = (fieldId: string) => errors.find((error) => error.fieldId === fieldId)?.message;
  const choices = file.decisions.filter(isMadeHere).map((value) => ({
    value,
    label: rowOf(value).label,
    hint: consequence(expert, value),
  }));
  return (
    <form
      class="stack"
      noValidate
      aria-labelledby="decision-title"
      onSubmit={(event) => {
        event.preventDefault();
        form.press();
      }}
    >
      <h2 id="decision-title">Votre décision</h2>
      <ErrorSummary errors={errors} />
      <RadioField
        id="decision"
        label="Que devient cette fiche ?"
        error={errorOf('decision')}
        choices={choices}
        value={decision}
        onInput={form.choose}
      />
      {decision !== undefined && (
        <ReviewFields
          expert={expert}
          questions={questionsOf(file.form)}
          asked={askedBy(expert, form.interviewsKept, decision)}
          typed={draft.value}
          errorOf={errorOf}
          onInput={draft.change}
        />
      )}
      {!form.confirming && <OperationOutcome {...form.outcome} nothing="rien n’est décidé" />}
      <div>
        <Button type="submit" tone="primary" busy={form.busy}>
          {decision === undefined ? 'Enregistrer la décision' : rowOf(decision).label}
        </Button>
      </div>
      <ConfirmDecision
        {...{ file, decision }}
        open={form.confirming}
        busy={form.busy}
        outcome={form.outcome}
        onConfirm={form.send}
        onCancel={form.cancel}
      />
    </form>
  );
}

function useReview({ file, person, onDone }: ReviewFormProps) {
  const { expert, history } = file;
  const { id: expertId, submittedAt } = expert;
  const empty = emptyReview(dayOf(Date.now()), person.name);
  const draft = useDraft(`${person.uid}.decision.${expertId}`, empty, isTypedReview);
  const [decision, setDecision] = useState<ReviewDecision>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [confirming, setConfirming] = useState(false);
  const { run, busy, ...outcome } = useOperation('expertAction');
  const interviewsKept = history.filter(({ interview }) => interview !== null).length;
  const send = async () => {
    if (decision === undefined) return;
    const command = commandOf(decision, draft.value);
    const answer = await run((operationId) => ({ ...command, expertId, submittedAt, operationId }));
    setConfirming(false);
    if (answer === undefined) return;
    draft.change(empty);
    draft.clear();
    setDecision(undefined);
    onDone(answer.state, decision);
  };
  const press = () => {
    const found = reviewErrors({ expert, interviewsKept, questions: questionsOf(file.form) }, decision, draft.value);
    setErrors(found);
    if (found.length > 0 || decision === undefined) return;
    if (rowOf(decision).confirm) setConfirming(true);
    else send();
  };
  const choose = (chosen: ReviewDecision) => {
    setDecision(chosen);
    setErrors([]);
  };
  const cancel = () => {
    outcome.takeBack();
    setConfirming(false);
  };
  return { draft, decision, errors, outcome, busy, confirming, interviewsKept, choose, press, send, cancel };
}

interface ConfirmDecisionProps {
  readonly file: ExpertFile;
  readonly decision: ReviewDecision | undefined;
  readonly open: boolean;
  readonly busy: boolean;
  readonly outcome: NetworkWaiting & { readonly refusal: Refusal | undefined };
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function ConfirmDecision({ file: { expert, liveMissions }, decision, outcome, ...dialog }: ConfirmDecisionProps) {
  if (decision === undefined) return null;
  return (
    <Dialog
      {...dialog}
      title={`${rowOf(decision).label} : ${expert.company}`}
      confirmLabel={rowOf(decision).label}
      tone="danger"
    >
      <p>{consequence(expert, decision)}</p>
      {liveMissions.length > 0 && (
        <p>
          {counted(liveMissions.length, 'mission en cours continue', 'missions en cours continuent')} : cette page les
          montre, et vous arrêtez celles qui doivent l’être.
        </p>
      )}
      <OperationOutcome {...outcome} nothing="rien n’est décidé" />
    </Dialog>
  );
}
