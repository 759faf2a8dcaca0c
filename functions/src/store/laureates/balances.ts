import type { Firestore } from 'firebase-admin/firestore';
import { balanceOf } from '../../domain/subsidy/ledger.ts';
import { changedNow } from '../changed-at.ts';
import { laureates } from '../collections/laureates.ts';
import { LEDGER_HEAD } from '../collections/ledger.ts';
import { ledgerIn } from './ledger-reading.ts';

/**
 * Shows the balance again from the ledger. It re-sums every entry, so that an event delivered twice, late or out of order ends in the same
 * figure; read and written in one transaction, so that two of them can't end in the older one. A ledger that does not hold is not summed: the
 * figure shown stays the last that did, and the nightly check says what is wrong.
 */
export function projectBalance(firestore: Firestore, laureateId: string): Promise<void> {
  const reference = firestore.doc(laureates.path(laureateId));
  return firestore.runTransaction(async (transaction) => {
    const { entries, fault } = await ledgerIn(transaction, firestore, laureateId);
    if (fault === null) transaction.update(reference, { balance: balanceOf(entries), ...changedNow() });
  });
}

/** Laureates whose ledger moved since `since`: the sweeper shows their balance again, whatever events were lost. */
export async function movedLedgers(firestore: Firestore, since: number): Promise<string[]> {
  const found = await firestore.collectionGroup(LEDGER_HEAD).where('at', '>=', since).limit(500).get();
  return found.docs.flatMap(({ ref }) => ref.parent.parent?.id ?? []);
}
