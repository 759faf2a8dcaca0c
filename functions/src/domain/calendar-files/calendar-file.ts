import { addDays, type Day, type Instant, MINUTE } from '../calendar.ts';

/** A date of the programme, as a diary keeps it: a whole day on which nobody is busy. */
export interface CalendarDay {
  /** The same for the same date of the same thing, whatever day it falls on: a diary that reads the file again moves it instead of adding another. */
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  readonly description: string;
  /** Of the page that says more. */
  readonly address: string;
}

export const calendarContentType = 'text/calendar;charset=utf-8';

const LONGEST_LINE = 75;

/**
 * A calendar file (RFC 5545). `SEQUENCE` grows with the instant at which the file is made, since some diaries keep what they have until a larger one
 * comes: in minutes, as it must stay under 2³¹. No `METHOD`: it would make an invitation of it, which names an organiser and asks for an answer.
 */
export function calendarFile(days: readonly CalendarDay[], madeAt: Instant): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//France Tiers-Lieux//Sur mesure//FR', 'CALSCALE:GREGORIAN'],
    ...days.flatMap((day) => eventOf(day, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf({ uid, day, title, description, address }: CalendarDay, madeAt: Instant): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${new Date(madeAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${Math.floor(madeAt / MINUTE)}`,
    `DTSTART;VALUE=DATE:${bare(day)}`,
    // The day after: the end of a whole day is no part of it.
    `DTEND;VALUE=DATE:${bare(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `URL:${address.replaceAll(/[^\u0021-\u007e]/g, encodeURIComponent)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function bare(day: Day): string {
  return day.replaceAll('-', '');
}

/** What somebody typed stays a text: it begins no line of the file, and no property of an event. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** No line is over 75 octets, its break apart; a character of several octets is never cut. */
function folded(line: string): string {
  const parts = [''];
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST_LINE) {
      parts.push('');
      // The space that begins what follows.
      octets = 1;
    }
    parts.push(`${parts.pop()}${character}`);
    octets += size;
  }
  return parts.join('\r\n ');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_0000 ? 3 : 4;
}
