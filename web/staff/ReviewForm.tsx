import { type Expert, type ReviewDecision, reviewDecisions } from '@sur-mesure/functions/domain/experts/profile';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { Button } from '../common/button/Button.tsx';
import { useDraft } from '../common/draft.ts';
import { RadioField } from '../common/field/ChoiceFields.tsx';
import { TextAreaField } from '../common/field/TextField.tsx';
import { ErrorSummary, type FieldError, RefusalNotice } from '../common/notice/Notice.tsx';

interface ReviewFormProps {
  readonly expert: Expert;
  readonly person: string;
  readonly onDone: (state: Expert['state']) => void;
}

const order = ['publish', 'return', 'admitUnlisted', 'reject'] as const satisfies readonly ReviewDecision[];

const choices = order.map((value) => ({ value, label: reviewDecisions[value].label, hint: consequence(value) }));

/** What a decision makes of the two facts, in one line. */
function consequence(decision: ReviewDecision): string {
  const { published, mayBeCommissioned, needsMessage } = reviewDecisions[decision];
  const listed = published ? 'Visible dans l’annuaire' : 'Absente de l’annuaire';
  const open = mayBeCommissioned ? 'peut recevoir des missions' : 'ne peut pas recevoir de mission';
  return `${listed}, ${open}${needsMessage ? ' ; un message est nécessaire' : ''}.`;
}

const isText = (value: unknown): value is string => typeof value === 'string';

export function ReviewForm({ expert, person, onDone }: ReviewFormProps) {
  const message = useDraft(`${person}.review.${expert.id}`, '', isText);
  const [decision, setDecision] = useState<ReviewDecision>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const found = reviewErrors(decision, message.value);
    setErrors(found);
    setRefusal(undefined);
    if (found.length > 0 || decision === undefined || busy) return;
    setBusy(true);
    const answer = await call('reviewExpert', { expertId: expert.id, decision, message: message.value });
    setBusy(false);
    if (isRefusal(answer)) return setRefusal(answer);
    message.change('');
    message.clear();
    setDecision(undefined);
    onDone(answer.state);
  };
  return (
    <form
      class="stack"
      noValidate
      aria-labelledby="decision-title"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2 id="decision-title">Votre décision</h2>
      <ErrorSummary errors={errors} />
      <DecisionFields
        decision={decision}
        onDecision={setDecision}
        message={message.value}
        onMessage={message.change}
        errorOf={(fieldId) => errors.find((error) => error.fieldId === fieldId)?.message}
      />
      {refusal !== undefined && <RefusalNotice refusal={refusal} />}
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {decision === undefined ? 'Enregistrer la décision' : reviewDecisions[decision].label}
        </Button>
      </div>
    </form>
  );
}

interface DecisionFieldsProps {
  readonly decision: ReviewDecision | undefined;
  readonly onDecision: (decision: ReviewDecision) => void;
  readonly message: string;
  readonly onMessage: (message: string) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

function DecisionFields({ decision, onDecision, message, onMessage, errorOf }: DecisionFieldsProps) {
  return (
    <>
      <RadioField
        id="decision"
        label="Que devient cette fiche ?"
        error={errorOf('decision')}
        choices={choices}
        value={decision}
        onInput={onDecision}
      />
      <TextAreaField
        id="message"
        label="Message à l’expert"
        hint="Il figure dans le courriel et dans son espace."
        optional={decision === undefined || !reviewDecisions[decision].needsMessage}
        maxLength={2000}
        error={errorOf('message')}
        value={message}
        onInput={onMessage}
      />
    </>
  );
}

function reviewErrors(decision: ReviewDecision | undefined, message: string): FieldError[] {
  if (decision === undefined) return [{ fieldId: 'decision', message: 'Choisissez ce que devient la fiche.' }];
  return reviewDecisions[decision].needsMessage && message.trim() === ''
    ? [{ fieldId: 'message', message: 'Écrivez à l’expert ce qui manque, ou pourquoi sa fiche n’est pas publiée.' }]
    : [];
}
