import type { Firestore } from 'firebase-admin/firestore';
import { DAY, dayOf } from '../../domain/calendar.ts';
import { liveStates } from '../../domain/missions/states.ts';
import type { Waiting } from '../../domain/notifications/expected.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { EXPERTS, experts } from '../collections/experts.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { readableOpenTasks } from '../staff/tasks.ts';

/** How long an opinion on a mission that is closed is asked for again. */
const FEEDBACK_FOR = 30 * DAY;

/**
 * What waits for anybody, once for a whole morning of digests: five queries, whatever the number of people. Its cost is of what is live and of what
 * closed lately. A document that can't be read is left out, and named: it must not keep everybody from being told.
 */
export async function waitingNow(
  firestore: Firestore,
  settings: ProgrammeSettings,
  now: number,
): Promise<{ readonly waiting: Waiting; readonly unreadable: readonly string[] }> {
  const [live, closed, notes, sheets, tasks] = await Promise.all([
    firestore
      .collection(MISSIONS)
      .where('state', 'in', [...liveStates])
      .get(),
    firestore
      .collection(MISSIONS)
      .where('state', '==', 'closed')
      .where('since', '>=', now - FEEDBACK_FOR)
      .orderBy('since')
      .get(),
    firestore.collection(LAUREATES).where('note.answer', '==', 'askForChanges').get(),
    firestore.collection(EXPERTS).where('state', '==', 'returned').get(),
    readableOpenTasks(firestore),
  ]);
  const [readMissions, readLaureates, readExperts] = [
    missions.readable([...live.docs, ...closed.docs]),
    laureates.readable(notes.docs),
    experts.readable(sheets.docs),
  ];
  const waiting: Waiting = {
    today: dayOf(now),
    settings,
    missions: readMissions.values,
    notesToRevise: readLaureates.values.flatMap(({ id, name, note }) =>
      note === null ? [] : [{ laureateId: id, laureateName: name, handedInAt: note.at }],
    ),
    sheetsToComplete: readExperts.values.map(({ id, review, submittedAt }) => ({
      expertId: id,
      since: review?.at ?? submittedAt,
    })),
    tasks: tasks.values,
  };
  const all = [readMissions, readLaureates, readExperts, tasks];
  return { waiting, unreadable: all.flatMap(({ unreadable }) => unreadable) };
}
