import { logger } from 'firebase-functions';
import { parseIncoming } from '../../store/files/stored-files.ts';
import { verifyUpload } from '../../store/files/uploads.ts';
import { bucket } from '../bucket.ts';
import { scanner } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { logoRefusal } from '../logo.ts';
import type { Work } from './work.ts';

/** Judges a deposit, and says how much memory that took at most. */
export const uploadCheck: Work = {
  trigger: 'checkUpload',
  run: async (path) => {
    const found = parseIncoming(path);
    if (!found) return;
    const state = await verifyUpload(firestore(), bucket(), { scanner: scanner(), printRefusal: logoRefusal }, found);
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1_024);
    const judged = { upload: found.uploadId, state, peakMegabytes };
    if (state === 'scan_error') logger.error('a deposit waits for the antivirus', judged);
    else logger.info('a deposit was judged', judged);
  },
};
