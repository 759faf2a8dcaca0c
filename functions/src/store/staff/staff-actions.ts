import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Command } from '../../domain/missions/actions.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { isRefusal, refuse } from '../../domain/refusal.ts';
import {
  changedTask,
  type ItemAnswer,
  type StaffAction,
  staffActions,
  type TaskAction,
} from '../../domain/staff/actions.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';
import { tasks } from '../collections/tasks.ts';
import { commitAction } from '../missions/commit.ts';
import { once } from '../operations.ts';
import { rewrite } from '../optimistic.ts';

export interface StaffCall {
  readonly actor: SignedInActor;
  readonly operationId: string;
  readonly settings: ProgrammeSettings;
  readonly now: Instant;
}

const unknownTask = refuse('task-unknown', 'Cette ligne n’existe plus. Rechargez la page.');
const doneItem: z.ZodType<ItemAnswer> = z.object({ id: z.string(), done: z.boolean(), message: z.string() });

/** The people of the team who may be given something to do: one query. */
export async function colleaguesOf(firestore: Firestore): Promise<{ uid: string; name: string }[]> {
  const found = await firestore.collection(ACCOUNTS).where('kind', '==', 'staff').get();
  return accounts
    .list(found.docs)
    .filter(({ active }) => active)
    .map(({ uid, name }) => ({ uid, name }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

/**
 * Does one action to one item of a selection. Each item is a commit of its own, so that what is refused holds nothing else up; its operation's id
 * is the call's and its own, so that a repeated call does only what is missing.
 */
export function actOnItem(
  firestore: Firestore,
  action: StaffAction,
  { id, colleagues }: { id: string; colleagues: readonly string[] },
  call: StaffCall,
): Promise<ItemAnswer> {
  switch (action.action) {
    case 'remind':
      return actOnMission(firestore, id, { action: 'remind', input: {} }, call);
    case 'extend':
      return actOnMission(
        firestore,
        id,
        { action: 'extend', input: { days: action.days, reason: action.reason } },
        call,
      );
    default:
      return actOnTask(firestore, id, action, { ...call, colleagues });
  }
}

async function actOnMission(
  firestore: Firestore,
  id: string,
  command: Command,
  { actor, settings, now, operationId }: StaffCall,
): Promise<ItemAnswer> {
  const asked = { now, actor, missionId: id, laureateId: null, onBehalf: false, settings };
  const answer = await commitAction(firestore, asked, command, `${operationId}.${id}`);
  return isRefusal(answer) ? { id, done: false, message: answer.message } : { id, done: true, message: answer.done };
}

async function actOnTask(
  firestore: Firestore,
  id: string,
  action: TaskAction,
  { actor, now, colleagues, operationId }: StaffCall & { readonly colleagues: readonly string[] },
): Promise<ItemAnswer> {
  const { ids: _selection, ...asked } = action;
  const operation = { actorUid: actor.uid, operationId: `${operationId}.${id}`, asked, now, answer: doneItem };
  const answer = await once<ItemAnswer>(firestore, operation, async (batch) => {
    const snapshot = await firestore.doc(tasks.path(id)).get();
    const task = tasks.read(snapshot);
    if (task === null) return { answer: unknownTask, batch: null };
    const changed = changedTask(task, action, { now, name: actor.name, colleagues });
    if (isRefusal(changed)) return { answer: changed, batch: null };
    rewrite(batch, snapshot, tasks.write(changed));
    return { answer: { id, done: true, message: staffActions[action.action].done }, batch };
  });
  return isRefusal(answer) ? { id, done: false, message: answer.message } : answer;
}
