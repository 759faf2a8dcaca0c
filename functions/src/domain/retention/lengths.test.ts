import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar.ts';
import { defaultSettings } from '../programme/settings.ts';
import { isOver } from './closing.ts';
import { addMonths, cutoff, formatMonths } from './lengths.ts';

describe('Months', () => {
  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-15', -24, '2024-01-15'],
    ['2026-12-31', 120, '2036-12-31'],
  ])('of %s, %i more: %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('are whole days of Paris: what was written on the day itself is kept until that day is over', () => {
    const now = Date.parse('2026-11-30T12:00:00Z');
    const end = cutoff(now, { months: 3 });
    expect([dayOf(end), dayOf(end + 1)]).toEqual(['2026-08-29', '2026-08-30']);
    expect(cutoff(now, { days: 30 })).toBe(Date.parse('2026-10-31T12:00:00Z'));
  });

  it('are written as people say them', () => {
    expect([24, 120, 12, 3].map(formatMonths)).toEqual(['24\u00a0mois', '10\u00a0ans', '12\u00a0mois', '3\u00a0mois']);
  });
});

describe('The closing of the programme', () => {
  it('is its last settlement; its ten years are over the day after', () => {
    const settings = { dates: { ...defaultSettings.dates, lastSettlement: '2024-12-31' } };
    expect(isOver(settings, 120, Date.parse('2034-12-31T12:00:00Z'))).toBe(false);
    expect(isOver(settings, 120, Date.parse('2035-01-01T12:00:00Z'))).toBe(true);
  });
});
