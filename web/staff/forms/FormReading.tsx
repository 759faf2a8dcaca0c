import { answerWords } from '@sur-mesure/functions/domain/forms/changed-parts';
import type { Form } from '@sur-mesure/functions/domain/forms/form';

/** A form as it is, for who reads it and answers nothing. */
export function FormReading({ form }: { readonly form: Form }) {
  return (
    <div class="stack">
      {form.sections.map(({ title, questions }) => (
        <section key={title} class="stack stack-tight" aria-label={title}>
          <h3>{title}</h3>
          <ol class="stack stack-tight">
            {questions.map(({ id, label, help, required, ...answer }) => (
              <li key={id}>
                <p>{label}</p>
                {help !== undefined && <p class="typed-text">{help}</p>}
                <p class="small muted">
                  {answerWords(answer)}, {required ? 'obligatoire' : 'facultatif'}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
