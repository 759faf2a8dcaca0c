import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import { decisionsOpen } from '../../domain/experts/decide.ts';
import type { ExpertHistoryRow } from '../../domain/experts/views.ts';
import { isLive } from '../../domain/missions/states.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { type ExpertEvent, expertEvents, expertEventsOf, experts } from '../collections/experts.ts';
import { answeredForm } from '../collections/forms.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { expertRoleOf } from '../experts/expert-action.ts';
import { unknownExpert } from '../experts/expert-record.ts';
import { rowOfMission } from './mission-rows.ts';

const MOST_MISSIONS = 200;
const MOST_LINES = 100;
const noExpert = refuse('no-expert', 'Votre compte n’est rattaché à aucune fiche d’expert.');

/** An expert's own home: its sheet, its missions, and what this person may decide about the company. */
export async function expertView(firestore: Firestore, actor: SignedInActor): Promise<Views['expert'] | Refusal> {
  if (actor.kind !== 'expert') return noExpert;
  const [expert, missionRows, role] = await Promise.all([
    get(firestore, experts, actor.expertId),
    missionsOf(firestore, actor.expertId),
    expertRoleOf(firestore, actor, actor.expertId),
  ]);
  if (expert === null) return noExpert;
  return {
    expert,
    missions: missionRows,
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
    liveMissions: missionRows.filter(({ state }) => isLive(state)),
  };
}

async function missionsOf(firestore: Firestore, expertId: string) {
  const found = await firestore
    .collection(MISSIONS)
    .where('expert.expertId', '==', expertId)
    .orderBy('since', 'desc')
    .limit(MOST_MISSIONS)
    .get();
  return missions.list(found.docs).map(rowOfMission);
}

function historyRow({ at, by, interview, ...event }: ExpertEvent, readsInterviews: boolean): ExpertHistoryRow {
  const { what, decision, state, message, remarks } = event;
  return { at, byName: by, what, decision, state, message, remarks, interview: readsInterviews ? interview : null };
}
