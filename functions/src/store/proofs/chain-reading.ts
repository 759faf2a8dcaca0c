import type { Firestore, Query, QueryDocumentSnapshot, Transaction } from 'firebase-admin/firestore';
import type { LinkedProof } from '../../domain/proofs/link.ts';
import type { LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { LAUREATES } from '../collections/laureates.ts';
import { type LedgerHead, ledgerHeads } from '../collections/ledger.ts';
import { PROOFS, readableProofs } from '../collections/proofs.ts';
import { proofChainFault } from './chain.ts';

/** A laureate's proofs, and the first thing in them that differs; null when they hold. */
export interface ReadProofs {
  readonly records: readonly LinkedProof[];
  readonly fault: LedgerFault | null;
}

/** Those of one laureate, as a query: a read a proof. */
export function proofsOfLaureate(firestore: Firestore, laureateId: string): Query {
  return firestore.collection(PROOFS).where('laureateId', '==', laureateId);
}

/** Judged as they are read. What can't be read is a fault with a name, not an exception. */
export function readProofs(documents: readonly QueryDocumentSnapshot[], head: LedgerHead | null): ReadProofs {
  const { records, unreadable } = readableProofs(documents);
  const fault = proofChainFault(records, head?.proofs);
  const [unread] = unreadable;
  // What can't be read is missing from the chain: the place where it is missed is its own.
  if (unread !== undefined)
    return { records, fault: { kind: 'recordUnreadable', sequence: placeMissed(fault), id: unread } };
  const names = new Set(documents.map(({ id }) => id));
  const misnamed = records.find(({ id }) => !names.has(id));
  if (fault !== null || misnamed === undefined) return { records, fault };
  return { records, fault: { kind: 'recordChanged', sequence: misnamed.chain?.sequence ?? null, id: misnamed.id } };
}

/** A laureate's proofs as they are now, with the head that they hang on, in one snapshot. */
export function proofsNow(firestore: Firestore, laureateId: string): Promise<ReadProofs> {
  return firestore.runTransaction(
    async (transaction: Transaction) => {
      const [found, head] = await Promise.all([
        transaction.get(proofsOfLaureate(firestore, laureateId)),
        transaction.get(firestore.doc(ledgerHeads.path(laureateId))),
      ]);
      return readProofs(found.docs, ledgerHeads.read(head));
    },
    { readOnly: true },
  );
}

/** Every laureate whose proofs do not hold, with the first that differs: a read a laureate, a head and a proof. */
export async function brokenChains(
  firestore: Firestore,
): Promise<{ readonly laureateId: string; readonly fault: LedgerFault }[]> {
  const everyone = await firestore.collection(LAUREATES).select().get();
  const broken: { readonly laureateId: string; readonly fault: LedgerFault }[] = [];
  for (const { id: laureateId } of everyone.docs) {
    const { fault } = await proofsNow(firestore, laureateId);
    if (fault !== null) broken.push({ laureateId, fault });
  }
  return broken;
}

function placeMissed(fault: LedgerFault | null): number | null {
  return fault?.kind === 'recordMissing' ? fault.sequence : null;
}
