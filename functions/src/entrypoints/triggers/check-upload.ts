import { onObjectFinalized } from 'firebase-functions/storage';
import { parseIncoming } from '../../store/stored-files.ts';
import { verifyUpload } from '../../store/uploads.ts';
import { bucket, firestore } from '../firebase.ts';

/** Judges each deposit. Fires for our own copies too, which are left at once. Retried: a judged upload is only cleaned up. */
export const checkUpload = onObjectFinalized({ retry: true, maxInstances: 5, concurrency: 1 }, async (event) => {
  const found = parseIncoming(event.data.name);
  if (found) await verifyUpload(firestore(), bucket(), { ...found, now: Date.now() });
});
