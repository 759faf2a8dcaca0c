import { onDocumentCreated } from 'firebase-functions/firestore';
import { watched } from '../../store/watched.ts';
import { mailSecrets } from '../environment.ts';
import { mailSending } from '../works/send-mail.ts';
import { handle } from './handle.ts';

/**
 * The fast path of a mail. No retry by the platform: the lease, the back-off and the sweeper (`sweepMails`) decide when to try again, and a
 * retried event would only find the mail leased. Two at once, as many as an instance keeps connections: others would spend their attempt in the queue.
 */
export const sendMail = onDocumentCreated(
  { document: watched.sendMail, secrets: mailSecrets, retry: false, concurrency: 2, maxInstances: 20 },
  (event) => handle(mailSending, event, event.document),
);
