import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import type { TimeStampAuthority } from '../../sealing/time-stamp/authority.ts';
import { stampDays } from '../../store/proofs/day-stamps.ts';
import { stampAuthority } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { newNonce } from '../ids.ts';
import { recorded } from './recorded.ts';

/**
 * The proofs of each day that is over, stamped by the authority of the deployment, if it has one. Every hour: what it could not answer is asked
 * again at the next, and a day waits for nobody to press anything.
 */
export const stampProofs = onSchedule(
  { schedule: 'every 60 minutes', timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 },
  () =>
    recorded('stampProofs', async () => {
      await stampsOf(await chosenAuthority(), Date.now());
    }),
);

/** What the schedule does, at the time and with the authority that it is given. */
async function stampsOf(authority: TimeStampAuthority | null, now: number): Promise<void> {
  const asked = authority && { stamp: (sha256: Uint8Array) => authority.stamp(sha256, newNonce()) };
  await stampDays(firestore(), asked, now);
}

/** Parameters that can't be read are a failure that staff see, like one of the authority: days wait, and nothing else stands in. */
async function chosenAuthority(): Promise<TimeStampAuthority | null> {
  try {
    return await stampAuthority();
  } catch (error) {
    logger.error('the time-stamp authority is not configured well', {
      stack: error instanceof Error ? error.stack : null,
    });
    const { notStamped } = await import('../../sealing/time-stamp/failures.ts');
    return { stamp: async () => notStamped('misconfigured') };
  }
}
