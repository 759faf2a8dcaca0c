import type { DocumentSnapshot, Firestore, Transaction, WriteBatch } from 'firebase-admin/firestore';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { ledger, ledgerHeads, ledgerOf } from '../collections/ledger.ts';
import { rewrite } from '../optimistic.ts';
import { extendChain } from './ledger-chain.ts';
import { type ReadLedger, readLedger } from './ledger-reading.ts';

/** A ledger that may be added to: what it holds, and the head as it was read, which the commit compares. */
export interface OpenLedger extends ReadLedger {
  readonly laureateId: string;
  readonly headSnapshot: DocumentSnapshot;
}

/** Reads a ledger in the snapshot of a decision. Costs a read a line, and one for the head. */
export async function openLedger(
  transaction: Transaction,
  firestore: Firestore,
  laureateId: string,
): Promise<OpenLedger> {
  const [lines, headSnapshot] = await Promise.all([
    transaction.get(firestore.collection(ledgerOf(laureateId))),
    transaction.get(firestore.doc(ledgerHeads.path(laureateId))),
  ]);
  return { ...readLedger(lines.docs, headSnapshot), laureateId, headSnapshot };
}

/**
 * Hangs new lines on a ledger, in `batch`: each is created under its fixed id, and the head must be as it was read.
 *
 * @throws Error on a ledger that does not hold, or that these lines would break: a fault of ours, since decisions ask before.
 */
export function appendLines(
  firestore: Firestore,
  batch: WriteBatch,
  { laureateId, head, entries, fault, headSnapshot }: OpenLedger,
  added: readonly LedgerEntry[],
): void {
  if (added.length === 0) return;
  if (fault !== null) throw new Error(`the ledger of ${laureateId} does not hold: nothing is added to it`);
  const chain = extendChain(head, entries, added, laureateId);
  for (const line of chain.lines)
    batch.create(firestore.doc(ledger.path(laureateId, line.entry.id)), ledger.write(line));
  rewrite(batch, headSnapshot, ledgerHeads.write(chain.head));
}
