import { onDocumentCreated } from 'firebase-functions/firestore';
import { projectBalance } from '../../store/laureates/balances.ts';
import { firestore } from '../firebase.ts';

/** Pure Firestore, re-summed from the ledger: retries and disorder are harmless. Moves no money. */
export const showBalance = onDocumentCreated(
  { document: 'laureates/{laureateId}/ledger/{entryId}', retry: true, maxInstances: 5 },
  (event) => projectBalance(firestore(), event.params.laureateId),
);
