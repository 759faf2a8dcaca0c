import type { AskedWords } from '../../common/request/Answers.tsx';
import { counted } from '../../common/words/typography.ts';

/** What a request made in a laureate's name becomes. */
export const requestedWords: AskedWords = {
  title: (asked) => (asked === 1 ? 'La demande est partie' : `Les ${asked} demandes sont parties`),
  follows: (asked) =>
    asked === 1
      ? 'Un courriel prévient l’expert, un autre la manufacture.'
      : 'Un courriel prévient chaque expert, un autre la manufacture de chaque demande.',
};

export function pressWords(companies: readonly string[]): string {
  const [first, ...others] = companies;
  if (first === undefined) return 'Demander la mission';
  return `Demander la mission à ${others.length === 0 ? first : counted(companies.length, 'expert')}`;
}
