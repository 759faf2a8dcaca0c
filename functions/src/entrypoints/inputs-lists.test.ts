import { describe, expect, it } from 'vitest';
import { noLaureateFilter } from '../domain/lists/laureates.ts';
import { noMissionFilter } from '../domain/lists/missions.ts';
import { viewActionInput } from './inputs-saved-views.ts';
import { viewInput } from './inputs-views.ts';

const page = { sort: 'since', descending: true, after: null, before: null, size: 25 };
const missions = { name: 'missions', filters: noMissionFilter, page };
const laureates = { name: 'laureates', filters: noLaureateFilter, page: { ...page, sort: 'name' } };
const isAsked = (request: unknown) => viewInput.safeParse(request).success;

describe('What is asked of a list', () => {
  it('has its own filters and its own orders', () => {
    expect([isAsked(missions), isAsked(laureates)]).toEqual([true, true]);
    expect(isAsked({ ...missions, page: { ...page, sort: 'name' } })).toBe(false);
    expect(isAsked({ ...laureates, filters: noMissionFilter })).toBe(false);
    expect(isAsked({ ...missions, page: { ...page, sort: 'toString' } })).toBe(false);
    expect(isAsked({ ...missions, filters: { ...noMissionFilter, state: 'nowhere' } })).toBe(false);
    expect(isAsked({ ...missions, filters: { ...noMissionFilter, words: 'x'.repeat(201) } })).toBe(false);
  });

  it.each([0, -1, 1.5, 501, null])('is a page of 1 to 500 lines, never of %s', (size) => {
    expect(isAsked({ ...missions, page: { ...page, size } })).toBe(false);
    expect(isAsked({ ...missions, page: { ...page, size: 500 } })).toBe(true);
  });

  it('begins after a task or a line of a ledger, and after no other path', () => {
    const tasks = (after: string | null) => isAsked({ name: 'staff', whose: 'all', after });
    expect([tasks(null), tasks(`deadMail.${'a'.repeat(150)}`), tasks('a/b')]).toEqual([true, true, false]);
    expect([tasks('deadMail.m1:1710000000000'), tasks('deadMail.m1:x')]).toEqual([true, false]);
    const ledger = (after: string | null) => isAsked({ name: 'programmeLedger', after });
    expect([ledger(null), ledger('lac:m1.v1.commit'), ledger('lac:award.n°12:a')]).toEqual([true, true, true]);
    expect([ledger('lac'), ledger('lac/x:y'), ledger('lac:x/y')]).toEqual([false, false, false]);
  });
});

describe('What is asked of a saved view', () => {
  const call = { operationId: '6a3f1d0e-3c1b-4c39-9d0a-0c8f0a4f4f11', keeper: 'own' };
  const kept = { ...call, action: 'keep', list: 'missions', name: 'En retard', search: 'retard=oui' };
  const ofOne = { ...call, action: 'remove', viewId: 'v1', revision: 1 };
  const may = (command: unknown) => viewActionInput.safeParse(command).success;

  it('is of a list of the team, and of what a list is found by', () => {
    expect([may(kept), may(ofOne), may({ ...ofOne, action: 'restore' })]).toEqual([true, true, true]);
    expect([may({ ...kept, list: 'reglages' }), may({ ...kept, list: 'toString' })]).toEqual([false, false]);
    expect([may({ ...kept, search: 'vue=reglages' }), may({ ...kept, search: 'https://a.b/' })]).toEqual([
      false,
      false,
    ]);
    expect([may({ ...kept, keeper: 'ines' }), may({ ...ofOne, viewId: 'a/b' })]).toEqual([false, false]);
  });
});
