import { formatInstant, type Instant } from '../calendar.ts';
import type { Cents } from '../money.ts';
import { subsidyOfFinal } from './funded.ts';
import type { Invoice } from './invoice.ts';
import {
  type Balance,
  balanceOf,
  balanceOn,
  committedOn,
  isHistorical,
  type LedgerEntry,
  missionOfEntry,
} from './ledger.ts';
import { faultSentence, type LedgerFault } from './ledger-fault.ts';
import { paymentFault } from './payment-fault.ts';
import { inForce, type Share } from './share.ts';

/** What the last check of a laureate's accounts found. It never repairs. */
export interface Reconciliation {
  readonly laureateId: string;
  readonly at: Instant;
  readonly byName: string;
  readonly lines: number;
  readonly missions: number;
  readonly state: ReconciliationState;
  readonly fault: LedgerFault | null;
}

/** `late`: the ledger holds, and the balance shown has not followed yet, which the projection mends by itself. */
const reconciliationStates = {
  holds: 'Tout concorde',
  late: 'Le montant affiché était en retard',
  broken: 'Une différence à réparer',
} as const satisfies Record<string, string>;
export type ReconciliationState = keyof typeof reconciliationStates;

/** What a check of every laureate found. */
export interface ProgrammeReconciled {
  readonly at: Instant;
  readonly checked: number;
  readonly lines: number;
  readonly late: number;
  readonly broken: number;
  /** The first laureate whose accounts differ, and where; null when everything agrees. */
  readonly first: { readonly laureateId: string; readonly laureateName: string; readonly fault: LedgerFault } | null;
}

/** « Tout concorde : 12 lignes et 3 missions relues. » */
export function reconciliationSentence({ state, fault, lines, missions }: Reconciliation): string {
  if (fault !== null) return `${reconciliationStates.broken}. ${faultSentence(fault)}`;
  const read = `lignes relues, ${lines} ; missions relues, ${missions}`;
  return state === 'late'
    ? `${reconciliationStates.late}, il vient d’être rétabli depuis le registre (${read}).`
    : `${reconciliationStates.holds} (${read}).`;
}

/** « Tout concorde : chaque registre est intact. Lauréats relus, 100 ; lignes relues, 1200, le mardi 4 mars 2025 à 14:05. » */
export function programmeSentence({ at, checked, lines, late, broken, first }: ProgrammeReconciled): string {
  const found =
    first === null
      ? `${reconciliationStates.holds} : chaque registre est intact.`
      : `Registres à réparer : ${broken}. Le premier est celui de « ${first.laureateName} ». ${faultSentence(first.fault)}`;
  const mended = late === 0 ? '' : ` Montants affichés en retard, rétablis depuis le registre : ${late}.`;
  return `${found} Lauréats relus, ${checked} ; lignes relues, ${lines}, le ${formatInstant(at)}.${mended}`;
}

/** Everything stored about one subsidy, read in one snapshot. */
export interface Accounts {
  readonly laureateId: string;
  /** What the chain of lines and its head say of themselves; null when they hold. */
  readonly chainFault: LedgerFault | null;
  /** In the order of the chain. */
  readonly entries: readonly LedgerEntry[];
  readonly shares: readonly Share[];
  /** What its proofs say of themselves, as they hang on one another; null when they hold. */
  readonly recordFault: LedgerFault | null;
  /** Its proofs, by id: whose they are and on what. */
  readonly proofs: ReadonlyMap<string, { readonly laureateId: string; readonly missionId: string }>;
  /** Those addressed to the laureate, and those that its lines name. */
  readonly invoices: readonly Invoice[];
  readonly shownBalance: Balance;
}

/**
 * The first line or document that differs: the chain, then the proof that each line names, the chain of proofs, the shares of missions and the
 * invoices.
 */
export function firstDifference(accounts: Accounts): LedgerFault | null {
  const { chainFault, recordFault } = accounts;
  return chainFault ?? proofFault(accounts) ?? recordFault ?? shareFault(accounts) ?? paymentFault(accounts);
}

/** Whether the balance that is shown is not yet the sum of the entries. */
export function isShownLate({ entries, shownBalance }: Accounts): boolean {
  const summed = balanceOf(entries);
  const keys = ['awardedCents', 'committedCents', 'settledCents', 'paidCents', 'remainingCents'] as const;
  return keys.some((key) => summed[key] !== shownBalance[key]);
}

function proofFault({ entries, proofs, laureateId }: Accounts): LedgerFault | null {
  const index = entries.findIndex((entry) => {
    const proof = entry.proofId ? proofs.get(entry.proofId) : null;
    if (proof === null) return false;
    return proof?.laureateId !== laureateId || proof.missionId !== missionOfEntry(entry);
  });
  const entry = entries[index];
  return entry === undefined ? null : { kind: 'proofMissing', sequence: index + 1, id: entry.id };
}

function shareFault({ entries, shares }: Accounts): LedgerFault | null {
  const byMission = new Map(shares.map((share) => [share.missionId, share]));
  for (const [index, entry] of entries.entries()) {
    const missionId = missionOfEntry(entry);
    if (missionId !== null && !byMission.has(missionId) && !isOverBefore(missionId, entries))
      return { kind: 'shareMissing', sequence: index + 1, id: entry.id };
  }
  const different = shares.find((share) => !agrees(share, entries));
  return different ? { kind: 'shareDiffers', sequence: null, id: different.missionId } : null;
}

/** Imported as lines alone: it has no share to compare, and nothing of it may still be engaged. */
function isOverBefore(missionId: string, entries: readonly LedgerEntry[]): boolean {
  return isHistorical(missionId) && committedOn(entries, missionId) === 0;
}

/** What the mission holds engaged and what it settled, by the share and by the ledger. */
function agrees(share: Share, entries: readonly LedgerEntry[]): boolean {
  const held = balanceOn(entries, share.missionId);
  return held.committedCents === committedBy(share) && held.settledCents === settledBy(share, entries);
}

/** While an amendment waits for others, the larger of the two amounts is held. */
function committedBy(share: Share): Cents {
  return share.status === 'committed' ? Math.max(share.subsidyCents, inForce(share).subsidyCents) : 0;
}

/** What was settled, less what the mission gave back since: its share says what was confirmed, and is not rewritten by a refund. */
function settledBy(share: Share, entries: readonly LedgerEntry[]): Cents {
  if (share.status !== 'settled') return 0;
  return subsidyOfFinal(share.finalCents, share) - adjustedSinceReopened(entries, share.missionId);
}

const REOPENS = /\.r\d+\.(reopen|commit)$/;

/** A mission that is reopened takes back what is settled then, refunds deducted: they are forgotten. */
function adjustedSinceReopened(entries: readonly LedgerEntry[], missionId: string): Cents {
  return entries
    .filter((entry) => missionOfEntry(entry) === missionId)
    .reduce((total, entry) => {
      if (REOPENS.test(entry.id)) return 0;
      return entry.type === 'adjust' ? total + entry.cents : total;
    }, 0);
}
