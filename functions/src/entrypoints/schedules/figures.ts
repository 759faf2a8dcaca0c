import { onSchedule } from 'firebase-functions/scheduler';
import { makeFigures } from '../../store/figures/making.ts';
import { firestore } from '../firebase.ts';
import { recorded } from './recorded.ts';

/** The figures of the programme, once a night, after its ledgers were checked. */
export const countFigures = onSchedule(
  { schedule: 'every day 05:00', timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 },
  () =>
    recorded('countFigures', async () => {
      await makeFigures(firestore(), Date.now());
    }),
);
