import type { Partner } from '@sur-mesure/functions/domain/laureates/sharing';
import { hasWords } from '@sur-mesure/functions/domain/lists/words';

/** Partners whose name answers the words typed, those who share a chosen sub-theme first; else in the order they come. */
export function rankedPartners(
  partners: readonly Partner[],
  asked: { readonly subthemes: readonly string[]; readonly words: string },
): Partner[] {
  const shares = ({ subthemes }: Partner) => subthemes.some((id) => asked.subthemes.includes(id));
  const found = partners.filter(({ name }) => hasWords(name, asked.words));
  return found.toSorted((one, other) => Number(shares(other)) - Number(shares(one)));
}
