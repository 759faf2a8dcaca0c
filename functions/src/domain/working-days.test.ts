import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, HOUR, MINUTE } from './calendar.ts';
import {
  addWorkingDays,
  holidaysOf,
  isHoliday,
  isQuietPeriod,
  isWorkingDay,
  LONGEST_QUIET_PERIOD,
  type Rest,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

const restingFrom = (from: string, to: string): Rest => ({ quietPeriod: { from, to }, closedDays: [] });
const august = restingFrom('08-01', '08-31');

describe('The public holidays of France', () => {
  it.each([
    [2023, '2023-04-10', '2023-05-18', '2023-05-29'],
    [2024, '2024-04-01', '2024-05-09', '2024-05-20'],
    [2025, '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
    [2030, '2030-04-22', '2030-05-30', '2030-06-10'],
    // The earliest and latest Easters that anybody alive will see.
    [2008, '2008-03-24', '2008-05-01', '2008-05-12'],
    [2038, '2038-04-26', '2038-06-03', '2038-06-14'],
    // Where the plain lunar cycle alone would be a week too late.
    [1954, '1954-04-19', '1954-05-27', '1954-06-07'],
    [1981, '1981-04-20', '1981-05-28', '1981-06-08'],
  ])('move with Easter in %i: Easter Monday, Ascension, Pentecost Monday', (year, ...moving) => {
    expect(holidaysOf(year)).toEqual(expect.arrayContaining(moving));
    expect(moving.map(isHoliday)).toEqual([true, true, true]);
  });

  it('are eleven, in order, two of them on one day some years', () => {
    expect(holidaysOf(2025)).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-05-01',
      '2025-05-08',
      '2025-05-29',
      '2025-06-09',
      '2025-07-14',
      '2025-08-15',
      '2025-11-01',
      '2025-11-11',
      '2025-12-25',
    ]);
    expect(holidaysOf(2008).filter((day) => day === '2008-05-01')).toHaveLength(2);
    expect(isHoliday('2025-04-18')).toBe(false);
  });
});

describe('Working days leave out weekends, public holidays and the quiet period', () => {
  it.each([
    ['from a Tuesday', '2024-03-05', 1, '2024-03-06'],
    ['over one weekend', '2024-03-08', 1, '2024-03-11'],
    ['from a Saturday', '2024-03-09', 1, '2024-03-11'],
    ['two weeks', '2024-03-05', 10, '2024-03-19'],
    ['none', '2024-03-09', 0, '2024-03-09'],
    ['over the change of hour in March, and Easter Monday', '2024-03-29', 1, '2024-04-02'],
    ['over the change of hour in October', '2024-10-25', 1, '2024-10-28'],
    ['over the end of the year', '2024-12-31', 1, '2025-01-02'],
    ['over Christmas and New Year', '2024-12-24', 5, '2025-01-02'],
    ['over four holidays of May', '2024-04-30', 4, '2024-05-07'],
    ['backwards over a weekend', '2024-03-11', -1, '2024-03-08'],
    ['backwards over the end of the year', '2025-01-02', -1, '2024-12-31'],
  ])('%s', (_name, from, count, expected) => expect(addWorkingDays(from, count, null)).toBe(expected));

  it.each([
    ['the last one before August', '2025-07-30', 1, '2025-07-31'],
    ['the first one after August', '2025-07-31', 1, '2025-09-01'],
    ['from the middle of August', '2025-08-14', 2, '2025-09-02'],
  ])('in a programme that rests in August: %s', (_name, from, count, expected) => {
    expect(addWorkingDays(from, count, august)).toBe(expected);
    expect(isWorkingDay('2025-08-05', august)).toBe(false);
    expect(isWorkingDay('2025-08-05', null)).toBe(true);
  });

  it('leaves out the other days on which the programme is closed, that year and no other', () => {
    const bridge = { quietPeriod: null, closedDays: ['2024-05-10'] };
    expect(addWorkingDays('2024-05-07', 1, bridge)).toBe('2024-05-13');
    expect(addWorkingDays('2024-05-07', 1, null)).toBe('2024-05-10');
    expect(isWorkingDay('2027-05-10', bridge)).toBe(true);
  });

  it('rests over the end of a year too', () => {
    const winter = restingFrom('12-22', '01-04');
    expect(addWorkingDays('2025-12-19', 1, winter)).toBe('2026-01-05');
    expect(workingDayFrom('2025-12-25', winter)).toBe('2026-01-05');
    expect(workingDayFrom('2025-12-19', winter)).toBe('2025-12-19');
  });

  it.each([
    ['23:30 on the eve of the change in March is still Saturday', Date.UTC(2025, 2, 29, 22, 30), '2025-03-29'],
    ['00:30 that night is Sunday', Date.UTC(2025, 2, 29, 23, 30), '2025-03-30'],
    ['the millisecond before 02:00, which becomes 03:00', Date.UTC(2025, 2, 30, 1) - 1, '2025-03-30'],
    ['that instant', Date.UTC(2025, 2, 30, 1), '2025-03-30'],
    ['23:30 of the shortest day', Date.UTC(2025, 2, 30, 21, 30), '2025-03-30'],
    ['00:30 on the Monday', Date.UTC(2025, 2, 30, 22, 30), '2025-03-31'],
    ['00:30 on the Sunday of October', Date.UTC(2025, 9, 25, 22, 30), '2025-10-26'],
    ['02:30 the first time, and an hour later the second', Date.UTC(2025, 9, 26, 0, 30), '2025-10-26'],
    ['the instant of the change', Date.UTC(2025, 9, 26, 1), '2025-10-26'],
    ['23:30 of the longest day', Date.UTC(2025, 9, 26, 22, 30), '2025-10-26'],
    ['00:30 on its Monday', Date.UTC(2025, 9, 26, 23, 30), '2025-10-27'],
    ['23:30 on New Year’s Eve', Date.UTC(2025, 11, 31, 22, 30), '2025-12-31'],
    ['00:30 on New Year’s Day', Date.UTC(2025, 11, 31, 23, 30), '2026-01-01'],
  ])('are days of Paris: %s', (_name, instant, day) => {
    expect(dayOf(instant)).toBe(day);
    expect(isWorkingDay(dayOf(instant), null)).toBe(['2025-03-31', '2025-10-27', '2025-12-31'].includes(day));
  });

  it('are the same whatever the hour of the same day', () => {
    const before = dayOf(Date.UTC(2025, 2, 30, 1) - MINUTE);
    const after = dayOf(Date.UTC(2025, 2, 30, 1) + 20 * HOUR);
    expect(addWorkingDays(before, 3, null)).toBe(addWorkingDays(after, 3, null));
  });
});

const days = fc.integer({ min: 0, max: 12_000 }).map((offset): Day => addDays('2015-01-01', offset));
const quiets = fc.constantFrom(null, august, restingFrom('12-20', '01-05'), {
  quietPeriod: null,
  closedDays: ['2015-01-02', '2020-05-22', '2024-05-10'],
});

describe('For any day', () => {
  it('the counted day is a working day, in the direction asked for, further for more days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), quiets, (day, count, quiet) => {
        const [forward, further] = [addWorkingDays(day, count, quiet), addWorkingDays(day, count + 1, quiet)];
        expect(isWorkingDay(forward, quiet)).toBe(true);
        expect(day < forward && forward < further).toBe(true);
        expect(addWorkingDays(addDays(day, 1), count, quiet) >= forward).toBe(true);
        // Back and forth over as many days comes back to the same working day.
        if (isWorkingDay(day, quiet)) expect(addWorkingDays(forward, -count, quiet)).toBe(day);
      }),
      { seed: 20_250_304, numRuns: 200 },
    );
  });
});

describe('The working days between two days', () => {
  it('are those after the first, with the last', () => {
    // A Friday, and the Tuesday after Easter Monday.
    expect(workingDaysBetween('2024-03-29', '2024-04-02', null)).toBe(1);
    expect(workingDaysBetween('2024-03-29', '2024-03-29', null)).toBe(0);
    expect(workingDaysBetween('2024-07-31', '2024-09-02', august)).toBe(1);
  });

  it('take the day they are counted from to the day they are counted to', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), quiets, (day, count, quiet) => {
        expect(workingDaysBetween(day, addWorkingDays(day, count, quiet), quiet)).toBe(count);
      }),
      { seed: 20_250_304, numRuns: 200 },
    );
  });
});

describe('A quiet period', () => {
  it.each([
    { from: '08-01', to: '08-31' },
    { from: '12-20', to: '01-05' },
    { from: '08-15', to: '08-15' },
  ])('may be %o', (period) => expect(isQuietPeriod(period)).toBe(true));
  it.each([
    { from: '01-01', to: '12-31' },
    { from: '06-01', to: '08-31' },
    { from: '08-32', to: '08-31' },
    { from: 'août', to: '08-31' },
    { from: '09-01', to: '08-01' },
  ])(`is never longer than ${LONGEST_QUIET_PERIOD} days, nor of days that do not exist: %o`, (period) =>
    expect(isQuietPeriod(period)).toBe(false),
  );
});
