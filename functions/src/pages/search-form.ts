import { placesByRegion } from '../domain/directory/places.ts';
import { parametersOf, type Search } from '../domain/directory/search.ts';
import { fold } from '../domain/laureates/text.ts';
import { offeredThemes, type Theme } from '../domain/programme/theme-list.ts';
import { type Choice, type ChoiceGroup, selectField, textField } from './fields.ts';
import { type Html, html } from './html.ts';

/** Those that are offered: a search for another, in an old link, is still answered. */
const themeGroups = (themes: readonly Theme[]): ChoiceGroup[] =>
  offeredThemes(themes).map(({ id, label, subthemes }) => ({
    label,
    choices: [
      { value: id, label: `Toute la thématique : ${label}` },
      ...subthemes.map((subtheme) => ({ value: subtheme.id, label: subtheme.label })),
    ],
  }));

const placeGroups: readonly (Choice | ChoiceGroup)[] = placesByRegion.map(({ region, departments }) => {
  const whole = {
    value: region.key,
    label: departments.length === 0 ? region.label : `Toute la région ${region.label}`,
  };
  if (departments.length === 0) return whole;
  return { label: region.label, choices: [whole, ...departments.map(({ key, label }) => ({ value: key, label }))] };
});

interface SearchFormProps {
  /** The page that the form asks for. */
  readonly action: string;
  readonly search: Search;
  /** Those that experts named. */
  readonly sectors: readonly string[];
  readonly themes: readonly Theme[];
}

/** A form that asks for an address: it works without scripts, and what it finds can be sent to somebody. */
export function searchForm({ action, search, sectors, themes }: SearchFormProps): Html {
  const { words, themeId, subthemeId, place, sector } = search;
  const asked = parametersOf(search).size > 0;
  return html`<search><form class="filters" action="${action}" method="get" aria-label="Chercher un expert">
${textField({ name: 'mots', label: 'Un métier, une matière, un nom', type: 'search', optional: true, value: words, maxLength: 100 })}
${selectField({ name: 'thematique', label: 'Thématique', optional: true, any: 'Toutes les thématiques', value: subthemeId ?? themeId ?? '', groups: themeGroups(themes) })}
${selectField({ name: 'territoire', label: 'Région ou département', optional: true, any: 'Toute la France', value: place?.key ?? '', groups: placeGroups })}
${sectorField(sector, sectors)}
<div class="row"><button class="button button-primary" type="submit">Chercher les experts</button>${asked && html`<a class="button button-quiet" href="${action}">Effacer les critères</a>`}<a class="button button-quiet map-link" href="#carte">Voir la carte</a></div>
</form></search>`;
}

/** One that nobody named any more, in an old link, stays what is asked: it is shown, and can be changed. */
function sectorField(sector: string, known: readonly string[]): Html {
  const named = known.find((one) => fold(one) === fold(sector));
  const choices = sector !== '' && named === undefined ? [sector, ...known] : known;
  return selectField({
    ...{ name: 'filiere', label: 'Filière', optional: true, any: 'Toutes les filières', value: named ?? sector },
    groups: choices.map((one) => ({ value: one, label: one })),
  });
}
