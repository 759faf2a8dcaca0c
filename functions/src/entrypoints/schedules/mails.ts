import { onSchedule } from 'firebase-functions/scheduler';
import { dueMails } from '../../store/outbox-queue.ts';
import { mailSecrets, smtpSettings } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { redo } from '../triggers/handle.ts';
import { sendingOf } from '../works/send-mail.ts';
import { recorded } from './recorded.ts';
import { sweep } from './sweeping.ts';

/** Most mails a sweep takes, one after the other: what it can send before its time is over. The next one begins a minute later, beside it. */
const MAILS_A_SWEEP = 200;

/**
 * The truth of the outbox: what no trigger sent, what waited for its minute or for the next change, what failed and is due, what a dead process
 * leased. No more than the server takes in a minute: those that would be put back are left as they are.
 */
export const sweepMails = onSchedule({ ...sweep, schedule: 'every 1 minutes', secrets: mailSecrets }, () =>
  recorded('sweepMails', async () => {
    const most = Math.min(MAILS_A_SWEEP, smtpSettings().mailsAMinute);
    const due = await dueMails(firestore(), Date.now(), most);
    await redo(
      sendingOf(due),
      due.map(({ ref }) => ref.path),
    );
  }),
);
