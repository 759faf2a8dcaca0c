import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { ledger, ledgerHeads, ledgerOf } from '../collections/ledger.ts';
import { extendChain } from './ledger-chain.ts';
import { readLedger } from './ledger-reading.ts';

/**
 * Puts lines at the end of a laureate's ledger, with the rest of `batch`, which holds only if the head is as it was read. Lines that are there
 * already are left out: appending twice appends once.
 */
export async function appendEntries(
  firestore: Firestore,
  batch: WriteBatch,
  laureateId: string,
  entries: readonly LedgerEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const headReference = firestore.doc(ledgerHeads.path(laureateId));
  const [headSnapshot, lines] = await Promise.all([
    headReference.get(),
    firestore.collection(ledgerOf(laureateId)).get(),
  ]);
  const { head, entries: before } = readLedger(lines.docs, headSnapshot);
  const added = entries.filter((entry) => before.every(({ id }) => id !== entry.id));
  if (added.length === 0) return;
  const chain = extendChain(head, before, added, laureateId);
  for (const line of chain.lines)
    batch.create(firestore.doc(ledger.path(laureateId, line.entry.id)), ledger.write(line));
  if (headSnapshot.updateTime)
    batch.update(headReference, ledgerHeads.write(chain.head), { lastUpdateTime: headSnapshot.updateTime });
  else batch.create(headReference, ledgerHeads.write(chain.head));
}
