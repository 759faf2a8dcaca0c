import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { failedAs } from '../../store/failures.ts';
import { applyRetention } from '../../store/retention/night.ts';
import { auth } from '../auth.ts';
import { bucket } from '../bucket.ts';
import { firestore } from '../firebase.ts';
import { warn } from '../warn.ts';
import { recorded } from './recorded.ts';

/**
 * Each night, what the table of `domain/retention` says is past its time, and the erasures that were decided. Before the lists, the ledgers' check and the
 * figures, which then show what is left, and outside of the hour that a change of clocks skips or doubles. Not retried: the next night goes on where this one stopped.
 */
export const retainData = onSchedule(
  { schedule: 'every day 01:30', timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 540 },
  () =>
    recorded('retainData', () =>
      applyRetention({
        ...{ firestore: firestore(), bucket: bucket(), clock: Date.now, deleteUser, warn },
        onFailure: (row, error) => {
          logger.error('a row of retention failed', { row, stack: error instanceof Error ? error.stack : null });
        },
      }),
    ),
);

/** Whoever never signed in has no user in Auth. */
async function deleteUser(uid: string): Promise<void> {
  try {
    await auth().deleteUser(uid);
  } catch (error) {
    if (!failedAs(error, 'userAbsent')) throw error;
  }
}
