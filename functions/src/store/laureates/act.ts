import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import { laureateRowOf } from '../../domain/laureates/actions.ts';
import { decideLaureateAction, type LaureateOutcome } from '../../domain/laureates/decide.ts';
import type { LaureateActionFacts, LaureateCommand } from '../../domain/laureates/facts.ts';
import type { LaureateAudience } from '../../domain/notifications/laureate-subscriptions.ts';
import { happenings } from '../../domain/people/journal.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { LAUREATES, laureates } from '../collections/laureates.ts';
import { queueMails } from '../notifications/queue.ts';
import { once } from '../operations.ts';
import { type Attempt, rewrite } from '../optimistic.ts';
import { closeTask } from '../staff/tasks.ts';
import { laureateMails } from './mails.ts';
import { isOfTeam } from './referent.ts';

export const unknownLaureate = refuse('laureate-unknown', 'Cette structure n’existe pas. Rechargez la page.');
const answer = z.object({ done: z.string() });

export interface AskedOfLaureate {
  readonly actor: SignedInActor;
  readonly laureateId: string;
  readonly command: LaureateCommand;
  readonly operationId: string;
  readonly lineId: string;
  readonly now: number;
}

/**
 * Decides and writes one action on a laureate's record, in one commit: the record, the journal's line and the mails. The commit holds only if the
 * record is as it was read, the balance that its trigger shows included: it is then read again. 2 reads, the mails' queries, one for a SIRET.
 */
export function actOnLaureate(firestore: Firestore, asked: AskedOfLaureate): Promise<{ done: string } | Refusal> {
  const { actor, operationId, laureateId, command, now } = asked;
  const operation = {
    actorUid: actor.uid,
    operationId,
    asked: { call: 'laureateAction', laureateId, command },
    now,
    answer,
  };
  return once(firestore, operation, (batch) => attempt(firestore, batch, asked));
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  asked: AskedOfLaureate,
): Promise<Attempt<{ done: string } | Refusal>> {
  const { actor, laureateId, command, now } = asked;
  const snapshot = await firestore.doc(laureates.path(laureateId)).get();
  const laureate = laureates.read(snapshot);
  if (laureate === null) return { answer: unknownLaureate, batch: null };
  const facts: LaureateActionFacts = {
    ...{ now, actor, laureate },
    siretHolder: 'siret' in command ? await holderOf(firestore, command.siret, laureateId) : null,
    into: null,
    referentName: command.action === 'assignReferent' ? await teammate(firestore, command.uid) : null,
  };
  const outcome = decideLaureateAction(facts, command);
  if (isRefusal(outcome)) return { answer: outcome, batch: null };
  rewrite(batch, snapshot, laureates.write(outcome.laureate));
  await tell(firestore, batch, asked, outcome);
  const { closesTask } = laureateRowOf(command.action);
  if (closesTask) await closeTask(firestore, batch, taskId(closesTask, laureateId), actor.name, now);
  return { answer: { done: `${happenings[outcome.done]} : ${outcome.laureate.name}.` }, batch };
}

/** The name of another laureate that has this SIRET, or had it: the sirens of every entity are kept for such queries. */
async function holderOf(firestore: Firestore, siret: string, exceptId: string): Promise<string | null> {
  const found = await firestore.collection(LAUREATES).where('sirens', 'array-contains', siret.slice(0, 9)).get();
  const holder = laureates
    .list(found.docs)
    .find(({ id, legalEntities }) => id !== exceptId && legalEntities.some((entity) => entity.siret === siret));
  return holder?.name ?? null;
}

async function teammate(firestore: Firestore, uid: string | null): Promise<string | null> {
  const account = uid === null ? null : await get(firestore, accounts, uid);
  return isOfTeam(account) ? account.name : null;
}

interface ToldTransfer {
  readonly intoName: string;
  readonly audiences: readonly LaureateAudience[];
  /** Whose journal it is, where that is not the laureate that ends. */
  readonly journalName?: string;
}

/** The journal's line and the mails of what was decided, in its commit. */
export async function tell(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, command, lineId, now }: Omit<AskedOfLaureate, 'operationId' | 'laureateId'>,
  { laureate, done, reason }: LaureateOutcome,
  transfer: ToldTransfer | null = null,
): Promise<void> {
  journalLine(firestore, batch, lineId, {
    at: now,
    by: { uid: actor.uid, name: actor.name, kind: actor.kind },
    ...{ done, aboutUid: laureate.id, aboutName: transfer?.journalName ?? laureate.name, reason },
    ...{ laureateId: laureate.id, expertId: null, missionId: null },
  });
  const told = {
    command,
    laureate,
    done,
    reason: reason ?? '',
    byName: actor.name,
    intoName: transfer?.intoName ?? '',
    lineId,
    now,
  };
  queueMails(firestore, batch, await laureateMails(firestore, told, transfer?.audiences));
}
