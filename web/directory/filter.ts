import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { hasWords } from '@sur-mesure/functions/domain/lists/words';
import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { subthemeLabel, subthemes, themes } from '@sur-mesure/functions/domain/programme/themes';

/** What somebody looks for. `null` is « anything »; a sub-theme always comes with its theme. */
export interface Filter {
  readonly words: string;
  readonly themeId: string | null;
  readonly subthemeId: string | null;
  readonly region: string | null;
}

export const noFilter: Filter = { words: '', themeId: null, subthemeId: null, region: null };

/** Reads the address. What is unknown (an old link, a typing mistake) is left out rather than finding nobody. */
export function filterOf(parameters: URLSearchParams): Filter {
  const theme = parameters.get('thematique') ?? '';
  const region = parameters.get('region');
  const subthemeId = subthemes.has(theme) ? theme : null;
  const themeId = subthemeId === null ? theme : themeIdOf(subthemeId);
  return {
    words: parameters.get('mots') ?? '',
    themeId: themes.some(({ id }) => id === themeId) ? themeId : null,
    subthemeId,
    region: regions.find((known) => known === region) ?? null,
  };
}

/** Writes the address: what `filterOf` reads, nothing for what is not asked. */
export function parametersOf({ words, themeId, subthemeId, region }: Filter): URLSearchParams {
  const said = { mots: words, thematique: subthemeId ?? themeId, region };
  return new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Those that answer all that is asked, by name of company. */
export function matching(cards: readonly ExpertCard[], filter: Filter): ExpertCard[] {
  return cards
    .filter(
      (card) =>
        (filter.region === null || card.regions.includes(filter.region)) &&
        (filter.subthemeId === null || card.subthemes.includes(filter.subthemeId)) &&
        (filter.themeId === null || card.subthemes.some((id) => themeIdOf(id) === filter.themeId)) &&
        hasWords(readable(card), filter.words),
    )
    .toSorted((a, b) => a.company.localeCompare(b.company, 'fr'));
}

function themeIdOf(subthemeId: string): string {
  return subthemeId.split('.')[0] ?? subthemeId;
}

/** Labels of the themes of an expert, in the order of the programme. */
export function themeLabels(card: ExpertCard): string[] {
  const own = new Set(card.subthemes.map(themeIdOf));
  return themes.filter(({ id }) => own.has(id)).map(({ label }) => label);
}

function readable({ company, skills, sectors, subthemes: own, regions: places }: ExpertCard): string {
  return [company, skills, sectors, ...own.map(subthemeLabel), ...places].join(' ');
}
