import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import { decideExpert, interviewOf } from '../../domain/experts/decide.ts';
import { type ExpertActionCommand, type ExpertRole, rowOf } from '../../domain/experts/decisions.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import { remarkLines, saidRemarks } from '../../domain/experts/remarks.ts';
import { type Question, questionsOf } from '../../domain/forms/form.ts';
import { expertSubscriptions } from '../../domain/notifications/expert-subscriptions.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type TaskKind, taskId } from '../../domain/staff/tasks.ts';
import { expertEvents, expertEventsOf, experts, storedExpertState } from '../collections/experts.ts';
import { answeredForm } from '../collections/forms.ts';
import { once } from '../operations.ts';
import { closeTask } from '../staff/tasks.ts';
import { tellOfExpert } from './expert-mails.ts';
import {
  activeMembers,
  changedMeanwhile,
  type FoundExpert,
  findExpert,
  record,
  unknownExpert,
} from './expert-record.ts';

export interface ExpertAction {
  readonly actor: SignedInActor;
  readonly expertId: string;
  readonly command: ExpertActionCommand;
  /** Of the registration that was read, so that nobody decides on another one; without it, on the one there is. */
  readonly submittedAt?: number | undefined;
  readonly operationId: string;
  readonly eventId: string;
  readonly now: number;
}

const answer = z.object({ state: storedExpertState });

/** Takes one decision of the table on an expert. The card follows by trigger, from the event written here. */
export function actOnExpert(firestore: Firestore, asked: ExpertAction): Promise<{ state: Expert['state'] } | Refusal> {
  const { actor, expertId, command, submittedAt, operationId, now } = asked;
  const operation = {
    ...{ actorUid: actor.uid, operationId, now, answer },
    asked: { expertId, command, submittedAt: submittedAt ?? null },
  };
  return once(firestore, operation, async (batch) => {
    const found = await findExpert(firestore, expertId);
    if (found === null) return { answer: unknownExpert, batch: null };
    if (submittedAt !== undefined && submittedAt !== found.expert.submittedAt)
      return { answer: changedMeanwhile, batch: null };
    const decided = await decide(firestore, found.expert, asked);
    if (isRefusal(decided)) return { answer: decided, batch: null };
    await write(firestore, batch, found, decided, asked);
    return { answer: { state: decided.state }, batch };
  });
}

async function decide(firestore: Firestore, expert: Expert, asked: ExpertAction): Promise<Expert | Refusal> {
  const { actor, command, now } = asked;
  const [role, interviewsKept, questions] = await Promise.all([
    expertRoleOf(firestore, actor, expert.id),
    countInterviews(firestore, expert.id, command),
    questionsAsked(firestore, expert, command),
  ]);
  return decideExpert({ expert, role, interviewsKept, questions }, command, { by: actor.name, at: now });
}

/** What an actor is to this company: its own person by the role it has there, staff, or nobody. 1 read, of a person of the company. */
export async function expertRoleOf(
  firestore: Firestore,
  actor: SignedInActor,
  expertId: string,
): Promise<ExpertRole | null> {
  if (actor.kind === 'staff' || actor.kind === 'system') return 'staff';
  if (actor.kind !== 'expert' || actor.expertId !== expertId) return null;
  const own = (await activeMembers(firestore, expertId)).find(({ uid }) => uid === actor.uid);
  return own?.role ?? null;
}

/** What remarks are beside: 1 read, none for a registration in a version that the code holds, nor for a decision that carries none. */
async function questionsAsked(
  firestore: Firestore,
  { formVersion }: Expert,
  command: ExpertActionCommand,
): Promise<Question[]> {
  return 'remarks' in command ? questionsOf(await answeredForm(firestore, 'registration', formVersion)) : [];
}

/** Only the decision that rests on it pays for reading the history. */
async function countInterviews(firestore: Firestore, expertId: string, command: ExpertActionCommand): Promise<number> {
  if (!rowOf(command.decision).guards.includes('interviewRecorded')) return 0;
  const history = await firestore.collection(expertEventsOf(expertId)).get();
  return expertEvents.list(history.docs).filter(({ interview }) => interview !== null).length;
}

async function write(
  firestore: Firestore,
  batch: WriteBatch,
  { reference, updateTime }: FoundExpert,
  expert: Expert,
  { actor, command, eventId, now }: ExpertAction,
): Promise<void> {
  const message = 'message' in command ? command.message.trim() : '';
  const remarks = 'remarks' in command ? saidRemarks(command.remarks) : {};
  const { decision } = command;
  batch.update(reference, experts.write(expert), { lastUpdateTime: updateTime });
  record(firestore, batch, expert, {
    ...{ eventId, by: actor.name, what: 'reviewed', decision, message, remarks },
    ...{ interview: interviewOf(command), now },
  });
  const reason = [message, ...remarkLines(remarks, await questionsAsked(firestore, expert, command))]
    .filter((line) => line !== '')
    .join('\n');
  const people = await activeMembers(firestore, expert.id);
  const rows = expertSubscriptions[decision];
  await tellOfExpert(firestore, batch, expert, { rows, eventId, byName: actor.name, reason, people, now });
  for (const kind of answeredTasks(decision))
    await closeTask(firestore, batch, taskId(kind, expert.id), actor.name, now);
}

/** What a decision takes off the list of staff. What is noted of a talk answers nothing yet. */
function answeredTasks(decision: ExpertActionCommand['decision']): readonly TaskKind[] {
  if (decision === 'recordInterview') return [];
  return rowOf(decision).to === 'same' ? ['cardToConfirm'] : ['expertToReview', 'interestFound', 'cardToConfirm'];
}
