import type { Form } from '../../forms/form.ts';

export const satisfied = {
  overall: 'Satisfaisant',
  listening: 'Très satisfaisant',
  usefulness: 'Satisfaisant',
} as const;

/** The required answers of a form, the same words in each. */
export function answersTo(form: Form): Record<string, string> {
  const questions = form.sections.flatMap((section) => [...section.questions]);
  return Object.fromEntries(
    questions.filter(({ required }) => required).map(({ id }) => [id, 'Une réponse de quelques mots.']),
  );
}
