import type { Firestore } from 'firebase-admin/firestore';
import { roleIn, type SignedInActor } from '../../domain/actor.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { openRequestsOf } from '../../domain/missions/same-need.ts';
import type { MissionView } from '../../domain/missions/views.ts';
import { missions, ofNeed } from '../collections/missions.ts';

/** For a laureate that validated one of the missions of a need: the others that still wait. One query, and none before the validation. */
export async function requestsLeftOpen(
  firestore: Firestore,
  actor: SignedInActor,
  { mission, laureateId }: { readonly mission: Mission; readonly laureateId: string | null },
): Promise<MissionView['sameNeed']> {
  if (laureateId === null || roleIn(actor, laureateId) === null || mission.validatedAt === null) return [];
  const found = await ofNeed(firestore, mission.needId).get();
  return openRequestsOf(mission, laureateId, missions.list(found.docs)).map(({ id, expert, state }) => ({
    missionId: id,
    expertName: expert.name,
    state,
  }));
}
