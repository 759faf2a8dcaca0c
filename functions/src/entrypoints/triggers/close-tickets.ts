import { onDocumentUpdated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { ticketClosing } from '../works/close-tickets.ts';
import { handle } from './handle.ts';

/**
 * Whatever ended an access (the end of its missions, a person switched off), the tickets it gave go and the files they were on are stripped. The
 * rules have closed them already: this only leaves nothing behind.
 */
export const closeTickets = onDocumentUpdated(
  { document: watched.closeTickets, retry: true, maxInstances: 5 },
  (event) => handle(ticketClosing, event, event.document),
);
