import { onDocumentCreated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { sealSecrets } from '../environment.ts';
import { requestedDocument } from '../works/make-document.ts';
import { handle } from './handle.ts';

/** The fast path of a PDF. What stays pending is the sweeper's (`sweepProjections`). */
export const makeRequestedDocument = onDocumentCreated(
  { document: watched.makeRequestedDocument, secrets: sealSecrets, retry: true, maxInstances: 5, concurrency: 10 },
  (event) => handle(requestedDocument, event, event.document),
);
