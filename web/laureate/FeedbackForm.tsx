import { type AnswerError, type Form, handedAnswers, typedErrors } from '@sur-mesure/functions/domain/forms/form';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../common/button/Button.tsx';
import { isAnswers, useDraft } from '../common/draft.ts';
import { FormQuestions, fieldErrors } from '../common/form/FormQuestions.tsx';
import type { OpenForm } from '../common/mission/ActionPanel.tsx';
import { ErrorSummary, RefusalNotice } from '../common/notice/Notice.tsx';

interface FeedbackFormProps {
  readonly form: OpenForm;
  /** In force. */
  readonly questions: Form;
  readonly person: string;
  readonly missionId: string;
}

/** What the laureate says of the mission, to the programme's team only. */
export function FeedbackForm({ form: { acting, done, close }, questions, person, missionId }: FeedbackFormProps) {
  const draft = useDraft(`${person}.feedback.${missionId}`, {}, isAnswers);
  const [errors, setErrors] = useState<readonly AnswerError[]>([]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const send = async () => {
    const found = typedErrors(questions, draft.value);
    setErrors(found);
    if (found.length > 0) return;
    const result = await acting.run({ action: 'giveFeedback', input: handedAnswers(questions, draft.value) });
    if (result === undefined) return;
    draft.clear();
    done(result);
  };
  return (
    <section class="stack" aria-labelledby="feedback-title">
      <h3 id="feedback-title" ref={title} tabIndex={-1}>
        {questions.title}
      </h3>
      <p class="muted">Seule l’équipe France Tiers-Lieux lit vos réponses : l’expert ne les voit pas.</p>
      <ErrorSummary errors={fieldErrors(errors)} />
      <FormQuestions
        form={questions}
        answers={draft.value}
        errors={errors.length === 0 ? [] : typedErrors(questions, draft.value)}
        onInput={draft.change}
      />
      {acting.refusal !== undefined && <RefusalNotice refusal={acting.refusal} />}
      <div class="row">
        <Button tone="primary" busy={acting.busy !== undefined} onClick={send}>
          Envoyer votre avis
        </Button>
        <Button tone="quiet" onClick={close}>
          Plus tard
        </Button>
      </div>
    </section>
  );
}
