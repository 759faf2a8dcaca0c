import { onDocumentUpdated } from 'firebase-functions/firestore';
import { closeGrantTickets } from '../../store/files/tickets.ts';
import { bucket, firestore } from '../firebase.ts';

/**
 * Whatever ended an access (the end of its missions, a person switched off), the tickets it gave go and the files they were on are stripped. The
 * rules have closed them already: this only leaves nothing behind. Reads the grant as it is now, so that retries and disorder are harmless.
 */
export const closeTickets = onDocumentUpdated(
  { document: 'laureates/{laureateId}/grants/{uid}', retry: true, maxInstances: 5 },
  ({ params }) => closeGrantTickets(firestore(), bucket(), { ...params, now: Date.now() }),
);
