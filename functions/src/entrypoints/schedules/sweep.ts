import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { roleLabels } from '../../domain/actor.ts';
import { HOUR, MINUTE } from '../../domain/calendar.ts';
import { expireArchive, expiredArchives, lostSteps } from '../../store/archives/archives.ts';
import { documentRequests } from '../../store/collections/document-requests.ts';
import { expertEvents } from '../../store/collections/experts.ts';
import { laureates } from '../../store/collections/laureates.ts';
import { previewRequests } from '../../store/collections/preview-requests.ts';
import { pendingCards } from '../../store/experts/experts.ts';
import { expertsToReview, reviewInterests } from '../../store/experts/interests.ts';
import { pendingPreviews } from '../../store/files/previews.ts';
import { incomingPath } from '../../store/files/stored-files.ts';
import { closeTicket, expiredTickets } from '../../store/files/tickets.ts';
import { scanFile, stuckUploads, unscannedFiles } from '../../store/files/uploads.ts';
import { movedLedgers } from '../../store/laureates/balances.ts';
import { laureatesToReconcile, reconcileLaureate } from '../../store/laureates/reconciling.ts';
import { pendingDocuments } from '../../store/missions/documents.ts';
import { dueMails } from '../../store/outbox-queue.ts';
import { forgetOrigins } from '../../store/proofs/origins.ts';
import { mailSecrets, scanner, sealSecrets, smtpSettings } from '../environment.ts';
import { bucket, firestore } from '../firebase.ts';
import { redo } from '../triggers/handle.ts';
import { sendFound } from '../triggers/works.ts';
import { each } from './each.ts';
import { recorded } from './recorded.ts';

/** Most mails a sweep takes, one after the other: what it can send before its time is over. The next one begins a minute later, beside it. */
const MAILS_A_SWEEP = 200;
const sweep = { timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 } as const;

/**
 * The truth of the outbox: what no trigger sent, what waited for its minute or for the next change, what failed and is due, what a dead process
 * leased. No more than the server takes in a minute: those that would be put back are left as they are.
 */
export const sweepMails = onSchedule({ ...sweep, schedule: 'every 1 minutes', secrets: mailSecrets }, () =>
  recorded('sweepMails', async () => {
    const most = Math.min(MAILS_A_SWEEP, smtpSettings().mailsAMinute);
    const due = await dueMails(firestore(), Date.now(), most);
    await redo(
      'sendMail',
      due.map(({ ref }) => ref.path),
      sendFound(due),
    );
  }),
);

/** Pictures whose event was lost. Apart from the rest: hostile bytes are read here. */
export const sweepPreviews = onSchedule({ ...sweep, schedule: 'every 30 minutes' }, () =>
  recorded('sweepPreviews', async () => {
    const pending = await pendingPreviews(firestore(), Date.now() - 10 * MINUTE);
    await redo(
      'makePreview',
      pending.map((fileId) => previewRequests.path(fileId)),
    );
  }),
);

/** PDFs, deposits, balances, cards and download tokens whose event was lost. Each is what its trigger does, on what a query finds left over. */
export const sweepProjections = onSchedule({ ...sweep, schedule: 'every 10 minutes', secrets: sealSecrets }, () =>
  recorded('sweepProjections', async () => {
    const now = Date.now();
    const database = firestore();
    const documents = await pendingDocuments(database, now - 2 * MINUTE);
    await redo(
      'makeRequestedDocument',
      documents.map((fileId) => documentRequests.path(fileId)),
    );
    const deposits = await stuckUploads(database, now);
    await redo(
      'checkUpload',
      deposits.map(({ uid, id }) => incomingPath(uid, id)),
    );
    const antivirus = scanner();
    let failed = 0;
    if (antivirus) {
      failed += await each(await unscannedFiles(database), async (file) => {
        const scan = await scanFile(database, bucket(), antivirus, file);
        if (scan === 'infected') logger.error('a kept file is infected', { file: file.id });
      });
    }
    const ledgers = await movedLedgers(database, now - HOUR);
    await redo(
      'showBalance',
      ledgers.map((laureateId) => laureates.path(laureateId)),
    );
    const cards = await pendingCards(database, now - 2 * MINUTE);
    await redo(
      'publishCard',
      cards.map(({ expertId, eventId }) => expertEvents.path(expertId, eventId)),
    );
    failed += await each(await expiredArchives(database, now), (archive) => expireArchive(database, bucket(), archive));
    await forgetOrigins(database, now);
    failed += await each(await expiredTickets(database, now), (ticket) => closeTicket(bucket(), ticket));
    return failed;
  }),
);

/** Steps of archives whose event was lost, or whose process died: apart, since one may last minutes. */
export const sweepArchives = onSchedule({ ...sweep, schedule: 'every 10 minutes', timeoutSeconds: 540 }, () =>
  recorded('sweepArchives', async () => {
    await redo('makeArchive', await lostSteps(firestore(), Date.now()));
  }),
);

/** Interests that a crash left unnoticed between a new member's commit and the look around it: every company, once a night. */
export const sweepInterests = onSchedule({ ...sweep, schedule: 'every day 03:30' }, () =>
  recorded('sweepInterests', async () => {
    const now = Date.now();
    return each(await expertsToReview(firestore()), (expertId) => reviewInterests(firestore(), expertId, now));
  }),
);

/** Every subsidy, once a night: what differs is a task and a mail, never a repair. A balance shown late is projected again. */
export const reconcileLedgers = onSchedule({ ...sweep, schedule: 'every day 04:30' }, () =>
  recorded('reconcileLedgers', async () => {
    const asked = { byName: roleLabels.system, now: Date.now() };
    return each(await laureatesToReconcile(firestore()), async (laureateId) => {
      const found = await reconcileLaureate(firestore(), { ...asked, laureateId });
      if (found?.state === 'broken') logger.error('a ledger is broken', { laureate: laureateId, fault: found.fault });
    });
  }),
);
