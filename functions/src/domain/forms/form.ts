/**
 * Forms are data: the same questions drive the page, the validation and the PDF. A change of words is a new version; what was answered records
 * the version it was answered in.
 */
export interface Question {
  /** Never another question's, in any version: answers are read by it. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly kind: QuestionKind;
  /** Of a choice alone. */
  readonly choices?: readonly string[] | undefined;
  readonly required: boolean;
}

export type QuestionKind = 'text' | 'long' | 'choice';

export interface Section {
  readonly title: string;
  readonly questions: readonly Question[];
}

export interface Form {
  readonly name: FormName;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly Section[];
}

export const formNames = ['registration', 'scopingNote', 'diagnostic', 'report', 'feedback'] as const;
export type FormName = (typeof formNames)[number];

/** Question id → what was typed. */
export type Answers = Readonly<Record<string, string>>;

export const LONGEST_ANSWER = 10_000;

export function questionsOf({ sections }: Pick<Form, 'sections'>): Question[] {
  return sections.flatMap(({ questions }) => questions);
}

/** Of answers given in another version, or kept in a draft of it, those that the form in force still asks for. */
export function answersAskedBy(form: Form, answers: Answers): Answers {
  const asked = new Set(questionsOf(form).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

/** What a page hands in: the answers that its form asks for, and which form that is. */
export function handedAnswers(
  form: Form,
  answers: Answers,
): { readonly answers: Answers; readonly formVersion: number } {
  return { answers: answersAskedBy(form, answers), formVersion: form.version };
}

/** What is missing or wrong in what is typed in a page; what another version asked for is kept and not sent. */
export function typedErrors(form: Form, answers: Answers): AnswerError[] {
  return answerErrors(form, answersAskedBy(form, answers));
}

/** What was typed for questions that the form in force does not ask any more. */
export function answersLeft(form: Form, answers: Answers): string[] {
  const asked = answersAskedBy(form, answers);
  return Object.entries(answers).flatMap(([id, answer]) => (id in asked || answer.trim() === '' ? [] : [answer]));
}

export interface AnswerError {
  readonly questionId: string;
  readonly message: string;
}

/** Checks answers against a form's questions; unknown ids, too long texts and missing answers are errors, listed all at once. */
export function answerErrors(form: Form, answers: Answers): AnswerError[] {
  const questions = questionsOf(form);
  const known = new Set(questions.map((question) => question.id));
  const unknown = Object.keys(answers)
    .filter((id) => !known.has(id))
    .map((questionId) => ({ questionId, message: 'Cette question n’existe pas dans le formulaire.' }));
  return [...unknown, ...questions.flatMap((question) => questionErrors(question, answers[question.id] ?? ''))];
}

function questionErrors(question: Question, answer: string): AnswerError[] {
  const error = (message: string) => [{ questionId: question.id, message }];
  if (question.required && answer.trim() === '') return error(`Répondez à « ${question.label} ».`);
  if (answer.length > LONGEST_ANSWER) return error(`« ${question.label} » dépasse ${LONGEST_ANSWER} caractères.`);
  if (question.choices && answer !== '' && !question.choices.includes(answer)) {
    return error(`Choisissez une des réponses proposées à « ${question.label} ».`);
  }
  return [];
}
