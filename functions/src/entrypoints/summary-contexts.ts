import type { Contexts } from '../documents/contexts.ts';
import type { Money, MoneyRow, MonthlySummaryContext, WeeklySummaryContext } from '../documents/contexts-summaries.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Balance } from '../domain/subsidy/ledger.ts';
import { summaryPath } from '../domain/summaries/mail-parts.ts';
import type { GroupRow, Move, Summary, WaitingRow } from '../domain/summaries/summary.ts';
import { changeOf } from '../domain/summaries/tables.ts';
import { daysWaited, moneyLabels } from '../domain/summaries/words.ts';

export function weeklyContext(summary: Summary, origin: string): Contexts['weekly-summary'] {
  const happened = summary.happened.map(({ at, ...rest }) => ({ ...rest, atMs: at }));
  return { ...commonContext(summary, origin), happened };
}

export function monthlyContext(summary: Summary, origin: string): Contexts['monthly-summary'] {
  const { counts, states } = summary;
  return { ...commonContext(summary, origin), counts, states };
}

function commonContext(
  summary: Summary,
  origin: string,
): Omit<WeeklySummaryContext, 'happened'> & Omit<MonthlySummaryContext, 'counts' | 'states'> {
  const { period, at, programme, money, lowSubsidies, uncovered, ended } = summary;
  const rows = (waiting: readonly WaitingRow[]) =>
    waiting.map(({ what, who, since }) => ({ what, who, days: daysWaited(since, at) }));
  return {
    ...{ programme, originalAddress: `${origin}${summaryPath(period.id)}` },
    ...{ period: { from: period.from, to: period.to }, atMs: at },
    awaited: summary.awaited.map(({ whom, rows: waiting }) => ({ whom, rows: rows(waiting) })),
    blocked: rows(summary.blocked),
    lateReports: rows(summary.lateReports),
    lowSubsidies,
    opened: summary.opened.map(({ at: since, ...rest }) => ({ ...rest, day: dayOf(since) })),
    ending: summary.ending.map(({ at: end, ...rest }) => ({ ...rest, day: dayOf(end) })),
    uncovered,
    money: moneyContext(money.total),
    themes: money.themes.map(({ label, missions, after }) => ({ label, missions, ...after })),
    regions: money.regions.map(groupContext),
    promotions: money.promotions.map(groupContext),
    territories: money.territories.map(groupContext),
    ended,
  };
}

function groupContext({ label, laureates, after }: GroupRow) {
  return { label, laureates, ...after };
}

function moneyContext(total: Move<Balance>): Money {
  const row = (amount: keyof Balance): MoneyRow => ({
    label: moneyLabels[amount],
    beforeCents: total.before[amount],
    changeCents: changeOf(total, amount),
    afterCents: total.after[amount],
  });
  const rows = (['awardedCents', 'committedCents', 'settledCents', 'paidCents'] as const).map(row);
  return { rows, remaining: row('remainingCents') };
}
