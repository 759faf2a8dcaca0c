import { type MissionFilters, type MissionSort, noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { allStates } from '@sur-mesure/functions/domain/missions/states';
import { regions } from '@sur-mesure/functions/domain/programme/territories';
import { type ListAddress, type ListWords, numberIn, oneOf, parametersOf } from '../lists/list-address.ts';
import { themeIn } from '../lists/programme-choices.ts';

export type MissionList = ListAddress<MissionFilters, MissionSort>;

/** The list of missions in its address. `manufacture` and `structure` name one by its id: links of their pages lead here. */
export const missionWords: ListWords<MissionFilters, MissionSort> = {
  part: 'missions',
  sorts: {
    ...{ depuis: 'since', echeance: 'deadline', manufacture: 'laureate', expert: 'expert', etat: 'state' },
    demande: 'createdAt',
  },
  first: { sort: 'since', descending: true },
  rowsAPage: 25,
  columns: { etat: 'État', expert: 'Expert', echeance: 'Réponse attendue', devis: 'Devis', depuis: 'Depuis le' },
  filtersIn: (parameters) => ({
    words: parameters.get('mots') ?? '',
    state: oneOf(allStates, parameters.get('etat')),
    late: parameters.get('retard') === 'oui',
    theme: themeIn(parameters.get('theme')),
    region: oneOf(regions, parameters.get('region')),
    promotion: numberIn(parameters.get('promotion')),
    laureateId: idIn(parameters.get('manufacture')),
    expertId: idIn(parameters.get('structure')),
  }),
  wordsOf: ({ words, state, late, theme, region, promotion, laureateId, expertId }) => ({
    ...{ mots: words, etat: state, retard: late, theme, region, promotion },
    ...{ manufacture: laureateId, structure: expertId },
  }),
};

function idIn(word: string | null): string | null {
  return word !== null && /^[\w.-]{1,120}$/.test(word) ? word : null;
}

/** The missions that these filters find: what another page links to. */
export function missionsAddress(filters: Partial<MissionFilters>, order: Order = missionWords.first): string {
  const page = { ...order, after: null, before: null, size: missionWords.rowsAPage };
  const listing = { filters: { ...noMissionFilter, ...filters }, page, hidden: [], savedId: null };
  return `/equipe?${parametersOf(missionWords, listing)}`;
}

type Order = ListWords<MissionFilters, MissionSort>['first'];

/** The board in its address: the same filters, but for the state, of which each column is one; its order and its cards are always the same. */
export const boardWords: ListWords<MissionFilters, MissionSort> = {
  ...missionWords,
  part: 'etats',
  sorts: {},
  columns: {},
  filtersIn: (parameters) => ({ ...missionWords.filtersIn(parameters), state: null }),
};
