import type { Answers, Form } from '@sur-mesure/functions/domain/forms/form';
import { useState } from 'preact/hooks';
import { FormQuestions } from '../../common/form/FormQuestions.tsx';
import { type FormDraft, formToCome } from './form-draft.ts';

/** The page as its readers will have it, made of the same fields: what is typed in it goes nowhere. */
export function FormPreview({ draft, inForce }: { readonly draft: FormDraft; readonly inForce: Form }) {
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <details class="card">
      <summary>Aperçu de la page</summary>
      <div class="stack">
        <p class="small muted">Vous pouvez y écrire pour essayer : rien n’est gardé.</p>
        <FormQuestions form={formToCome(draft, inForce)} answers={answers} errors={[]} onInput={setAnswers} />
      </div>
    </details>
  );
}
