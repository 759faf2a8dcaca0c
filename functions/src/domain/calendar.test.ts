import { describe, expect, it } from 'vitest';
import { addDays, DAY, dayOf, endOfDay, formatDay, formatInstant, HOUR, isDay, MINUTE, parisTime } from './calendar.ts';

describe('The day it is in Paris', () => {
  it.each([
    ['winter: an hour ahead', Date.UTC(2024, 0, 31, 22, 59), '2024-01-31'],
    ['winter: past midnight', Date.UTC(2024, 0, 31, 23, 0), '2024-02-01'],
    ['summer: two hours ahead', Date.UTC(2024, 6, 14, 21, 59), '2024-07-14'],
    ['summer: past midnight', Date.UTC(2024, 6, 14, 22, 0), '2024-07-15'],
    ['the evening before the clock goes forward', Date.UTC(2024, 2, 30, 22, 59), '2024-03-30'],
    ['the evening of the day it went forward', Date.UTC(2024, 2, 31, 21, 59), '2024-03-31'],
    ['and midnight comes an hour earlier in UTC', Date.UTC(2024, 2, 31, 22, 0), '2024-04-01'],
    ['the day it goes back lasts 25 hours', Date.UTC(2024, 9, 27, 22, 59), '2024-10-27'],
    ['the last day of the programme', Date.UTC(2024, 11, 31, 22, 59, 59), '2024-12-31'],
    ['a minute into the next year', Date.UTC(2024, 11, 31, 23, 1), '2025-01-01'],
  ])('%s', (_name, instant, day) => expect(dayOf(instant)).toBe(day));

  it.each(['2024-01-31', '2024-07-14', '2024-03-30', '2024-03-31', '2024-10-26', '2024-10-27', '2024-12-31'])(
    'ends a millisecond before the next one: %s',
    (day) => {
      expect(dayOf(endOfDay(day))).toBe(day);
      expect(dayOf(endOfDay(day) + 1)).toBe(addDays(day, 1));
    },
  );

  it('lasts 23, 24 or 25 hours', () => {
    const lasts = (noon: number) => {
      let minutes = 0;
      for (let at = noon - DAY; at < noon + DAY; at += MINUTE) if (dayOf(at) === dayOf(noon)) minutes += 1;
      return (minutes * MINUTE) / HOUR;
    };
    expect([Date.UTC(2024, 2, 31, 11), Date.UTC(2024, 5, 1, 11), Date.UTC(2024, 9, 27, 11)].map(lasts)).toEqual([
      23, 24, 25,
    ]);
  });
});

it('The clock of Paris is written with its offset, in winter and in summer', () => {
  expect(parisTime(Date.UTC(2024, 0, 31, 23, 30))).toBe('2024-02-01T00:30:00.000+01:00');
  expect(parisTime(Date.UTC(2024, 6, 14, 9, 5))).toBe('2024-07-14T11:05:00.000+02:00');
});

describe('Days are written YYYY-MM-DD', () => {
  it.each(['2024-02-29', '2024-12-31', '2023-02-28'])('%s is one', (day) => expect(isDay(day)).toBe(true));
  it.each(['2023-02-29', '2024-02-30', '2024-13-01', '24-02-01', '2024-2-1', '2024-02-01T00:00', ''])(
    '%s is not',
    (day) => expect(isDay(day)).toBe(false),
  );

  it('and are counted whatever the hour changes', () => {
    expect(addDays('2024-03-30', 2)).toBe('2024-04-01');
    expect(addDays('2024-10-27', -1)).toBe('2024-10-26');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  });
});

describe('Dates in full, as the French write them', () => {
  it('name the day, and say « 1er »', () => {
    expect(formatDay('2025-03-04')).toBe('mardi 4 mars 2025');
    expect(formatDay('2025-03-01')).toBe('samedi 1er mars 2025');
    expect(formatDay('2025-03-11')).toBe('mardi 11 mars 2025');
    expect(formatInstant(Date.UTC(2025, 2, 4, 13, 5))).toBe('mardi 4 mars 2025 à 14:05');
    expect(formatInstant(Date.UTC(2025, 7, 31, 22, 0))).toBe('lundi 1er septembre 2025 à 00:00');
  });
});
