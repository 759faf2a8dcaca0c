import { onDocumentCreated } from 'firebase-functions/firestore';
import { origin } from '../environment.ts';
import { bucket, firestore } from '../firebase.ts';
import { makeDocument } from '../make-document.ts';

/** The fast path of a PDF. Retried by the platform: making it twice makes it once. What stays pending is the sweeper's (`sweepProjections`). */
export const makeRequestedDocument = onDocumentCreated(
  { document: 'documentRequests/{fileId}', retry: true, maxInstances: 5, concurrency: 10 },
  (event) => makeDocument(firestore(), bucket(), event.params.fileId, origin.value()),
);
