import { onSchedule } from 'firebase-functions/scheduler';
import { lostSteps } from '../../store/archives/archives.ts';
import { firestore } from '../firebase.ts';
import { redo } from '../triggers/handle.ts';
import { archiveStep } from '../works/make-archive.ts';
import { recorded } from './recorded.ts';
import { sweep } from './sweeping.ts';

/** Steps of archives whose event was lost, or whose process died: apart, since one may last minutes. */
export const sweepArchives = onSchedule({ ...sweep, schedule: 'every 10 minutes', timeoutSeconds: 540 }, () =>
  recorded('sweepArchives', async () => {
    await redo(archiveStep, await lostSteps(firestore(), Date.now()));
  }),
);
