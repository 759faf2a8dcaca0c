import { type MissionFilters, type MissionSort, noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { describe, expect, it } from 'vitest';
import { expertWords } from '../experts/expert-address.ts';
import { laureateWords } from '../laureates/laureate-address.ts';
import { missionsAddress, missionWords } from '../missions/mission-address.ts';
import { type Listing, listAddress, listingIn, parametersOf } from './list-address.ts';

type MissionListing = Listing<MissionFilters, MissionSort>;

const page = { ...missionWords.first, after: null, before: null, size: missionWords.rowsAPage };
const there = (search: string) => new URLSearchParams(search);

describe('The address of a list', () => {
  it('says nothing of what is not chosen', () => {
    expect(parametersOf(missionWords, { filters: noMissionFilter, page }).toString()).toBe('vue=missions');
    expect(listingIn(missionWords, there('vue=missions'))).toEqual({ filters: noMissionFilter, page });
  });

  it('says everything that is, and is read back the same', () => {
    const filters: MissionFilters = {
      ...{ words: 'énergie & co', late: true, theme: '9', promotion: 3, laureateId: 'lac', expertId: 'oikos' },
      state: 'awaiting_report',
      region: 'Île-de-France',
    };
    const asked: MissionListing = {
      filters,
      page: { ...page, sort: 'deadline', descending: true, after: 'm1:=2026-01-01' },
    };
    expect(listingIn(missionWords, there(parametersOf(missionWords, asked).toString()))).toEqual(asked);
    const before: MissionListing = {
      filters,
      page: { ...page, sort: 'laureate', descending: false, before: 'm1:=lac' },
    };
    expect(listingIn(missionWords, there(parametersOf(missionWords, before).toString()))).toEqual(before);
  });

  it.each([
    [
      'missions',
      (search: string): object => listingIn(missionWords, there(search)),
      'etat=nowhere&theme=rien&region=Mars&promotion=abc&tri=rien&manufacture=%3C',
    ],
    [
      'laureats',
      (search: string): object => listingIn(laureateWords, there(search)),
      'statut=nowhere&region=Mars&promotion=0&note=rien&tri=rien&miens=non',
    ],
    [
      'experts',
      (search: string): object => listingIn(expertWords, there(search)),
      'etat=nowhere&theme=rien&region=Mars&tri=rien&missions=non',
    ],
  ])('takes a word that it does not know for nothing: %s', (_part, listingOf, search) => {
    expect(listingOf(search)).toEqual(listingOf(''));
  });

  it.each(['attendue', 'remise', 'acceptee', 'a-reviser'])('keeps where a note stands: %s', (note) => {
    const listing = listingIn(laureateWords, there(`note=${note}`));
    expect(parametersOf(laureateWords, listing).get('note')).toBe(note);
  });

  it('begins again at the first page when a filter or the order changes, and keeps both from page to page', () => {
    const went: string[] = [];
    const list = listAddress(missionWords, {
      parameters: there('vue=missions&etat=closed&tri=expert&apres=m1:=x'),
      refine: (next) => went.push(next.toString()),
    });
    list.filter({ late: true });
    list.orderBy('deadline', true);
    list.clear();
    expect(went).toEqual([
      'vue=missions&etat=closed&retard=oui&tri=expert',
      'vue=missions&etat=closed&tri=echeance&sens=decroissant',
      'vue=missions&tri=expert',
    ]);
    expect(list.hrefOf({ after: 'm2:=y' })).toBe('/equipe?vue=missions&etat=closed&tri=expert&apres=m2%3A%3Dy');
    expect(list.hrefOf({ before: 'm1:=x' })).toBe('/equipe?vue=missions&etat=closed&tri=expert&avant=m1%3A%3Dx');
  });

  it('is what another page links to', () => {
    expect(missionsAddress({ laureateId: 'lac' })).toBe('/equipe?vue=missions&manufacture=lac');
    expect(missionsAddress({ state: 'closed', late: true })).toBe('/equipe?vue=missions&etat=closed&retard=oui');
  });
});
