import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { describe, expect, test } from 'vitest';
import { type LaureateRow, laureatesMatching, missionsMatching, stateOf, totalOf } from './filter.ts';

const mission: MissionRow = {
  missionId: 'm1',
  state: 'awaiting_report',
  since: 0,
  lastReminderAt: null,
  needId: 'n1',
  need: 'Revoir les tarifs',
  subthemes: [],
  expertName: 'Oïkos',
  laureateNames: ['La Fabrique du Lac'],
  shareCents: null,
  validated: false,
};

function laureate(name: string, remainingCents: number): LaureateRow {
  const balance = { awardedCents: 1000, committedCents: 0, settledCents: 0, paidCents: 0, remainingCents };
  return {
    laureateId: name,
    name,
    reference: null,
    status: 'active',
    referentUid: null,
    sirets: [],
    region: 'Bretagne',
    promotion: 3,
    territory: 'rural',
    noteVersion: null,
    noteAnswer: null,
    balance,
  };
}

describe('missions of the programme', () => {
  test('are found by laureate, expert or need, and by state', () => {
    const found = (words: string, state = stateOf(null)) => missionsMatching([mission], { words, state }).length;
    expect(found('')).toBe(1);
    expect(found('fabrique oikos tarifs')).toBe(1);
    expect(found('forge')).toBe(0);
    expect(found('', 'awaiting_report')).toBe(1);
    expect(found('', 'closed')).toBe(0);
  });

  test('ignore a state that does not exist', () => {
    expect(stateOf('closed')).toBe('closed');
    expect(stateOf('nowhere')).toBeNull();
  });
});

test('the total is of the laureates shown', () => {
  const all = [laureate('La Forge', 400), laureate('Le Lac', 100)];
  expect(totalOf(all)).toMatchObject({ awardedCents: 2000, remainingCents: 500 });
  expect(totalOf(laureatesMatching(all, { words: 'forge promotion 3', referentUid: null }))).toMatchObject({
    awardedCents: 1000,
    remainingCents: 400,
  });
  expect(totalOf([])).toMatchObject({ remainingCents: 0 });
});

test('a member of staff finds its own laureates, whatever the words', () => {
  const mine = { ...laureate('La Forge', 400), referentUid: 'ines' };
  const all = [mine, laureate('Le Lac', 100)];
  expect(laureatesMatching(all, { words: '', referentUid: 'ines' })).toEqual([mine]);
  expect(laureatesMatching(all, { words: 'lac', referentUid: 'ines' })).toEqual([]);
  expect(laureatesMatching(all, { words: '', referentUid: null })).toEqual(all);
});
