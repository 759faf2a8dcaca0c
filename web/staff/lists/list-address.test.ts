import { type MissionFilters, type MissionSort, noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { describe, expect, it } from 'vitest';
import { expertWords } from '../experts/expert-address.ts';
import { laureateWords } from '../laureates/laureate-address.ts';
import { boardWords, missionsAddress, missionWords } from '../missions/mission-address.ts';
import { type Listing, leftOut, listAddress, listingIn, parametersOf, savedSearch } from './list-address.ts';

type MissionListing = Listing<MissionFilters, MissionSort>;

const page = { ...missionWords.first, after: null, before: null, size: missionWords.rowsAPage };
const whole = { hidden: [], savedId: null };
const there = (search: string) => new URLSearchParams(search);

describe('The address of a list', () => {
  it('says nothing of what is not chosen', () => {
    expect(parametersOf(missionWords, { filters: noMissionFilter, page, ...whole }).toString()).toBe('vue=missions');
    expect(listingIn(missionWords, there('vue=missions'))).toEqual({ filters: noMissionFilter, page, ...whole });
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
      ...{ hidden: ['devis', 'depuis'], savedId: 'v1' },
    };
    expect(listingIn(missionWords, there(parametersOf(missionWords, asked).toString()))).toEqual(asked);
    const before: MissionListing = {
      filters,
      page: { ...page, sort: 'laureate', descending: false, before: 'm1:=lac' },
      ...whole,
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

  it('keeps its place when a column is left out, and the view that it came from whatever is chosen', () => {
    const went: string[] = [];
    const list = listAddress(missionWords, {
      parameters: there('vue=missions&etat=closed&gardee=v1&apres=m1:=x'),
      refine: (next) => went.push(next.toString()),
    });
    list.hide(['devis', 'expert']);
    list.filter({ state: null });
    expect(went).toEqual([
      'vue=missions&etat=closed&sans=devis.expert&gardee=v1&apres=m1%3A%3Dx',
      'vue=missions&gardee=v1',
    ]);
  });

  it('says in one way what a view keeps of it, and none of its place', () => {
    const one = there('tri=expert&retard=oui&etat=closed&vue=missions&apres=m1:=x&gardee=v1&sans=devis');
    expect(savedSearch(missionWords, one)).toBe('etat=closed&retard=oui&tri=expert&sans=devis');
    expect(savedSearch(missionWords, there('vue=missions'))).toBe('');
  });

  it.each([
    ['etat=closed&retard=oui&tri=depuis&sens=decroissant&sans=devis&apres=x&gardee=v1', []],
    ['etat=nowhere&retard=oui', ['etat : nowhere']],
    ['couleur=bleu&tri=couleur&sans=devis.couleur', ['couleur : bleu', 'tri : couleur', 'sans : couleur']],
  ])('says what it asks for and nothing knows: %s', (search, left) => {
    expect(leftOut(missionWords, there(`vue=missions&${search}`))).toEqual(left);
  });

  it('of the board has the filters of missions, but for the state', () => {
    const { filters } = listingIn(boardWords, there('vue=etats&etat=closed&retard=oui&region=Bretagne'));
    expect(filters).toEqual({ ...noMissionFilter, late: true, region: 'Bretagne' });
    expect(leftOut(boardWords, there('vue=etats&etat=closed&retard=oui'))).toEqual(['etat : closed']);
  });

  it('is what another page links to', () => {
    expect(missionsAddress({ laureateId: 'lac' })).toBe('/equipe?vue=missions&manufacture=lac');
    expect(missionsAddress({ state: 'closed', late: true })).toBe('/equipe?vue=missions&etat=closed&retard=oui');
  });
});
