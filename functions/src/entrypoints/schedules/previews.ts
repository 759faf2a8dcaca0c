import { onSchedule } from 'firebase-functions/scheduler';
import { MINUTE } from '../../domain/calendar.ts';
import { previewRequests } from '../../store/collections/preview-requests.ts';
import { pendingPreviews } from '../../store/files/previews.ts';
import { firestore } from '../firebase.ts';
import { redo } from '../triggers/handle.ts';
import { filePreview } from '../works/make-preview.ts';
import { recorded } from './recorded.ts';
import { sweep } from './sweeping.ts';

/** Pictures whose event was lost. Apart from the rest: hostile bytes are read here. */
export const sweepPreviews = onSchedule({ ...sweep, schedule: 'every 30 minutes' }, () =>
  recorded('sweepPreviews', async () => {
    const pending = await pendingPreviews(firestore(), Date.now() - 10 * MINUTE);
    await redo(
      filePreview,
      pending.map((fileId) => previewRequests.path(fileId)),
    );
  }),
);
