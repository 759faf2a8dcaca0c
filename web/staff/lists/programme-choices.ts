import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { themes } from '@sur-mesure/functions/domain/programme/themes';

/** What lists are filtered by, as the programme names it. */
export const themeChoices = themes.map(({ id, label }) => ({ value: id, label: `${id}. ${label}` }));
export const regionChoices = regions.map((region) => ({ value: region, label: region }));
/** As many as a laureate may be of (`store/collections/laureates.ts`). */
export const promotionChoices = ['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: `Promotion ${value}` }));
