import { onDocumentCreated } from 'firebase-functions/firestore';
import { handle } from './handle.ts';

/** Pure Firestore, from the profile as it is now. */
export const publishCard = onDocumentCreated(
  { document: 'experts/{expertId}/events/{eventId}', retry: true, maxInstances: 5 },
  (event) => handle('publishCard', event, event.document),
);
