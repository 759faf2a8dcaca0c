import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { type LedgerFault, ledgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { appendLines, openLedger } from './ledger-appending.ts';

/**
 * Puts lines at the end of a laureate's ledger, with the rest of `batch`, which holds only if the head is as it was read. Lines that are there
 * already are left out: appending twice appends once.
 *
 * @returns what is wrong with the ledger, or what these lines would make wrong; nothing is then put in `batch`.
 */
export async function appendEntries(
  firestore: Firestore,
  batch: WriteBatch,
  laureateId: string,
  entries: readonly LedgerEntry[],
): Promise<LedgerFault | null> {
  if (entries.length === 0) return null;
  // In one snapshot: lines read just before a decision and a head read just after would be sewn together without that decision's lines.
  const open = await firestore.runTransaction((transaction) => openLedger(transaction, firestore, laureateId), {
    readOnly: true,
  });
  const added = entries.filter((entry) => open.entries.every(({ id }) => id !== entry.id));
  const fault = open.fault ?? ledgerFault([...open.entries, ...added]);
  if (fault === null) appendLines(firestore, batch, open, added);
  return fault;
}
