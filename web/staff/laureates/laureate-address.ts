import { laureateStatuses } from '@sur-mesure/functions/domain/laureates/laureate';
import {
  type LaureateFilters,
  type LaureateSort,
  type NoteStanding,
  noteStandings,
} from '@sur-mesure/functions/domain/lists/laureates';
import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { type ListAddress, type ListWords, namesOf, numberIn, oneOf } from '../lists/list-address.ts';

export type LaureateList = ListAddress<LaureateFilters, LaureateSort>;

const noteWords = {
  attendue: 'awaited',
  remise: 'handedIn',
  acceptee: 'accepted',
  'a-reviser': 'toRevise',
} as const satisfies Record<string, NoteStanding>;

/** The list of laureates in its address. */
export const laureateWords: ListWords<LaureateFilters, LaureateSort> = {
  part: 'laureats',
  sorts: {
    ...{ nom: 'name', region: 'region', promotion: 'promotion' },
    ...{ attribue: 'awarded', engage: 'committed', regle: 'settled', reste: 'remaining' },
  },
  first: { sort: 'name', descending: false },
  rowsAPage: 50,
  columns: {
    ...{ promotion: 'Promotion', note: 'Note de cadrage' },
    ...{ attribue: 'Attribué', engage: 'Engagé', regle: 'Réglé', reste: 'Reste' },
  },
  filtersIn: (parameters) => ({
    words: parameters.get('mots') ?? '',
    status: oneOf(namesOf(laureateStatuses), parameters.get('statut')),
    region: oneOf(regions, parameters.get('region')),
    promotion: numberIn(parameters.get('promotion')),
    note: noteIn(parameters.get('note')),
    mine: parameters.get('miens') === 'oui',
  }),
  wordsOf: ({ words, status, region, promotion, note, mine }) => ({
    ...{ mots: words, statut: status, region, promotion, miens: mine },
    note: namesOf(noteWords).find((word) => noteWords[word] === note) ?? null,
  }),
};

function noteIn(word: string | null): NoteStanding | null {
  const known = oneOf(namesOf(noteWords), word);
  return known === null ? null : noteWords[known];
}

export const noteChoices = namesOf(noteStandings).map((value) => ({ value, label: noteStandings[value].label }));
export const statusChoices = namesOf(laureateStatuses).map((value) => ({ value, label: laureateStatuses[value] }));
