import { roleLabels, type SignedInActor } from '../../functions/src/domain/actor.ts';
import type { MissionActionResult } from '../../functions/src/domain/api.ts';
import type { Instant } from '../../functions/src/domain/calendar.ts';
import type { ActionName } from '../../functions/src/domain/missions/actions.ts';
import { transitionOf } from '../../functions/src/domain/missions/transitions.ts';
import { isRefusal, type Refusal } from '../../functions/src/domain/refusal.ts';
import { makeDocument } from '../../functions/src/entrypoints/make-document.ts';
import { DOCUMENT_REQUESTS } from '../../functions/src/store/collections/document-requests.ts';
import { commitAction } from '../../functions/src/store/missions/commit.ts';
import { gather } from '../../functions/src/store/missions/gather.ts';
import { commandFor } from './commands.ts';
import type { PlannedMission, PlannedStep } from './programme.ts';
import { at } from './random.ts';
import {
  expertAt,
  inParallel,
  type SeatedExpert,
  type SeatedLaureate,
  signatoryAt,
  staffAt,
  type World,
} from './world.ts';

/** One step of a mission, when its turn comes. */
export interface Move {
  readonly mission: PlannedMission;
  readonly step: PlannedStep;
  readonly number: number;
}

/** Plays every mission through the real commit, in the order of time wherever two of them touch the same subsidy. */
export async function playMissions(world: World): Promise<void> {
  await inParallel(separate(world.programme.missions), 6, async (missions) => {
    for (const move of movesOf(missions)) await play(world, move);
  });
}

/** Every step of these missions, in the order of time. */
export function movesOf(missions: readonly PlannedMission[]): Move[] {
  const moves = missions.flatMap((mission) => mission.steps.map((step, number): Move => ({ mission, step, number })));
  return moves.sort((a, b) => a.step.at - b.step.at || a.number - b.number);
}

/** Missions in groups that have no laureate in common. */
export function separate(missions: readonly PlannedMission[]): PlannedMission[][] {
  return missions.reduce<PlannedMission[][]>((groups, mission) => {
    const touches = (group: readonly PlannedMission[]) =>
      group.some((other) => other.laureates.some((laureate) => mission.laureates.includes(laureate)));
    return [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), mission]];
  }, []);
}

/** Does one step through the commit of every action, and makes the documents it asks for. @throws Error when the programme refuses it. */
export async function play(world: World, move: Move): Promise<void> {
  const answer = await (await prepared(world, move)).commit();
  const { mission, step } = move;
  if (isRefusal(answer)) throw new Error(`${mission.road}, ${step.action}: ${answer.code} (${answer.message})`);
  await makePendingDocuments(world, mission.id, step.at);
}

/** A step ready to be asked for, as often as a page would: what it carries was read and deposited, and each call is the same. */
export interface Prepared {
  readonly actor: SignedInActor;
  readonly laureateIds: readonly string[];
  commit(): Promise<MissionActionResult | Refusal>;
  /** Asks for something else under the same id. */
  reuse(): Promise<MissionActionResult | Refusal>;
}

/** What one step asks for, and by whom. */
export async function prepared(world: World, { mission, step, number }: Move): Promise<Prepared> {
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
  const operationId = `demonstration-${mission.id}-${number}`;
  return {
    actor,
    laureateIds: laureates.map(({ id }) => id),
    commit: () => commitAction(firestore, asked, command, operationId),
    reuse: () => commitAction(firestore, { ...asked, laureateId: 'another' }, command, operationId),
  };
}

/** Whose turn an action is: whoever the table names first, a person before the clock, the clock before staff. */
export function turnOf(action: ActionName): 'signatory' | 'expert' | 'system' | 'staff' {
  const { by } = transitionOf(action);
  return (['signatory', 'expert', 'system'] as const).find((role) => by.includes(role)) ?? 'staff';
}

function actorOf(
  { action, at: now }: PlannedStep,
  people: { laureate: SeatedLaureate; expert: SeatedExpert },
): SignedInActor {
  switch (turnOf(action)) {
    case 'signatory':
      return signatoryAt(people.laureate, now);
    case 'expert':
      return expertAt(people.expert, now);
    case 'system':
      return { kind: 'system', uid: 'system', name: roleLabels.system };
    default:
      return staffAt(now);
  }
}

/** The trigger's work, done here: the next step may rest on the fingerprint of the PDF. */
async function makePendingDocuments({ stage }: World, missionId: string, now: Instant): Promise<void> {
  const pending = await stage.firestore
    .collection(DOCUMENT_REQUESTS)
    .where('missionId', '==', missionId)
    .where('state', '==', 'pending')
    .get();
  for (const { id } of pending.docs)
    await makeDocument(stage.firestore, stage.bucket, id, { origin: stage.origin, signer: stage.signer, now });
}
