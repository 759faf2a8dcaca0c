import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { themesInForce } from '../../common/themes/themes.ts';

/** What lists are filtered by, as the programme names it. */
export const themeChoices = () => themesInForce().map(({ id, label }) => ({ value: id, label: `${id}. ${label}` }));
/** By its shape: an address is read before the list in force has come. */
export function themeIn(word: string | null): string | null {
  return word !== null && /^\d{1,2}$/.test(word) ? word : null;
}
export const regionChoices = regions.map((region) => ({ value: region, label: region }));
/** As many as a laureate may be of (`store/collections/laureates.ts`). */
export const promotionChoices = ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: `Promotion ${value}` }));
