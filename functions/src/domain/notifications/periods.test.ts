import { describe, expect, it } from 'vitest';
import { digestMorning, isoWeekOf, mondayOf } from './periods.ts';

const names = (instant: string, quiet: Parameters<typeof digestMorning>[1] = null) => {
  const morning = digestMorning(Date.parse(instant), quiet);
  return morning && [morning.daily.name, morning.weekly.name];
};

describe('The periods of a morning', () => {
  it('are the day and the week of Paris', () => {
    expect(names('2026-11-30T06:45:00Z')).toEqual(['2026-11-30', '2026-W49']);
    // In Paris it is already Monday.
    expect(names('2026-11-29T23:30:00Z')).toEqual(['2026-11-30', '2026-W49']);
  });

  it.each([
    ['the last Sunday of March', '2026-03-27T06:45:00Z', '2026-03-30T05:45:00Z', ['2026-W13', '2026-W14']],
    ['the last Sunday of October', '2026-10-23T05:45:00Z', '2026-10-26T06:45:00Z', ['2026-W43', '2026-W44']],
  ])('are each of their own around %s', (_name, friday, monday, weeks) => {
    const before = digestMorning(Date.parse(friday), null);
    const after = digestMorning(Date.parse(monday), null);
    expect([before?.weekly.name, after?.weekly.name]).toEqual(weeks);
    expect([before?.daily.name, after?.daily.name]).toEqual([friday.slice(0, 10), monday.slice(0, 10)]);
    expect(after?.weekly.monday).toBe(monday.slice(0, 10));
  });

  it('keep their names all day long on the days when the hour changes, and have none there: they are Sundays', () => {
    for (const day of ['2026-03-29', '2026-10-25'])
      for (const hour of ['00', '01', '02', '12', '20']) expect(names(`${day}T${hour}:30:00Z`), hour).toBeNull();
  });

  it('are none on a weekend or a holiday', () => {
    for (const day of ['2026-11-28', '2026-11-29', '2026-12-25', '2027-01-01'])
      expect(names(`${day}T06:45:00Z`), day).toBeNull();
  });

  it('make the weekly digest on Monday, or on the first working day of the week', () => {
    const madeOn = (day: string) => digestMorning(Date.parse(`${day}T06:45:00Z`), null)?.weekly.madeOn;
    expect(madeOn('2026-12-02')).toBe('2026-11-30');
    // Easter Monday.
    expect(madeOn('2026-04-07')).toBe('2026-04-07');
  });

  it('are quiet in the quiet period, and on a day when the programme is closed', () => {
    const august = { quietPeriod: { from: '08-01', to: '08-21' }, closedDays: ['2026-08-26'] };
    const quiet = (day: string) => digestMorning(Date.parse(`${day}T05:45:00Z`), august)?.quiet;
    expect(['2026-08-10', '2026-08-24', '2026-08-26'].map(quiet)).toEqual([true, false, true]);
  });
});

describe('A week', () => {
  it('belongs to the year of its Thursday', () => {
    expect(isoWeekOf('2026-12-31')).toBe('2026-W53');
    expect(isoWeekOf('2027-01-03')).toBe('2026-W53');
    expect(isoWeekOf('2027-01-04')).toBe('2027-W01');
    expect(isoWeekOf('2025-12-29')).toBe('2026-W01');
    expect(isoWeekOf('2024-12-30')).toBe('2025-W01');
    expect(isoWeekOf('2023-01-01')).toBe('2022-W52');
  });

  it('has one name from its Monday to its Sunday', () => {
    expect(['2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03'].map(mondayOf)).toEqual(
      Array.from({ length: 4 }, () => '2026-12-28'),
    );
  });
});
