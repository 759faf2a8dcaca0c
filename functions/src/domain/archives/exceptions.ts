import { formatInstant, type Instant } from '../calendar.ts';
import { type CsvCell, csvText } from '../csv.ts';
import type { ActionName } from '../missions/actions.ts';
import { happenedIn } from '../missions/journal.ts';
import type { JournalEntry, Mission } from '../missions/mission.ts';
import type { Cents } from '../money.ts';
import { type Adjustment, adjustmentStates } from '../subsidy/adjustment.ts';
import { adjustmentKinds, type LedgerEntry } from '../subsidy/ledger.ts';

/** What an auditor looks for first: whatever did not go by itself, in one list. */
export const exceptionKinds = {
  onBehalf: 'Fait au nom de quelqu’un',
  override: 'Décidé par l’équipe',
  closedWithout: 'Clos sans une pièce attendue',
  adjustment: 'Correction de la subvention',
} as const satisfies Record<string, string>;
export type ExceptionKind = keyof typeof exceptionKinds;

/** What staff decide themselves, against the ordinary course or in its place. Reminders and the like are not. */
const overrides: readonly (ActionName | 'carriedOver')[] = [
  'hold',
  'resume',
  'extend',
  'arbitrate',
  'reopen',
  'recordSignedDevis',
  'endEarly',
  'cancel',
  'withdraw',
  'takeOver',
  'carriedOver',
];

export interface Exception {
  readonly kind: ExceptionKind;
  readonly at: Instant;
  readonly byName: string;
  readonly what: string;
  /** In whose name, and who asked for it. */
  readonly forWhom: string;
  readonly reason: string;
  readonly cents: Cents | null;
}

/** Those of a mission, from its journal. */
export function missionExceptions(mission: Mission, events: readonly JournalEntry[]): Exception[] {
  return events.flatMap((event) => {
    const kind = kindOf(event);
    if (kind === null) return [];
    const { at, by, reason } = event;
    const what = happenedIn(event);
    return [{ kind, at, byName: by.name, what, forWhom: forWhom(mission, event), reason: reason ?? '', cents: null }];
  });
}

function kindOf(event: JournalEntry): ExceptionKind | null {
  if (event.action === 'closeWithout') return 'closedWithout';
  if (event.onBehalfOf !== null) return 'onBehalf';
  return event.by.kind === 'staff' && overrides.includes(event.action) ? 'override' : null;
}

function forWhom(mission: Mission, { onBehalfOf, askedBy }: JournalEntry): string {
  if (onBehalfOf === null) return '';
  const name = onBehalfOf === mission.expert.expertId ? mission.expert.name : mission.participants[onBehalfOf]?.name;
  return [name ?? onBehalfOf, ...(askedBy ? [`demandé par ${askedBy}`] : [])].join(', ');
}

/** Those of a subsidy: its lines of correction, and what was proposed and did not become one. */
export function subsidyExceptions(entries: readonly LedgerEntry[], adjustments: readonly Adjustment[]): Exception[] {
  const lines = entries.flatMap((entry) =>
    entry.type === 'adjust'
      ? [{ ...correction(entry.kind ?? 'correction'), at: entry.at, byName: entry.byName ?? entry.by, ...said(entry) }]
      : [],
  );
  const proposals = adjustments
    .filter(({ state }) => state !== 'approved')
    .map((one) => {
      const { what, ...rest } = correction(one.kind);
      const state = adjustmentStates[one.state].toLowerCase();
      return { ...rest, what: `${what} (${state})`, at: one.proposedAt, byName: one.proposedBy.name, ...said(one) };
    });
  return [...lines, ...proposals].sort((a, b) => a.at - b.at);
}

function correction(kind: keyof typeof adjustmentKinds) {
  return { kind: 'adjustment', what: adjustmentKinds[kind], forWhom: '' } as const;
}

function said({ reason, cents }: { readonly reason: string | null; readonly cents: Cents }) {
  return { reason: reason ?? '', cents };
}

const headers = ['Date', 'Nature', 'Fait', 'Par', 'Au nom de', 'Motif', 'Montant'] as const;

export function exceptionsCsv(exceptions: readonly Exception[]): string {
  return csvText([headers, ...exceptions.map(row)]);
}

function row({ kind, at, what, byName, forWhom: whose, reason, cents }: Exception): CsvCell[] {
  const amount = cents === null ? '' : { cents };
  return [formatInstant(at), exceptionKinds[kind], what, byName, whose, reason, amount];
}
