import { expertStates } from '@sur-mesure/functions/domain/experts/profile';
import type { ExpertFilters, ExpertSort } from '@sur-mesure/functions/domain/lists/experts';
import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { type ListAddress, type ListWords, namesOf, oneOf } from '../lists/list-address.ts';
import { themeIn } from '../lists/programme-choices.ts';

export type ExpertList = ListAddress<ExpertFilters, ExpertSort>;

/** The list of experts in its address. */
export const expertWords: ListWords<ExpertFilters, ExpertSort> = {
  part: 'experts',
  sorts: { structure: 'company', etat: 'state', inscription: 'submittedAt', confirmation: 'confirmedAt' },
  first: { sort: 'company', descending: false },
  rowsAPage: 50,
  columns: { etat: 'État', contact: 'Contact', missions: 'Missions', inscription: 'Inscrite le' },
  filtersIn: (parameters) => ({
    words: parameters.get('mots') ?? '',
    state: oneOf(namesOf(expertStates), parameters.get('etat')),
    theme: themeIn(parameters.get('theme')),
    region: oneOf(regions, parameters.get('region')),
    open: parameters.get('missions') === 'oui',
  }),
  wordsOf: ({ words, state, theme, region, open }) => ({ mots: words, etat: state, theme, region, missions: open }),
};
