import { logger } from 'firebase-functions';
import { onObjectFinalized } from 'firebase-functions/storage';
import { parseIncoming } from '../../store/files/stored-files.ts';
import { verifyUpload } from '../../store/files/uploads.ts';
import { scanner } from '../environment.ts';
import { bucket, firestore } from '../firebase.ts';

/**
 * Judges each deposit. Fires for our own copies too, which are left at once. Retried: a judged upload is only cleaned up. One whole file is in
 * memory, hence one at a time. What it took at most is said with each verdict: 256 MB is the goal, 512 MB what there is.
 */
export const checkUpload = onObjectFinalized(
  { retry: true, maxInstances: 5, concurrency: 1, memory: '512MiB', timeoutSeconds: 120 },
  async (event) => {
    const found = parseIncoming(event.data.name);
    if (!found) return;
    const state = await verifyUpload(firestore(), bucket(), scanner(), found);
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
    const judged = { upload: found.uploadId, state, peakMegabytes };
    if (state === 'scan_error') logger.error('a deposit waits for the antivirus', judged);
    else logger.info('a deposit was judged', judged);
  },
);
