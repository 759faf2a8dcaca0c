import { onDocumentCreated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { filePreview } from '../works/make-preview.ts';
import { handle } from './handle.ts';

/**
 * The picture of a file's first page, apart from its verification: hostile bytes are drawn here, with a memory of their own, and a failure takes
 * nothing but the picture. One at a time, hence `concurrency`; not retried, since what failed once would fail again.
 */
export const makePreview = onDocumentCreated(
  { document: watched.makePreview, retry: false, maxInstances: 5, concurrency: 1, memory: '512MiB' },
  (event) => handle(filePreview, event, event.document),
);
