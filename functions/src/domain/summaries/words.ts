import { DAY, dayOf, type Instant } from '../calendar.ts';
import { sum } from '../money.ts';
import type { Balance } from '../subsidy/ledger.ts';
import { periodLabel } from './periods.ts';
import type { Summary } from './summary.ts';

/** What each amount is called, on the page, in the PDF and in the mail; in the order in which they are shown. */
export const moneyLabels = {
  awardedCents: 'Attribué',
  committedCents: 'Engagé, pas encore réglé',
  settledCents: 'Réglé',
  paidCents: 'Dont payé à ce jour',
  remainingCents: 'Reste disponible',
} as const satisfies Record<keyof Balance, string>;

/** Said under each table of themes. */
export const themeNote =
  'Une mission qui touche plusieurs thématiques y est comptée en proportion de ses sous-thématiques, au centime près.';

/** Whole days of Paris between the two, as people count them: since yesterday evening is one day. */
export function daysWaited(since: Instant, at: Instant): number {
  return Math.max(0, Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(since))) / DAY));
}

/** « depuis 12 jours ». */
export function sinceWords(since: Instant, at: Instant): string {
  const days = daysWaited(since, at);
  return days === 0 ? 'depuis aujourd’hui' : `depuis ${countOf(days, 'jour')}`;
}

/** « 1 jour », « 3 jours »: French takes the plural from two. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${count}\u00a0${count < 2 ? singular : plural}`;
}

/** The figures that matter, for a subject: « semaine du 23 au 29 novembre 2026, 12 attentes, 3 missions bloquées ». */
export function headlineOf({ period, awaited, blocked }: Summary): string {
  const waiting = sum(awaited.map(({ rows }) => rows.length));
  const figures = [
    waiting === 0 ? 'rien n’attend' : countOf(waiting, 'attente'),
    ...(blocked.length === 0 ? [] : [countOf(blocked.length, 'mission bloquée', 'missions bloquées')]),
  ];
  return [periodLabel(period), ...figures].join(', ');
}
