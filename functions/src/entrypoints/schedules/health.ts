import { logger } from 'firebase-functions';
import { onSchedule } from 'firebase-functions/scheduler';
import { watchService } from '../../store/health/alerting.ts';
import { isStamped, scanner } from '../environment.ts';
import { firestore } from '../firebase.ts';
import { recorded } from './recorded.ts';

/** Every hour: what falls short is a line in the logs, and a mail to the team once a day. A service that is wholly stopped can't say so: see `docs/operations.md`. */
export const watchHealth = onSchedule(
  { schedule: 'every 60 minutes', timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 },
  () =>
    recorded('watchHealth', async () => {
      const watched = { now: Date.now(), hasScanner: scanner() !== null, isStamped: isStamped() };
      const short = await watchService(firestore(), watched);
      for (const { name } of short) logger.warn('the service falls short', { fact: name });
    }),
);
