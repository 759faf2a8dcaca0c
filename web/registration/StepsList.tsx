import type { Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import { counted } from '../common/words/typography.ts';
import { remarksOn, type Step, stepErrors } from './steps.ts';
import './registration.css';

interface StepsListProps {
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly form: Form | undefined;
  readonly value: Registration;
  readonly remarks: Remarks;
  readonly addressOf: (step: Step) => string;
}

/** Where one is, and every other page with what it still lacks: nothing keeps from going from one to another. */
export function StepsList({ steps, step, form, value, remarks, addressOf }: StepsListProps) {
  const index = steps.indexOf(step);
  return (
    <nav aria-label="Étapes de l’inscription" class="stack stack-tight">
      <div class="steps-bar" aria-hidden="true">
        {steps.map(({ name }, place) => (
          <span key={name} class={place <= index ? 'steps-done' : undefined} />
        ))}
      </div>
      {form !== undefined && (
        <details>
          <summary>Toutes les étapes</summary>
          <ol class="steps-list">
            {steps.map((one) => (
              <li key={one.name}>
                <a href={addressOf(one)} aria-current={one === step ? 'step' : undefined}>
                  {one.title}
                </a>{' '}
                <span class="small muted">{stateOf(one, { form, value, remarks })}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </nav>
  );
}

function stateOf(step: Step, { form, value, remarks }: Pick<StepsListProps, 'form' | 'value' | 'remarks'>): string {
  if (step.kind === 'check') return '';
  const asked = remarksOn(step, value, remarks);
  if (asked > 0) return counted(asked, 'remarque de l’équipe', 'remarques de l’équipe');
  const missing = stepErrors(step, value, form).length;
  return missing === 0 ? 'complète' : `${counted(missing, 'réponse')} à compléter`;
}
