import type { Firestore } from 'firebase-admin/firestore';
import { balanceOf } from '../../domain/subsidy/ledger.ts';
import { laureates } from '../collections/laureates.ts';
import { LEDGER_HEAD, ledger, ledgerOf } from '../collections/ledger.ts';

/**
 * Shows the balance again from the ledger. It re-sums every entry, so that an event delivered twice, late or out of order ends in the same
 * figure; read and written in one transaction, so that two of them can't end in the older one.
 */
export function projectBalance(firestore: Firestore, laureateId: string): Promise<void> {
  const reference = firestore.doc(laureates.path(laureateId));
  return firestore.runTransaction(async (transaction) => {
    const lines = await transaction.get(firestore.collection(ledgerOf(laureateId)));
    transaction.update(reference, { balance: balanceOf(ledger.list(lines.docs).map(({ entry }) => entry)) });
  });
}

/** Laureates whose ledger moved since `since`: the sweeper shows their balance again, whatever events were lost. */
export async function movedLedgers(firestore: Firestore, since: number): Promise<string[]> {
  const found = await firestore.collectionGroup(LEDGER_HEAD).where('at', '>=', since).limit(500).get();
  return found.docs.flatMap(({ ref }) => ref.parent.parent?.id ?? []);
}
