import { describe, expect, it } from 'vitest';
import { atelier, bocal } from '../laureates/testing/records.ts';
import {
  type LaureateFilters,
  type LaureateSort,
  laureateChoice,
  laureatesPage,
  listedLaureate,
  noLaureateFilter,
} from './laureates.ts';

const balance = (awardedCents: number, remainingCents: number) => ({
  ...{ awardedCents, committedCents: awardedCents - remainingCents, settledCents: 0, paidCents: 0, remainingCents },
});
const noted = { version: 1, subthemes: [], accepted: false, at: 0 };
const laureates = [
  listedLaureate({
    ...atelier,
    name: 'Écluse',
    balance: balance(1000, 400),
    note: null,
    referent: { uid: 'ines', phone: '' },
  }),
  listedLaureate({
    ...bocal,
    balance: balance(500, 450),
    promotion: 3,
    region: 'Corse',
    note: { ...noted, answer: 'accept' },
  }),
];
const found = (filters: Partial<LaureateFilters>, sort: LaureateSort = 'name', descending = false) =>
  laureatesPage(
    laureates,
    { filters: { ...noLaureateFilter, ...filters }, reader: 'ines' },
    { sort, descending, after: null, before: null, size: 10 },
  );
const namesOf = (filters: Partial<LaureateFilters>) => found(filters).page.rows.map(({ name }) => name);

describe('The list of laureates', () => {
  it('is found by name, number, territory, note and referent', () => {
    expect(namesOf({})).toEqual(['Écluse', 'Le Bocal']);
    expect(namesOf({ words: 'ecluse' })).toEqual(['Écluse']);
    expect(namesOf({ words: 'promotion 3' })).toEqual(['Le Bocal']);
    expect(namesOf({ words: laureates[0]?.sirets[0] ?? 'none' })).toContain('Écluse');
    expect(namesOf({ region: 'Corse' })).toEqual(['Le Bocal']);
    expect(namesOf({ promotion: 3 })).toEqual(['Le Bocal']);
    expect(namesOf({ note: 'awaited' })).toEqual(['Écluse']);
    expect(namesOf({ note: 'accepted' })).toEqual(['Le Bocal']);
    expect(namesOf({ note: 'handedIn' })).toEqual([]);
    expect(namesOf({ mine: true })).toEqual(['Écluse']);
    expect(namesOf({ mine: true, words: 'bocal' })).toEqual([]);
    expect(namesOf({ status: 'suspended' })).toEqual([]);
  });

  it('is ordered by name or amount', () => {
    expect(found({}, 'remaining').page.rows.map(({ name }) => name)).toEqual(['Écluse', 'Le Bocal']);
    expect(found({}, 'remaining', true).page.rows.map(({ name }) => name)).toEqual(['Le Bocal', 'Écluse']);
  });

  it('adds up all that is found, not the page alone, and says how many are registered', () => {
    expect(found({}).total).toMatchObject({ awardedCents: 1500, remainingCents: 850 });
    const onePage = laureatesPage(
      laureates,
      { filters: noLaureateFilter, reader: 'ines' },
      { sort: 'name', descending: false, after: null, before: null, size: 1 },
    );
    expect([onePage.page.rows.length, onePage.total.awardedCents, onePage.registered]).toEqual([1, 1500, 2]);
    expect(found({ words: 'bocal' }).total.awardedCents).toBe(500);
    expect(found({ words: 'nowhere' })).toMatchObject({ registered: 2, total: { awardedCents: 0 } });
  });

  it('to choose one says no amount', () => {
    const [one] = laureates.map(laureateChoice);
    expect(Object.keys(one ?? {}).sort()).toEqual(['laureateId', 'name', 'reference', 'sirets', 'status']);
  });
});
