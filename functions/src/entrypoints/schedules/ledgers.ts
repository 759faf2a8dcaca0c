import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { roleLabels } from '../../domain/actor.ts';
import { laureatesToReconcile, reconcileLaureate } from '../../store/laureates/reconciling.ts';
import { firestore } from '../firebase.ts';
import { each } from './each.ts';
import { recorded } from './recorded.ts';
import { sweep } from './sweeping.ts';

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
