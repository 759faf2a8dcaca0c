import { onDocumentCreated } from 'firebase-functions/firestore';
import { balanceShowing } from '../works/show-balance.ts';
import { handle } from './handle.ts';

/** Pure Firestore, re-summed from the ledger. Moves no money. */
export const showBalance = onDocumentCreated(
  { document: 'laureates/{laureateId}/ledger/{entryId}', retry: true, maxInstances: 5 },
  (event) => handle(balanceShowing, event, `laureates/${event.params.laureateId}`),
);
