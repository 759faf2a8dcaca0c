import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, HOUR } from '../calendar.ts';
import { boundsOf, lastPeriod, nextPeriod, periodLabel, periodNamed, periodOf, summaryKindNames } from './periods.ts';

describe('A week', () => {
  it.each([
    ['2026-11-29', 'week.2026-W48', '2026-11-23', '2026-11-29'],
    ['2026-11-30', 'week.2026-W49', '2026-11-30', '2026-12-06'],
    // The new year: the week is of the year that has its Thursday.
    ['2026-12-31', 'week.2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-01-03', 'week.2026-W53', '2026-12-28', '2027-01-03'],
    ['2027-01-04', 'week.2027-W01', '2027-01-04', '2027-01-10'],
    ['2024-12-30', 'week.2025-W01', '2024-12-30', '2025-01-05'],
  ])('of %s is %s, from Monday to Sunday', (day, id, from, to) => {
    expect(periodOf('week', day)).toEqual({ id, kind: 'week', from, to });
  });

  it('has an hour less or more when the hour changes', () => {
    const hoursOf = (day: string) => {
      const { startsAt, endsAt } = boundsOf(periodOf('week', day));
      return (endsAt - startsAt) / HOUR;
    };
    expect(['2026-03-25', '2026-10-21', '2026-11-25'].map(hoursOf)).toEqual([167, 169, 168]);
  });
});

describe('A month', () => {
  it.each([
    ['2024-02-11', 'month.2024-02', '2024-02-01', '2024-02-29'],
    ['2026-11-30', 'month.2026-11', '2026-11-01', '2026-11-30'],
    ['2026-12-31', 'month.2026-12', '2026-12-01', '2026-12-31'],
  ])('of %s is %s, whatever its length', (day, id, from, to) => {
    expect(periodOf('month', day)).toEqual({ id, kind: 'month', from, to });
  });
});

describe('The last period that is over', () => {
  it('is the one before, on the clock of Paris', () => {
    // Seven in the morning in Paris, on a Monday that is the last of its month, and on the first of a year.
    expect(lastPeriod('week', Date.parse('2026-11-30T06:00:00Z')).id).toBe('week.2026-W48');
    expect(lastPeriod('month', Date.parse('2026-11-30T06:00:00Z')).id).toBe('month.2026-10');
    expect(lastPeriod('month', Date.parse('2027-01-01T06:00:00Z')).id).toBe('month.2026-12');
    // Half past midnight in Paris, the evening before elsewhere.
    expect(lastPeriod('month', Date.parse('2026-06-30T22:30:00Z')).id).toBe('month.2026-06');
  });
});

it('Periods of a kind follow each other without a gap, and each is found again by its name', () => {
  const instants = fc.integer({ min: Date.UTC(2023, 0, 1), max: Date.UTC(2032, 0, 1) });
  fc.assert(
    fc.property(instants, fc.constantFrom(...summaryKindNames), (now, kind) => {
      const period = periodOf(kind, dayOf(now));
      const { startsAt, endsAt } = boundsOf(period);
      expect(startsAt <= now && now < endsAt).toBe(true);
      expect(boundsOf(nextPeriod(period)).startsAt).toBe(endsAt);
      expect(nextPeriod(lastPeriod(kind, now))).toEqual(period);
      expect(periodNamed(period.id)).toEqual(period);
      expect(periodOf(kind, addDays(period.to, 1)).id).not.toBe(period.id);
    }),
  );
});

it.each(['', 'week', 'week.2026-W54', 'week.2026-48', 'month.2026-13', 'year.2026', 'month.2026-1', 'week.2026-W00'])(
  '« %s » names no period',
  (id) => expect(periodNamed(id)).toBeNull(),
);

it.each([
  ['week', '2026-11-25', 'semaine du 23 au 29 novembre 2026'],
  ['week', '2026-12-01', 'semaine du 30 novembre au 6 décembre 2026'],
  ['week', '2026-12-31', 'semaine du 28 décembre 2026 au 3 janvier 2027'],
  ['week', '2025-09-03', 'semaine du 1er au 7 septembre 2025'],
  ['month', '2026-11-25', 'mois de novembre 2026'],
  ['month', '2026-10-25', 'mois d’octobre 2026'],
] as const)('A %s is called as people say it: %s', (kind, day, label) => {
  expect(periodLabel(periodOf(kind, day))).toBe(label);
});
