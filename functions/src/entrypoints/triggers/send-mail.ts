import { onDocumentCreated } from 'firebase-functions/firestore';
import { deliverMail } from '../deliver-mail.ts';
import { origin, smtpPassword, smtpSettings } from '../environment.ts';
import { firestore } from '../firebase.ts';

/**
 * The fast path of a mail. No retry by the platform: the lease, the back-off and the sweeper (`sweepMails`) decide when to try again, and a
 * retried event would only find the mail leased.
 */
export const sendMail = onDocumentCreated(
  { document: 'outbox/{itemId}', secrets: [smtpPassword], retry: false, maxInstances: 5 },
  async (event) => {
    await deliverMail(firestore(), event.params.itemId, {
      origin: origin.value(),
      smtp: smtpSettings(),
      clock: Date.now,
    });
  },
);
