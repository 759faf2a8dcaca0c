import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import { type Day, dayOf } from '../../domain/calendar.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { dueAction, dueDay } from '../../domain/missions/timers.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { optimistically } from '../optimistic.ts';
import { commitAction } from './commit.ts';

/** Most missions of one morning; the others wait for the next one, the longest due first. */
const MOST_MISSIONS = 300;
const clock = { kind: 'system', uid: 'system', name: roleLabels.system } as const;

interface Moment {
  readonly settings: ProgrammeSettings;
  readonly now: number;
}

/** Missions whose written day has come: one query, which closed missions never enlarge, since they have no such day. */
export async function dueMissions(firestore: Firestore, today: Day): Promise<Mission[]> {
  const found = await firestore
    .collection(MISSIONS)
    .where('dueOn', '<=', today)
    .orderBy('dueOn')
    .limit(MOST_MISSIONS)
    .get();
  return missions.list(found.docs);
}

/**
 * Does to one mission what time asks of it today, through the commit of every action: a reminder, the task of a passed deadline, or its end. The
 * operation's id is of the day, so that a sweep that runs twice, or crashes half-way and runs again, does each once. Answers the refusal of a
 * mission that moved meanwhile; null otherwise.
 */
export async function playDueMission(
  firestore: Firestore,
  mission: Mission,
  { settings, now }: Moment,
): Promise<Refusal | null> {
  const today = dayOf(now);
  const action = dueAction(mission, settings, today);
  if (action === null) {
    await renewDueDay(firestore, mission.id, settings);
    return null;
  }
  const asked = { now, actor: clock, missionId: mission.id, laureateId: null, onBehalf: false, settings };
  const answer = await commitAction(firestore, asked, { action, input: {} }, `${action}.${mission.id}.${today}`);
  return isRefusal(answer) ? answer : null;
}

/** Writes the day that today's settings give, where it is not the one written with the mission (1 read, at most 1 write). */
export async function renewDueDay(firestore: Firestore, missionId: string, settings: ProgrammeSettings): Promise<void> {
  await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(missions.path(missionId)).get();
    const mission = missions.read(snapshot);
    const dueOn = mission && dueDay(mission, settings);
    if (mission === null || !snapshot.updateTime || dueOn === mission.dueOn) return { answer: null, batch: null };
    batch.update(snapshot.ref, { dueOn }, { lastUpdateTime: snapshot.updateTime });
    return { answer: null, batch };
  });
}
