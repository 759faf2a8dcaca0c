import { dayOf, formatDay } from '../calendar.ts';
import { type Cents, formatEuros } from '../money.ts';
import type { MailFigure, MailLine, MailPart } from '../notifications/mails.ts';
import type { Balance } from '../subsidy/ledger.ts';
import { frenchList } from '../written-french.ts';
import type { Spending, Summary, WaitingRow } from './summary.ts';
import { countOf, moneyLabels, sinceWords } from './words.ts';

/** Most lines of one part, whose title says how many there are: a mail is read on a phone, and its button opens the page that has them all. */
const MOST_LINES = 4;

/** Where the page shows this very summary. */
export function summaryPath(periodId: string): string {
  return `/equipe?${new URLSearchParams({ vue: 'syntheses', periode: periodId })}`;
}

/** What the mail has besides its words: what waits and since when, then the money with bars. A part with nothing in it is left out. */
export function summaryParts(summary: Summary): MailPart[] {
  const { at, money } = summary;
  const waiting = (row: WaitingRow): MailLine => ({
    text: row.who,
    detail: `${row.what}, ${sinceWords(row.since, at)}`,
    path: row.path,
  });
  const lists: readonly (readonly [title: string, lines: readonly MailLine[]])[] = [
    ...summary.awaited.map(({ whom, rows }) => [`Ce qui attend ${startingSmall(whom)}`, rows.map(waiting)] as const),
    ['Missions bloquées', summary.blocked.map(waiting)],
    ['Rapports en retard', summary.lateReports.map(waiting)],
    ['Subventions presque épuisées', summary.lowSubsidies.map(lowLine)],
    ['Accès ouverts', summary.opened.map(({ person, laureates }) => plainLine(person, frenchList(laureates)))],
    [
      'Accès qui prennent fin',
      summary.ending.map(({ person, laureate, at: end, cut }) =>
        plainLine(person, `${laureate}, ${cut ? 'coupé le' : 'le'} ${formatDay(dayOf(end))}`),
      ),
    ],
    ['Thématiques sans expert', summary.uncovered.map(uncoveredLine)],
  ];
  const parts: readonly MailPart[] = [
    ...lists.map(
      ([title, lines]): MailPart => ({
        ...{ kind: 'lines', title: `${title} (${lines.length})` },
        lines: shortened(lines, summary.period.id),
      }),
    ),
    { kind: 'figures', title: 'L’argent du programme', rows: programmeFigures(money.total.after) },
    barsOf('Engagé et réglé, par thématique', money.themes),
    barsOf('Engagé et réglé, par région', money.regions),
    barsOf('Engagé et réglé, par promotion', money.promotions),
    barsOf('Engagé et réglé, par territoire', money.territories),
  ];
  return parts.filter((part) => (part.kind === 'lines' ? part.lines.length > 0 : part.rows.length > 0));
}

const plainLine = (text: string, detail: string): MailLine => ({ text, detail, path: null });

function lowLine({ laureate, awardedCents, remainingCents, path }: Summary['lowSubsidies'][number]): MailLine {
  const detail = `reste ${formatEuros(remainingCents)} sur ${formatEuros(awardedCents)}`;
  return { text: laureate, detail, path };
}

function uncoveredLine({ theme, subtheme, laureates, missions }: Summary['uncovered'][number]): MailLine {
  const needed = [countOf(laureates, 'note de cadrage', 'notes de cadrage'), countOf(missions, 'mission')];
  return plainLine(subtheme, `${theme}, dans ${needed.join(' et ')}`);
}

function shortened(lines: readonly MailLine[], periodId: string): readonly MailLine[] {
  const more = lines.length - MOST_LINES;
  if (more <= 0) return lines;
  const rest = { text: `Et ${countOf(more, 'autre')}, sur la page`, detail: '', path: summaryPath(periodId) };
  return [...lines.slice(0, MOST_LINES), rest];
}

function programmeFigures(balance: Balance): MailFigure[] {
  const amounts = ['awardedCents', 'committedCents', 'settledCents', 'paidCents', 'remainingCents'] as const;
  return amounts.map((amount) => ({
    label: moneyLabels[amount],
    value: formatEuros(balance[amount]),
    share: shareOf(balance[amount], balance.awardedCents),
  }));
}

/** What missions took of the subsidies, each row that has any beside the largest: the others are on the page. */
function barsOf(title: string, rows: readonly { readonly label: string; readonly after: Spending }[]): MailPart {
  const taken = rows
    .map(({ label, after }) => ({ label, cents: after.committedCents + after.settledCents }))
    .filter(({ cents }) => cents !== 0);
  const largest = Math.max(0, ...taken.map(({ cents }) => cents));
  return {
    kind: 'figures',
    title,
    rows: taken.map(({ label, cents }) => ({ label, value: formatEuros(cents), share: shareOf(cents, largest) })),
  };
}

/** Between 0 and 1, whatever a ledger that does not hold says. */
function shareOf(cents: Cents, whole: Cents): number {
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, cents / whole));
}

/** « les manufactures »: in the middle of a sentence. */
function startingSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
