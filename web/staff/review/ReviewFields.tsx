import { dayOf } from '@sur-mesure/functions/domain/calendar';
import type { Expert, Remarks } from '@sur-mesure/functions/domain/experts/profile';
import { answerTo, remarkableFields } from '@sur-mesure/functions/domain/experts/remarks';
import type { Question } from '@sur-mesure/functions/domain/forms/form';
import { DateField, TextAreaField, TextField } from '../../common/field/TextField.tsx';
import { themesInForce } from '../../common/themes/themes.ts';
import type { Asked, TypedReview } from './typed-review.ts';
import './review.css';

interface ReviewFieldsProps {
  readonly expert: Expert;
  /** Of its registration, as it was answered. */
  readonly questions: readonly Question[];
  readonly asked: Asked;
  readonly typed: TypedReview;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onInput: (typed: TypedReview) => void;
}

const listOf = new Intl.ListFormat('fr-FR');

/** What the chosen decision asks for, and nothing else. */
export function ReviewFields({ expert, questions, asked, typed, errorOf, onInput }: ReviewFieldsProps) {
  return (
    <>
      {asked.message !== 'no' && (
        <TextAreaField
          id="message"
          label={
            asked.lifts
              ? `Pourquoi le lien trouvé avec ${listOf.format(expert.interests)} n’empêche pas une mission`
              : 'Message à l’expert'
          }
          hint={
            asked.lifts
              ? 'Cette décision lève ce lien. Votre raison est gardée sous votre nom, et l’expert la lit dans le courriel et dans son espace.'
              : 'Il figure dans le courriel et dans son espace.'
          }
          optional={asked.message === 'optional'}
          maxLength={2000}
          error={errorOf('message')}
          value={typed.message}
          onInput={(message) => onInput({ ...typed, message })}
        />
      )}
      {asked.remarks && (
        <RemarkFields
          expert={expert}
          questions={questions}
          remarks={typed.remarks}
          onInput={(remarks) => onInput({ ...typed, remarks })}
        />
      )}
      {asked.interview === 'needed' && <InterviewFields {...{ typed, errorOf, onInput }} />}
      {asked.interview === 'optional' && (
        <details class="card" open={errorOf('interview-summary') !== undefined}>
          <summary>Noter l’échange avec l’expert (facultatif)</summary>
          <InterviewFields {...{ typed, errorOf, onInput }} />
        </details>
      )}
    </>
  );
}

interface RemarkFieldsProps {
  readonly expert: Expert;
  readonly questions: readonly Question[];
  readonly remarks: Remarks;
  readonly onInput: (remarks: Remarks) => void;
}

/** One remark a field of the registration, beside what was answered: the expert reads it beside that field too. */
function RemarkFields({ expert, questions, remarks, onInput }: RemarkFieldsProps) {
  const some = Object.values(remarks).some((remark) => remark !== '');
  return (
    <details class="card" open={some}>
      <summary>Ce qui manque, réponse par réponse</summary>
      <div class="stack beside-answers">
        <p class="small muted">L’expert lit chaque remarque à côté de la réponse dont elle parle.</p>
        {remarkableFields(questions).map(({ id, label }) => (
          <TextAreaField
            key={id}
            id={`remark-${id}`}
            label={label}
            hint={answerTo(expert, id, themesInForce()) || 'Sans réponse'}
            optional
            rows={3}
            maxLength={2000}
            value={remarks[id] ?? ''}
            onInput={(remark) => onInput({ ...remarks, [id]: remark })}
          />
        ))}
      </div>
    </details>
  );
}

function InterviewFields({ typed, errorOf, onInput }: Omit<ReviewFieldsProps, 'expert' | 'questions' | 'asked'>) {
  const { interview } = typed;
  const change = (part: Partial<TypedReview['interview']>) =>
    onInput({ ...typed, interview: { ...interview, ...part } });
  return (
    <fieldset class="stack">
      <legend class="field-label">L’échange avec l’expert</legend>
      <p class="small muted">L’équipe seule lit ce qui est noté ici ; l’expert lit le message, pas le compte rendu.</p>
      <DateField
        id="interview-day"
        label="Date"
        max={dayOf(Date.now())}
        value={interview.day}
        onInput={(day) => change({ day })}
      />
      <TextField
        id="interview-with"
        label="Avec qui"
        width="medium"
        maxLength={300}
        value={interview.withWhom}
        onInput={(withWhom) => change({ withWhom })}
      />
      <TextField
        id="interview-by"
        label="Mené par"
        width="medium"
        maxLength={300}
        value={interview.byWhom}
        onInput={(byWhom) => change({ byWhom })}
      />
      <TextAreaField
        id="interview-summary"
        label="Ce qui s’est dit"
        maxLength={5000}
        error={errorOf('interview-summary')}
        value={interview.summary}
        onInput={(summary) => change({ summary })}
      />
    </fieldset>
  );
}
