import type { Firestore } from 'firebase-admin/firestore';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import { DAY, dayOf } from '../../domain/calendar.ts';
import { isLive } from '../../domain/missions/states.ts';
import { type Expected, expectedOf } from '../../domain/notifications/expected.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Share } from '../../domain/subsidy/share.ts';
import { missions } from '../collections/missions.ts';

/** As in the digest: an opinion is asked for again as long, and then no more. */
const FEEDBACK_FOR = 30 * DAY;
const MOST_MISSIONS = 60;

interface Expecting {
  readonly laureateId: string;
  readonly parts: readonly Share[];
  readonly settings: ProgrammeSettings;
  readonly now: number;
}

/**
 * What its missions expect of this person in the name of one laureate, by the very table that mails are told from: a home that said less than a mail,
 * or asked what is done, would not be believed. A read a mission that is live or has just closed.
 */
export async function expectedOfLaureate(
  firestore: Firestore,
  actor: SignedInActor,
  { laureateId, parts, settings, now }: Expecting,
): Promise<Expected[]> {
  const role = roleIn(actor, laureateId);
  const asking = parts
    .filter(
      ({ missionState, since }) => isLive(missionState) || (missionState === 'closed' && since > now - FEEDBACK_FOR),
    )
    .slice(0, MOST_MISSIONS);
  if (role === null || asking.length === 0) return [];
  const found = await firestore.getAll(...asking.map(({ missionId }) => firestore.doc(missions.path(missionId))));
  return expectedOf(
    { kind: 'laureate', uid: actor.uid, memberships: [{ laureateId, role }] },
    {
      ...{ today: dayOf(now), settings, notesToRevise: [], sheetsToComplete: [], tasks: [] },
      missions: found.flatMap((snapshot) => missions.read(snapshot) ?? []),
    },
  );
}
