import { onDocumentCreated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { archiveStep } from '../works/make-archive.ts';
import { handle } from './handle.ts';

/**
 * One step of an archive, which starts the next. Bytes go through it piece by piece, so that its memory does not grow with them; nine minutes are
 * what a function lasts, and a step takes half of that. What no event told is the sweep's (`sweepProjections`).
 */
export const makeArchive = onDocumentCreated(
  {
    ...{ document: watched.makeArchive, retry: true, timeoutSeconds: 540 },
    ...{ maxInstances: 3, concurrency: 1, memory: '512MiB' },
  },
  (event) => handle(archiveStep, event, event.document),
);
