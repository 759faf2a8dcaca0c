import { onObjectFinalized } from 'firebase-functions/storage';
import { parseIncoming } from '../../store/files/stored-files.ts';
import { uploadCheck } from '../works/check-upload.ts';
import { handle } from './handle.ts';

/**
 * Judges each deposit. Fires for our own copies too, which are left at once. One whole file is in memory, hence one at a time. What it took at
 * most is said with each verdict: 256 MB is the goal, 512 MB what there is.
 */
export const checkUpload = onObjectFinalized(
  { retry: true, maxInstances: 5, concurrency: 1, memory: '512MiB', timeoutSeconds: 120 },
  (event) => handle(uploadCheck, event, parseIncoming(event.data.name) ? event.data.name : null),
);
