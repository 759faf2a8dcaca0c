import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { HOUR, MINUTE } from '../../domain/calendar.ts';
import { expireArchive, expiredArchives } from '../../store/archives/archives.ts';
import { documentRequests } from '../../store/collections/document-requests.ts';
import { expertEvents } from '../../store/collections/experts.ts';
import { laureates } from '../../store/collections/laureates.ts';
import { pendingCards } from '../../store/experts/experts.ts';
import { incomingPath } from '../../store/files/stored-files.ts';
import { closeTicket, expiredTickets } from '../../store/files/tickets.ts';
import { scanFile, stuckUploads, unscannedFiles } from '../../store/files/uploads.ts';
import { movedLedgers } from '../../store/laureates/balances.ts';
import { pendingDocuments } from '../../store/missions/documents.ts';
import { forgetOrigins } from '../../store/proofs/origins.ts';
import { bucket } from '../bucket.ts';
import { scanner, sealSecrets } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { redo } from '../triggers/handle.ts';
import { uploadCheck } from '../works/check-upload.ts';
import { requestedDocument } from '../works/make-document.ts';
import { cardPublishing } from '../works/publish-card.ts';
import { balanceShowing } from '../works/show-balance.ts';
import { each } from './each.ts';
import { recorded } from './recorded.ts';
import { sweep } from './sweeping.ts';

/** PDFs, deposits, balances, cards and download tokens whose event was lost. Each is what its trigger does, on what a query finds left over. */
export const sweepProjections = onSchedule({ ...sweep, schedule: 'every 10 minutes', secrets: sealSecrets }, () =>
  recorded('sweepProjections', async () => {
    const now = Date.now();
    const database = firestore();
    const documents = await pendingDocuments(database, now - 2 * MINUTE);
    await redo(
      requestedDocument,
      documents.map((fileId) => documentRequests.path(fileId)),
    );
    const deposits = await stuckUploads(database, now);
    await redo(
      uploadCheck,
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
      balanceShowing,
      ledgers.map((laureateId) => laureates.path(laureateId)),
    );
    const cards = await pendingCards(database, now - 2 * MINUTE);
    await redo(
      cardPublishing,
      cards.map(({ expertId, eventId }) => expertEvents.path(expertId, eventId)),
    );
    failed += await each(await expiredArchives(database, now), (archive) => expireArchive(database, bucket(), archive));
    await forgetOrigins(database, now);
    failed += await each(await expiredTickets(database, now), (ticket) => closeTicket(bucket(), ticket));
    return failed;
  }),
);
