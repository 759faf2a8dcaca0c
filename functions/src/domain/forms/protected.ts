import type { FormName } from './form.ts';

const onTheCard = 'sa réponse figure sur la fiche de l’annuaire';

/** Questions whose answers are read elsewhere than in the form, by their id: they may be reworded, and never removed. Id → where, as the end of a sentence. */
export const protectedQuestions = {
  registration: {
    skills: onTheCard,
    sectors: onTheCard,
  },
  scopingNote: {},
  diagnostic: {},
  report: {},
  feedback: {},
} as const satisfies Record<FormName, Readonly<Record<string, string>>>;

/** Why a question stays; null for one that may go. */
export function protection(name: FormName, questionId: string): string | null {
  const reasons: Readonly<Record<string, string>> = protectedQuestions[name];
  return Object.hasOwn(reasons, questionId) ? (reasons[questionId] ?? null) : null;
}
