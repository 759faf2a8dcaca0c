import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { decisionsOpen } from '../../domain/experts/decide.ts';
import type { ExpertHistoryRow } from '../../domain/experts/views.ts';
import { tasksOfExpert } from '../../domain/experts/waiting.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { isLive } from '../../domain/missions/states.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { type ExpertEvent, expertEvents, expertEventsOf, experts } from '../collections/experts.ts';
import { answeredForm } from '../collections/forms.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { expertRoleOf } from '../experts/expert-action.ts';
import { unknownExpert } from '../experts/expert-record.ts';
import { unreadMessages } from './messages.ts';
import { rowOfMission } from './mission-rows.ts';

const MOST_MISSIONS = 200;
const MOST_LINES = 100;
/** Missions whose messages are counted: the latest. */
const MOST_FOLLOWED = 30;
const noExpert = refuse('no-expert', 'Votre compte n’est rattaché à aucune fiche d’expert.');

/**
 * An expert's own home: its sheet, what waits for this person, its missions, and what it may decide about the company. A query of its missions and one of
 * its invoices, some three counts for each mission that goes on.
 */
export async function expertView(
  firestore: Firestore,
  actor: SignedInActor,
  now: number,
): Promise<Views['expert'] | Refusal> {
  if (actor.kind !== 'expert') return noExpert;
  const [expert, own, role, found, settings] = await Promise.all([
    get(firestore, experts, actor.expertId),
    missionsOf(firestore, actor.expertId),
    expertRoleOf(firestore, actor, actor.expertId),
    firestore.collection(INVOICES).where('expertId', '==', actor.expertId).get(),
    settingsInForce(firestore),
  ]);
  if (expert === null) return noExpert;
  const unread = await unreadOf(firestore, actor, own);
  const records = { expert, missions: own, invoices: invoices.list(found.docs), unread, settings, now };
  return {
    expert,
    tasks: tasksOfExpert(actor.uid, records),
    missions: own.map(rowOfMission),
    decisions: decisionsOpen({ expert, role, interviewsKept: 0, questions: [] }),
  };
}

/** What staff read before they decide. Observers read no record of an interview: they are notes of the team. */
export async function expertFileView(
  firestore: Firestore,
  actor: SignedInActor,
  expertId: string,
): Promise<Views['expertFile'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const [expert, history, missionRows] = await Promise.all([
    get(firestore, experts, expertId),
    firestore.collection(expertEventsOf(expertId)).orderBy('at', 'desc').limit(MOST_LINES).get(),
    missionsOf(firestore, expertId),
  ]);
  if (expert === null) return unknownExpert;
  const acts = actor.kind === 'staff';
  return {
    acts,
    expert,
    form: await answeredForm(firestore, 'registration', expert.formVersion),
    decisions: acts ? decisionsOpen({ expert, role: 'staff', interviewsKept: 0, questions: [] }) : [],
    history: expertEvents.list(history.docs).map((event) => historyRow(event, acts)),
    liveMissions: missionRows.map(rowOfMission).filter(({ state }) => isLive(state)),
  };
}

async function missionsOf(firestore: Firestore, expertId: string) {
  const found = await firestore
    .collection(MISSIONS)
    .where('expert.expertId', '==', expertId)
    .orderBy('since', 'desc')
    .limit(MOST_MISSIONS)
    .get();
  return missions.list(found.docs);
}

/** Mission → how many messages this person has not read, of those that go on. */
async function unreadOf(
  firestore: Firestore,
  actor: SignedInActor,
  own: readonly Mission[],
): Promise<Readonly<Record<string, number>>> {
  const live = own.filter(({ state }) => isLive(state)).slice(0, MOST_FOLLOWED);
  const counts = live.map(async (mission) => [mission.id, await unreadMessages(firestore, actor, mission)] as const);
  return Object.fromEntries(await Promise.all(counts));
}

function historyRow({ at, by, interview, ...event }: ExpertEvent, readsInterviews: boolean): ExpertHistoryRow {
  const { what, decision, state, message, remarks } = event;
  return { at, byName: by, what, decision, state, message, remarks, interview: readsInterviews ? interview : null };
}
