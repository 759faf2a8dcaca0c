import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, formatDay, formatInstant, HOUR, parisTime } from './calendar.ts';
import { formatEuros, LARGEST_CENTS } from './money.ts';
import { frenchList, frenchNumber } from './written-french.ts';

/** What we write out is what `Intl` writes: the day a law or a custom changes, a newer Node says so here. */

it('lists are joined as Intl joins them', () => {
  const intl = new Intl.ListFormat('fr-FR', { type: 'conjunction' });
  fc.assert(fc.property(fc.array(fc.string(), { maxLength: 6 }), (items) => frenchList(items) === intl.format(items)));
});

it('amounts are those of Intl, with the sign « − »', () => {
  const intl = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });
  fc.assert(
    fc.property(fc.integer({ min: -LARGEST_CENTS, max: LARGEST_CENTS }), (cents) => {
      expect(formatEuros(cents)).toBe(intl.format(cents / 100).replace('-', '−'));
    }),
  );
});

it('numbers are those of Intl, to a tenth', () => {
  const intl = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (hundredths) => {
      // A half, between two tenths, is not one for both: 0.15 is a little less.
      fc.pre(hundredths % 10 !== 5);
      expect(frenchNumber(hundredths / 100)).toBe(intl.format(hundredths / 100));
    }),
  );
});

it('days and hours of Paris are those of Intl, at each hour of the changes and on each day of thirty years', () => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });
  const full = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'full', timeStyle: 'short' });
  const utcDay = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', dateStyle: 'full' });
  const ordinal = (date: string) => date.replace(/(?<=^\p{L}+ )1(?= )/u, '1er');
  const same = (instant: number) => {
    expect(dayOf(instant)).toBe(day.format(instant));
    expect(`GMT${parisTime(instant).slice(-6)}`).toBe(offset.format(instant).split(', ').at(-1));
    expect(formatInstant(instant)).toBe(ordinal(full.format(instant)));
    expect(formatDay(new Date(instant).toISOString().slice(0, 10))).toBe(ordinal(utcDay.format(instant)));
  };
  for (let instant = Date.UTC(2010, 0, 1, 23, 30); instant < Date.UTC(2040, 0, 1); instant += 25 * HOUR) same(instant);
  for (let year = 2010; year < 2040; year += 1) {
    for (const month of [2, 9]) {
      for (let hour = 0; hour < 8 * 24; hour += 1) same(Date.UTC(year, month, 24, hour));
    }
  }
});
