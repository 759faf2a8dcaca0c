import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../calendar.ts';
import { type CalendarDay, calendarFile } from './calendar-file.ts';

/** Five past two in the afternoon in Paris, 5 March 2024. */
const now = Date.UTC(2024, 2, 5, 13, 5, 9);
const day: CalendarDay = {
  ...{ uid: 'mission.m1.plannedEnd@exemple.fr', day: '2024-02-28', title: 'Fin prévue', description: '' },
  address: 'https://exemple.fr/laureat?mission=m1',
};

const octets = (text: string) => new TextEncoder().encode(text).length;
/** As a diary reads it: lines joined again, then each property by its name. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const propertyOf = (file: string, name: string) =>
  linesOf(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const unescaped = (value = '') =>
  value.replaceAll(/\\([nN\\;,])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));

describe('A calendar file', () => {
  it('says a whole day on which nobody is busy, by its own name, as of the instant that it is given', () => {
    expect(calendarFile([day], now)).toBe(
      [
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//France Tiers-Lieux//Sur mesure//FR', 'CALSCALE:GREGORIAN'],
        ...['BEGIN:VEVENT', 'UID:mission.m1.plannedEnd@exemple.fr', 'DTSTAMP:20240305T130509Z'],
        ...[`SEQUENCE:${Math.floor(now / MINUTE)}`, 'DTSTART;VALUE=DATE:20240228', 'DTEND;VALUE=DATE:20240229'],
        ...['SUMMARY:Fin prévue', 'URL:https://exemple.fr/laureat?mission=m1', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
        ...['END:VCALENDAR', ''],
      ].join('\r\n'),
    );
  });

  it('moves a date that a diary already has, instead of adding one', () => {
    const moved = calendarFile([{ ...day, day: '2024-03-31' }], now + MINUTE);
    expect(propertyOf(moved, 'UID')).toBe(day.uid);
    expect(Number(propertyOf(moved, 'SEQUENCE'))).toBe(Number(propertyOf(calendarFile([day], now), 'SEQUENCE')) + 1);
    expect(Number(propertyOf(calendarFile([day], Date.UTC(2099, 0)), 'SEQUENCE'))).toBeLessThan(2 ** 31);
  });

  it('keeps what was typed a text: no line of it begins a property', () => {
    const typed = 'Forge\r\nATTACH:http://ailleurs;x,y\\z\u2028BEGIN:VALARM\u0000';
    const file = calendarFile([{ ...day, title: typed, description: typed }], now);
    expect(linesOf(file).filter((line) => /^(ATTACH|BEGIN:VALARM)/.test(line))).toEqual([]);
    expect(unescaped(propertyOf(file, 'SUMMARY'))).toBe('Forge\nATTACH:http://ailleurs;x,y\\z\nBEGIN:VALARM ');
    const address = calendarFile([{ ...day, address: 'https://exemple.fr/?a=é\r\nATTACH:x' }], now);
    expect(linesOf(address).filter((line) => line.startsWith('ATTACH'))).toEqual([]);
  });

  it('has lines of 75 octets at most, whole characters in each, and says the same once they are joined', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const file = calendarFile([{ ...day, title }], now);
        const lines = file.split('\r\n');
        expect(Math.max(...lines.map(octets))).toBeLessThanOrEqual(75);
        expect(lines.join('')).not.toMatch(/[\r\n]/);
        expect(lines.every((line) => line.isWellFormed())).toBe(true);
        const kept = title.replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ');
        expect(unescaped(propertyOf(file, 'SUMMARY'))).toBe(kept);
      }),
      { numRuns: 40 },
    );
  });
});
