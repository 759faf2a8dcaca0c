import type { SignedInActor } from '../../functions/src/domain/actor.ts';
import { transitionOf } from '../../functions/src/domain/missions/transitions.ts';
import { isRefusal } from '../../functions/src/domain/refusal.ts';
import { makeDocument } from '../../functions/src/entrypoints/make-document.ts';
import { DOCUMENT_REQUESTS } from '../../functions/src/store/collections/document-requests.ts';
import { commitAction } from '../../functions/src/store/commit.ts';
import { gather } from '../../functions/src/store/gather.ts';
import { commandFor } from './commands.ts';
import type { PlannedMission, PlannedStep } from './programme.ts';
import { at } from './random.ts';
import { expertAt, inParallel, signatoryAt, staffAt, type World } from './world.ts';

interface Move {
  readonly mission: PlannedMission;
  readonly step: PlannedStep;
  readonly number: number;
}

/** Plays every mission through the real commit, in the order of time wherever two of them touch the same subsidy. */
export async function playMissions(world: World): Promise<void> {
  await inParallel(separate(world.programme.missions), 6, async (missions) => {
    const moves = missions.flatMap((mission) => mission.steps.map((step, number): Move => ({ mission, step, number })));
    for (const move of moves.sort((a, b) => a.step.at - b.step.at || a.number - b.number)) await play(world, move);
  });
}

/** Missions in groups that have no laureate in common. */
export function separate(missions: readonly PlannedMission[]): PlannedMission[][] {
  return missions.reduce<PlannedMission[][]>((groups, mission) => {
    const touches = (group: readonly PlannedMission[]) =>
      group.some((other) => other.laureates.some((laureate) => mission.laureates.includes(laureate)));
    return [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), mission]];
  }, []);
}

async function play(world: World, { mission, step, number }: Move): Promise<void> {
  const { firestore } = world.stage;
  const laureates = mission.laureates.map((place) => at(world.laureates, place));
  const expert = at(world.experts, mission.expert);
  const actor = actorOf(step, { laureate: at(laureates, step.laureate), expert });
  const asked = {
    now: step.at,
    actor,
    missionId: mission.id,
    laureateId: actor.kind === 'laureate' ? at(laureates, step.laureate).id : null,
    onBehalf: false,
    settings: world.programme.settings,
  };
  // What the command names (amounts, fingerprints) is read as a page would have shown it.
  const { facts } = await gather(firestore, asked, null, step.action === 'request' ? 'none' : 'own');
  const command = await commandFor(step.action, { world, mission, facts, laureates, expert });
  const answer = await commitAction(firestore, asked, command, `demonstration-${mission.id}-${number}`);
  if (isRefusal(answer)) throw new Error(`${mission.road}, ${step.action}: ${answer.code} (${answer.message})`);
  await makePendingDocuments(world, mission.id);
}

/** Whoever the table names first, a person before the clock, the clock before staff. */
function actorOf(
  { action, at: now }: PlannedStep,
  people: { laureate: Parameters<typeof signatoryAt>[0]; expert: Parameters<typeof expertAt>[0] },
): SignedInActor {
  const { by } = transitionOf(action);
  if (by.includes('signatory')) return signatoryAt(people.laureate, now);
  if (by.includes('expert')) return expertAt(people.expert, now);
  return by.includes('system') ? { kind: 'system', uid: 'system', name: 'Service automatique' } : staffAt(now);
}

/** The trigger's work, done here: the next step may rest on the fingerprint of the PDF. */
async function makePendingDocuments({ stage }: World, missionId: string): Promise<void> {
  const pending = await stage.firestore
    .collection(DOCUMENT_REQUESTS)
    .where('missionId', '==', missionId)
    .where('state', '==', 'pending')
    .get();
  for (const { id } of pending.docs) await makeDocument(stage.firestore, stage.bucket, id, stage.origin);
}
