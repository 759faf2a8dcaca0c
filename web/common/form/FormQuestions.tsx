import {
  type AnswerError,
  type Answers,
  answersLeft,
  type Form,
  type Question,
  type Section,
} from '@sur-mesure/functions/domain/forms/form';
import { RadioField } from '../field/ChoiceFields.tsx';
import { TextAreaField, TextField } from '../field/TextField.tsx';
import type { FieldError } from '../notice/Notice.tsx';

interface FormQuestionsProps {
  readonly form: Form;
  /** One section, whose title is the page's: the others have pages of their own. */
  readonly only?: Section | undefined;
  readonly answers: Answers;
  /** What `answerErrors` of the domain says. */
  readonly errors: readonly AnswerError[];
  /** Question → what staff ask about its answer, said in its hint. */
  readonly remarks?: Readonly<Record<string, string>> | undefined;
  readonly onInput: (answers: Answers) => void;
}

/** The sections and questions of a form of the programme, as fields. The id of a field is the id of its question. */
export function FormQuestions({ form, only, answers, errors, remarks = {}, onInput }: FormQuestionsProps) {
  return (
    <div class="stack stack-loose">
      {(only === undefined ? form.sections : [only]).map((section) => (
        <section key={section.title} class="stack" aria-label={section.title}>
          {only === undefined && <h2>{section.title}</h2>}
          {section.questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              remark={remarks[question.id]}
              answer={answers[question.id] ?? ''}
              error={errors.find((error) => error.questionId === question.id)?.message}
              onInput={(answer) => onInput({ ...answers, [question.id]: answer })}
            />
          ))}
        </section>
      ))}
      {(only === undefined || only === form.sections.at(-1)) && <LeftAnswers texts={answersLeft(form, answers)} />}
    </div>
  );
}

/** What was typed before the form changed, for questions that it does not ask any more: shown, so that nothing typed is lost. */
function LeftAnswers({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <details class="card">
      <summary>Ce que vous aviez écrit à des questions qui ne sont plus posées</summary>
      <div class="stack">
        <p>
          Le formulaire a changé. Ces textes ne sont pas envoyés : recopiez-les dans une réponse s’ils y ont leur place.
        </p>
        {texts.map((text) => (
          <p key={text} class="typed-text">
            {text}
          </p>
        ))}
      </div>
    </details>
  );
}

interface QuestionFieldProps {
  readonly question: Question;
  readonly answer: string;
  readonly remark: string | undefined;
  readonly error: string | undefined;
  readonly onInput: (answer: string) => void;
}

function QuestionField({ question, answer, remark, error, onInput }: QuestionFieldProps) {
  const { id, label, help, kind, choices = [], required } = question;
  const field = { id, label, hint: help, remark, error, optional: !required };
  if (kind === 'choice') {
    const offered = choices.map((choice) => ({ value: choice, label: choice }));
    return <RadioField {...field} choices={offered} value={answer} onInput={onInput} />;
  }
  if (kind === 'long') return <TextAreaField {...field} value={answer} onInput={onInput} />;
  return <TextField {...field} value={answer} onInput={onInput} />;
}

/** For the error summary of the page. */
export function fieldErrors(errors: readonly AnswerError[]): FieldError[] {
  return errors.map(({ questionId, message }) => ({ fieldId: questionId, message }));
}
