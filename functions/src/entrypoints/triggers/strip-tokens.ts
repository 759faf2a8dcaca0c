import { onDocumentDeleted } from 'firebase-functions/firestore';
import { onObjectMetadataUpdated } from 'firebase-functions/storage';
import { carriesToken, isRead } from '../../store/files/download-tokens.ts';
import { closedTicketStripping, mintedTokenStripping } from '../works/strip-tokens.ts';
import { handle } from './handle.ts';

const strip = { retry: true, maxInstances: 5, concurrency: 20 } as const;

/**
 * Takes back, within seconds, the download token that a reader mints by asking for metadata. The event of the stripping itself carries none, so
 * that it ends there. What no event told is the sweep's (`sweepProjections`).
 */
export const stripMintedTokens = onObjectMetadataUpdated(strip, (event) => {
  const { data } = event;
  return handle(mintedTokenStripping, event, isRead(data.name) && carriesToken(data) ? data.name : null);
});

/** Whoever ends a ticket (an access cut, a person switched off, a piece withdrawn), nothing minted with it outlives it. */
export const stripClosedTickets = onDocumentDeleted({ document: 'tickets/{ticketId}', ...strip }, (event) => {
  // The one field that is needed, of a document that is no more: a ticket of another shape has a file to strip all the same.
  const fileId: unknown = event.data?.get('fileId');
  return handle(closedTicketStripping, event, typeof fileId === 'string' ? `files/${fileId}` : null);
});
