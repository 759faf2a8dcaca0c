import { onDocumentCreated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { mailSecrets } from '../environment.ts';
import { handle } from './handle.ts';

/**
 * The fast path of a mail. No retry by the platform: the lease, the back-off and the sweeper (`sweepMails`) decide when to try again, and a
 * retried event would only find the mail leased.
 */
export const sendMail = onDocumentCreated(
  { document: watched.sendMail, secrets: mailSecrets, retry: false, maxInstances: 5 },
  (event) => handle('sendMail', event, event.document),
);
