import type { Firestore } from 'firebase-admin/firestore';
import { onSchedule } from 'firebase-functions/scheduler';
import { lastPeriod, summaryKindNames } from '../../domain/summaries/periods.ts';
import { makeCurrentSummary, makeSummary, withoutSummary } from '../../store/summaries/making.ts';
import { firestore } from '../firebase.ts';
import { each } from './each.ts';
import { recorded } from './recorded.ts';

/**
 * Mondays and the first of each month, before offices open. Asked every morning: on the others there is nothing to make, unless that morning was
 * missed, which the next one makes up for (2 reads a day). Those of the week and of the month that go on are made each time, since no page makes them:
 * two readings of the programme, 6 400 reads in one of a hundred laureates.
 */
export const sendSummaries = onSchedule(
  { schedule: 'every day 07:00', timeZone: 'Europe/Paris', maxInstances: 1, retryCount: 0, timeoutSeconds: 300 },
  () =>
    recorded('sendSummaries', async () => {
      const [database, now] = [firestore(), Date.now()];
      const failed = await summariesOf(database, now);
      for (const kind of summaryKindNames) await makeCurrentSummary(database, kind, now);
      return failed;
    }),
);

/** What the schedule does, at the time it is given: the last week and the last month that are over, each once. Answers how many failed. */
export async function summariesOf(database: Firestore, now: number): Promise<number> {
  const over = summaryKindNames.map((kind) => lastPeriod(kind, now));
  return each(await withoutSummary(database, over), async (period) => {
    await makeSummary(database, period, now);
  });
}
