import { type Day, dayOf, formatDay, type Instant } from '../calendar.ts';
import type { LaureateStatus } from '../laureates/laureate.ts';
import { type Cents, formatEuros } from '../money.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { adjustmentKinds, committedOn, type LedgerEntry, ledgerEntryLabels, missionOfEntry } from './ledger.ts';
import { type Position, pendingOf, positionOf } from './position.ts';
import type { Share } from './share.ts';

/** A running one says where the subsidy stands; a closing one what was never used and returns to the programme. */
export const statementKinds = {
  running: 'Relevé de subvention',
  closing: 'Relevé de clôture',
} as const;
export type StatementKind = keyof typeof statementKinds;

/** Every line of a subsidy at one instant, and what they come to. What the page, the CSV and the PDF say is all in here. */
export interface Statement {
  readonly kind: StatementKind;
  readonly at: Instant;
  readonly programme: string;
  readonly settingsVersion: number;
  readonly laureate: { readonly id: string; readonly name: string; readonly siret: string };
  readonly lines: readonly StatementLine[];
  /** With what waits, so that every page shows the same figures. */
  readonly balance: Position;
  /** Devis and amendments that no decision was taken on, each with what it may ask of the subsidy: together, `balance.pendingCents`. */
  readonly waiting: readonly MissionAmount[];
  /** What each mission under way holds. */
  readonly holding: readonly MissionAmount[];
  /** The end of the chain: whoever keeps this hash can tell whether a line was changed since. Null before any line. */
  readonly head: LedgerHeadMark | null;
}

export interface LedgerHeadMark {
  readonly sequence: number;
  readonly hash: string;
}

export interface StatementLine {
  readonly number: number;
  readonly at: Instant;
  readonly what: string;
  /** What the amount alone does not say: of a settlement, what was engaged; of a payment, how much. Empty when there is nothing more. */
  readonly detail: string;
  readonly missionId: string | null;
  readonly expertName: string | null;
  /** Signed effect on what remains. */
  readonly cents: Cents;
  readonly remainingCents: Cents;
  readonly reason: string | null;
  readonly byName: string;
}

export interface MissionAmount {
  readonly missionId: string;
  readonly expertName: string;
  readonly need: string;
  readonly cents: Cents;
}

export interface StatementSource {
  readonly kind: StatementKind;
  readonly at: Instant;
  readonly settings: Pick<ProgrammeSettings, 'programmeName' | 'version'>;
  readonly laureate: Statement['laureate'];
  /** In the order of the chain. */
  readonly entries: readonly LedgerEntry[];
  readonly shares: readonly Share[];
  readonly head: LedgerHeadMark | null;
  /** Uid → name, for lines that keep no name of their own. */
  readonly names: Readonly<Record<string, string>>;
}

/** The statement of one laureate. Pure: the same lines give the same statement. */
export function statementOf(source: StatementSource): Statement {
  const { kind, at, settings, laureate, entries, shares, head } = source;
  return {
    kind,
    at,
    programme: settings.programmeName,
    settingsVersion: settings.version,
    laureate,
    lines: linesOf(source),
    balance: positionOf(entries, shares),
    waiting: shares.map((share) => named(share, pendingOf(share))).filter(({ cents }) => cents > 0),
    holding: shares
      .map((share) => named(share, committedOn(entries, share.missionId)))
      .filter(({ cents }) => cents > 0),
    head,
  };
}

/** Why a closing statement can't be made today: nothing is closed while the programme settles and the laureate is part of it. */
export function closingRefusal(laureate: { readonly status: LaureateStatus }, lastSettlement: Day, at: Instant) {
  const gone = laureate.status === 'withdrawn' || laureate.status === 'merged';
  return gone || dayOf(at) > lastSettlement ? null : notClosed(lastSettlement);
}

function notClosed(lastSettlement: Day): Refusal {
  return refuse(
    'not-closed',
    `Le relevé de clôture se fait une fois passé le dernier jour de règlement, le ${formatDay(lastSettlement)}. D’ici là, le relevé de subvention dit où elle en est.`,
  );
}

function named({ missionId, expertName, need }: Share, cents: Cents): MissionAmount {
  return { missionId, expertName, need, cents };
}

function linesOf({ entries, shares, names }: StatementSource): StatementLine[] {
  const experts = new Map(shares.map(({ missionId, expertName }) => [missionId, expertName]));
  let remainingCents = 0;
  return entries.map((entry, index) => {
    remainingCents += entry.cents;
    const missionId = missionOfEntry(entry);
    return {
      number: index + 1,
      at: entry.at,
      what: ledgerEntryLabels[entry.type],
      detail: detailOf(entry),
      missionId,
      expertName: missionId === null ? null : (experts.get(missionId) ?? null),
      cents: entry.cents,
      remainingCents,
      reason: entry.reason,
      byName: nameOf(entry, names),
    };
  });
}

/** As the line says, which is how the person was called then; older lines name an account only. */
function nameOf({ by, byName }: LedgerEntry, names: StatementSource['names']): string {
  return byName ?? names[by] ?? (by === 'system' ? 'Service automatique' : 'Une personne dont le compte n’existe plus');
}

/** What the amount alone does not say of a line. */
export function detailOf(entry: LedgerEntry): string {
  switch (entry.type) {
    case 'award':
      return `Décision ${entry.decision.reference} du ${formatDay(entry.decision.date)}`;
    case 'commit':
      return entry.cents > 0 ? 'Engagement réduit' : `Devis, version ${entry.version}`;
    case 'settle':
      return entry.finalCents < 0
        ? `Mission rouverte : ${formatEuros(-entry.finalCents)} repris`
        : `${formatEuros(entry.finalCents)} réglés sur ${formatEuros(entry.committedCents)} engagés`;
    case 'void':
      return `${formatEuros(entry.committedCents)} engagés rendus`;
    case 'pay':
      return entry.paidCents < 0
        ? `${formatEuros(-entry.paidCents)} : paiement annulé`
        : `${formatEuros(entry.paidCents)} payés à l’expert`;
    case 'adjust':
      return entry.kind === undefined ? '' : adjustmentKinds[entry.kind];
    default:
      return entry satisfies never;
  }
}
