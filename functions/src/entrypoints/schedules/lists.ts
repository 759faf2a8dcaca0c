import { onSchedule } from 'firebase-functions/scheduler';
import { rebuildList } from '../../store/lists/list.ts';
import { expertList, laureateList, missionList } from '../../store/lists/lists.ts';
import { firestore } from '../firebase.ts';
import { recorded } from './recorded.ts';

/** Each night, whole: what was deleted, or written by hand, is in the lists of the programme for a day at most. */
export const sweepLists = onSchedule(
  { timeZone: 'Europe/Paris', schedule: 'every day 04:10', maxInstances: 1, retryCount: 0, timeoutSeconds: 540 },
  () =>
    recorded('sweepLists', async () => {
      const database = firestore();
      await rebuildList(database, missionList);
      await rebuildList(database, laureateList);
      await rebuildList(database, expertList);
    }),
);
