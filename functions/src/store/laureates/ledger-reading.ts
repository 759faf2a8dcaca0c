import type { DocumentSnapshot, Firestore, Query, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import type { LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { type LedgerHead, type LedgerLine, ledgerHeads, ledgerOf, readableLines } from '../collections/ledger.ts';
import { chainFault, inOrder } from './ledger-chain.ts';

/** A laureate's ledger as it is stored, and the first thing in it that differs; null when it holds. */
export interface ReadLedger {
  readonly lines: readonly LedgerLine[];
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead | null;
  readonly fault: LedgerFault | null;
}

/**
 * The one way in which a ledger is read where something is decided or shown: in order, and judged. Nobody decides on lines without asking whether
 * they hold, and what can't be read is a fault with a name, not an exception.
 */
export function readLedger(documents: readonly QueryDocumentSnapshot[], headSnapshot: DocumentSnapshot): ReadLedger {
  const { lines, unreadable } = readableLines(documents);
  const ordered = inOrder(lines);
  const head = ledgerHeads.read(headSnapshot);
  const entries = ordered.map(({ entry }) => entry);
  return { lines: ordered, entries, head, fault: faultOf(documents, { lines: ordered, unreadable, head }) };
}

/** A ledger as it is now, lines and head in one snapshot: read apart, a decision between the two would look like a broken chain. */
export function ledgerNow(firestore: Firestore, laureateId: string): Promise<ReadLedger> {
  return firestore.runTransaction((transaction) => ledgerIn(transaction, firestore, laureateId), { readOnly: true });
}

/** The same inside of a transaction that reads more. Costs a read a line, and one for the head. */
export async function ledgerIn(
  transaction: Transaction,
  firestore: Firestore,
  laureateId: string,
): Promise<ReadLedger> {
  const query: Query = firestore.collection(ledgerOf(laureateId));
  const [lines, head] = await Promise.all([
    transaction.get(query),
    transaction.get(firestore.doc(ledgerHeads.path(laureateId))),
  ]);
  return readLedger(lines.docs, head);
}

interface Stored {
  readonly lines: readonly LedgerLine[];
  readonly unreadable: readonly string[];
  readonly head: LedgerHead | null;
}

function faultOf(documents: readonly QueryDocumentSnapshot[], { lines, unreadable, head }: Stored): LedgerFault | null {
  const fault = chainFault(lines, head);
  const [unread] = unreadable;
  // What can't be read is missing from the chain: the place where it is missed is its own.
  if (unread !== undefined) return { kind: 'unreadable', sequence: placeMissed(fault, lines), id: unread };
  if (fault !== null) return fault;
  const names = new Set(documents.map(({ id }) => id));
  const misplaced = lines.find(({ entry }) => !names.has(entry.id));
  return misplaced ? { kind: 'lineMisplaced', sequence: misplaced.sequence, id: misplaced.entry.id } : null;
}

function placeMissed(fault: LedgerFault | null, lines: readonly LedgerLine[]): number | null {
  return fault?.kind === 'lineMissing' ? fault.sequence : lines.length + 1;
}
