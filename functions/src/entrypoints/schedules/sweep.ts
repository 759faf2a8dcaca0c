import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { HOUR, MINUTE } from '../../domain/calendar.ts';
import { pendingCards, projectCard } from '../../store/experts/experts.ts';
import { expertsToReview, reviewInterests } from '../../store/experts/interests.ts';
import { makePreview, pendingPreviews } from '../../store/files/previews.ts';
import { closeTicket, expiredTickets } from '../../store/files/tickets.ts';
import { scanFile, stuckUploads, unscannedFiles, verifyUpload } from '../../store/files/uploads.ts';
import { movedLedgers, projectBalance } from '../../store/laureates/balances.ts';
import { pendingDocuments } from '../../store/missions/documents.ts';
import { dueMails } from '../../store/outbox-queue.ts';
import { deliverMail } from '../deliver-mail.ts';
import { origin, scanner, smtpPassword, smtpSettings } from '../environment.ts';
import { bucket, firestore } from '../firebase.ts';
import { makeDocument } from '../make-document.ts';
import { each } from './each.ts';

/** Most mails a sweep sends: with one sweep every five minutes, the rate that providers accept. */
const MAILS_A_SWEEP = 100;
const sweep = { timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 } as const;

/** The truth of the outbox: what no trigger sent, what failed and is due, what a dead process leased. */
export const sweepMails = onSchedule({ ...sweep, schedule: 'every 5 minutes', secrets: [smtpPassword] }, async () => {
  const post = { origin: origin.value(), smtp: smtpSettings(), clock: Date.now };
  await each(await dueMails(firestore(), Date.now(), MAILS_A_SWEEP), (itemId) =>
    deliverMail(firestore(), itemId, post),
  );
});

/** Pictures whose event was lost. Apart from the rest: hostile bytes are read here. */
export const sweepPreviews = onSchedule({ ...sweep, schedule: 'every 30 minutes' }, async () => {
  await each(await pendingPreviews(firestore(), Date.now() - 10 * MINUTE), async (fileId) => {
    await makePreview(firestore(), bucket(), fileId);
  });
});

/** PDFs, deposits, balances, cards and download tokens whose event was lost. Each is what its trigger does, on what a query finds left over. */
export const sweepProjections = onSchedule({ ...sweep, schedule: 'every 10 minutes' }, async () => {
  const now = Date.now();
  const database = firestore();
  await each(await pendingDocuments(database, now - 2 * MINUTE), (fileId) =>
    makeDocument(database, bucket(), fileId, origin.value()),
  );
  const antivirus = scanner();
  await each(await stuckUploads(database, now), async ({ uid, id }) => {
    await verifyUpload(database, bucket(), antivirus, { uid, uploadId: id });
  });
  if (antivirus) {
    await each(await unscannedFiles(database), async (file) => {
      const scan = await scanFile(database, bucket(), antivirus, file);
      if (scan === 'infected') logger.error('a kept file is infected', { file: file.id });
    });
  }
  await each(await movedLedgers(database, now - HOUR), (laureateId) => projectBalance(database, laureateId));
  await each(await pendingCards(database, now - 2 * MINUTE), ({ expertId, eventId }) =>
    projectCard(database, expertId, eventId),
  );
  await each(await expiredTickets(database, now), (ticket) => closeTicket(bucket(), ticket));
});

/** Interests that a crash left unnoticed between a new member's commit and the look around it: every company, once a night. */
export const sweepInterests = onSchedule({ ...sweep, schedule: 'every day 03:30' }, async () => {
  const now = Date.now();
  await each(await expertsToReview(firestore()), (expertId) => reviewInterests(firestore(), expertId, now));
});
