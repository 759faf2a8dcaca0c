import { type Expert, type ReviewDecision, reviewDecisions } from '@sur-mesure/functions/domain/experts/profile';
import { liftsInterests, needsMessage, reviewRefusal } from '@sur-mesure/functions/domain/experts/registration';
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

const listOf = new Intl.ListFormat('fr-FR');

/** What a decision makes of the two facts, in one line. */
function consequence(expert: Expert, decision: ReviewDecision): string {
  const { published, mayBeCommissioned } = reviewDecisions[decision];
  const listed = published ? 'Visible dans l’annuaire' : 'Absente de l’annuaire';
  const open = mayBeCommissioned ? 'peut recevoir des missions' : 'ne peut pas recevoir de mission';
  return `${listed}, ${open}${needsMessage(expert, decision) ? ' ; un message est nécessaire' : ''}.`;
}

const isText = (value: unknown): value is string => typeof value === 'string';

export function ReviewForm({ expert, person, onDone }: ReviewFormProps) {
  const message = useDraft(`${person}.review.${expert.id}`, '', isText);
  const [decision, setDecision] = useState<ReviewDecision>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const found = reviewErrors(expert, decision, message.value);
    setErrors(found);
    setRefusal(undefined);
    if (found.length > 0 || decision === undefined || busy) return;
    setBusy(true);
    const { id: expertId, submittedAt } = expert;
    const answer = await call('reviewExpert', { expertId, decision, message: message.value, submittedAt });
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
        expert={expert}
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
  readonly expert: Expert;
  readonly decision: ReviewDecision | undefined;
  readonly onDecision: (decision: ReviewDecision) => void;
  readonly message: string;
  readonly onMessage: (message: string) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

function DecisionFields({ expert, decision, onDecision, message, onMessage, errorOf }: DecisionFieldsProps) {
  const lifts = decision !== undefined && liftsInterests(expert, decision);
  const choices = order.map((value) => ({
    value,
    label: reviewDecisions[value].label,
    hint: consequence(expert, value),
  }));
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
        label={
          lifts
            ? `Pourquoi le lien trouvé avec ${listOf.format(expert.interests)} n’empêche pas une mission`
            : 'Message à l’expert'
        }
        hint={
          lifts
            ? 'Cette décision lève ce lien. Votre raison est gardée sous votre nom, et l’expert la lit dans le courriel et dans son espace.'
            : 'Il figure dans le courriel et dans son espace.'
        }
        optional={decision === undefined || !needsMessage(expert, decision)}
        maxLength={2000}
        error={errorOf('message')}
        value={message}
        onInput={onMessage}
      />
    </>
  );
}

function reviewErrors(expert: Expert, decision: ReviewDecision | undefined, message: string): FieldError[] {
  if (decision === undefined) return [{ fieldId: 'decision', message: 'Choisissez ce que devient la fiche.' }];
  const refusal = reviewRefusal(expert, decision, message);
  return refusal === null ? [] : [{ fieldId: 'message', message: refusal.message }];
}
