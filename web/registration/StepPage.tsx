import type { Remarks } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import { Button, ButtonLink } from '../common/button/Button.tsx';
import type { Draft } from '../common/draft.ts';
import { CheckedForm } from '../common/form/CheckedForm.tsx';
import { FormQuestions } from '../common/form/FormQuestions.tsx';
import { useToldErrors } from '../common/form/told-errors.ts';
import { CardStep } from './CardStep.tsx';
import { DomainStep } from './DomainStep.tsx';
import { IdentityStep } from './IdentityStep.tsx';
import { PlaceStep } from './PlaceStep.tsx';
import { formMissing } from './registration.ts';
import type { StepContentProps } from './step-content.ts';
import { type Step, stepErrors } from './steps.ts';

interface StepPageProps {
  readonly draft: Draft<Registration>;
  readonly step: Step;
  readonly form: Form | undefined;
  readonly remarks: Remarks;
  readonly emailIsKept: boolean;
  /** The word of the button. */
  readonly next: string;
  /** Null where there is none. */
  readonly previous: string | null;
  readonly onDone: () => void;
}

/** One page of the form: its errors are told when one goes on, and only its own. */
export function StepPage({ draft, step, form, remarks, emailIsKept, next, previous, onDone }: StepPageProps) {
  const { value } = draft;
  // Whoever was faster than the questions waits for them: there is no next page yet.
  const told = useToldErrors([...stepErrors(step, value, form), ...(form === undefined ? [formMissing] : [])]);
  const content: StepContentProps = {
    ...{ value, emailIsKept, errorOf: told.errorOf },
    remarkOf: (fieldId) => remarks[fieldId],
    set: (changes) => draft.change({ ...value, ...changes }),
  };
  return (
    <CheckedForm
      errors={told.errors}
      onPress={() => {
        if (told.complete()) onDone();
      }}
    >
      <Content step={step} form={form} remarks={remarks} content={content} />
      <div class="row" id={formMissing.fieldId} tabIndex={-1}>
        <Button type="submit" tone="primary">
          {next}
        </Button>
        {previous !== null && (
          <ButtonLink tone="quiet" href={previous}>
            Étape précédente
          </ButtonLink>
        )}
      </div>
    </CheckedForm>
  );
}

interface ContentProps {
  readonly step: Step;
  readonly form: Form | undefined;
  readonly remarks: Remarks;
  readonly content: StepContentProps;
}

function Content({ step, form, remarks, content }: ContentProps) {
  const { value, errorOf, set } = content;
  switch (step.kind) {
    case 'identity':
      return <IdentityStep {...content} />;
    case 'questions':
      return (
        form && (
          <FormQuestions
            form={form}
            only={step.section}
            answers={value.answers}
            remarks={remarks}
            errors={step.section.questions.flatMap(({ id }) => {
              const message = errorOf(id);
              return message === undefined ? [] : [{ questionId: id, message }];
            })}
            onInput={(answers) => set({ answers })}
          />
        )
      );
    case 'domains':
      return <DomainStep {...content} />;
    case 'places':
      return <PlaceStep {...content} />;
    case 'card':
      return <CardStep {...content} />;
    default:
      return null;
  }
}
