import { onDocumentDeleted } from 'firebase-functions/firestore';
import { onObjectMetadataUpdated } from 'firebase-functions/storage';
import { tickets } from '../../store/collections/files.ts';
import { carriesToken, isRead, stripFile, stripTokens } from '../../store/files/download-tokens.ts';
import { bucket } from '../firebase.ts';

const strip = { retry: true, maxInstances: 5, concurrency: 20 } as const;

/**
 * Takes back, within seconds, the download token that a reader mints by asking for metadata. The event of the stripping itself carries none, so
 * that it ends there; retried, since the object is read again as it is now. What no event told is the sweep's (`sweepProjections`).
 */
export const stripMintedTokens = onObjectMetadataUpdated(strip, async ({ data }) => {
  if (isRead(data.name) && carriesToken(data)) await stripTokens(bucket(), data.name);
});

/** Whoever ends a ticket (an access cut, a person switched off, a piece withdrawn), nothing minted with it outlives it. */
export const stripClosedTickets = onDocumentDeleted(
  { document: 'tickets/{ticketId}', ...strip },
  async ({ data: snapshot }) => {
    const ticket = snapshot ? tickets.read(snapshot) : null;
    if (ticket !== null) await stripFile(bucket(), ticket.fileId);
  },
);
