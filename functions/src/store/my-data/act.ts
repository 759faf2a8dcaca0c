import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import { obstaclesOf } from '../../domain/my-data/obstacles.ts';
import {
  decideErasure,
  type ErasureCommand,
  type ErasureRequest,
  erasureActions,
} from '../../domain/my-data/request.ts';
import { type MailName, noFacts } from '../../domain/notifications/mails.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { Organisation } from '../../domain/people/people.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { erasureRequests } from '../collections/retention.ts';
import { queueMails } from '../notifications/queue.ts';
import { once } from '../operations.ts';
import { rewrite } from '../optimistic.ts';
import { erasureTask } from '../staff/task-makers.ts';
import { closeTask, openTask } from '../staff/tasks.ts';
import { standsAlone } from './stands-alone.ts';

const unknownPerson = refuse('person-unknown', 'Ce compte n’existe plus : il n’y a rien à effacer.');

export interface AskedErasure {
  readonly actor: SignedInActor;
  readonly command: ErasureCommand;
  readonly operationId: string;
  readonly now: Instant;
}

const answer = z.object({ done: z.string() });

/**
 * One step of a request of erasure: its state, the task of staff and what the person is told, in one commit that holds only if the request is as it was
 * read. Nothing is erased here: the night does it (`store/retention`). 3 reads, and those of `standsAlone` for an approval.
 */
export function actOnErasure(firestore: Firestore, asked: AskedErasure): Promise<{ done: string } | Refusal> {
  const { actor, command, operationId, now } = asked;
  const uid = 'uid' in command ? command.uid : actor.uid;
  const operation = { actorUid: actor.uid, operationId, asked: ['erasure', command], now, answer };
  return once(firestore, operation, async (batch) => {
    const [snapshot, accountSnapshot] = await firestore.getAll(
      firestore.doc(erasureRequests.path(uid)),
      firestore.doc(accounts.path(uid)),
    );
    const account = accountSnapshot && accounts.read(accountSnapshot);
    if (!snapshot || !accountSnapshot || !account) return { answer: unknownPerson, batch: null };
    const before = erasureRequests.read(snapshot);
    const obstacles = command.action === 'approve' ? obstaclesOf(await standsAlone(firestore, account)) : [];
    const request = decideErasure({ actor, request: before, obstacles, now }, command);
    if (isRefusal(request)) return { answer: request, batch: null };
    rewrite(batch, snapshot, erasureRequests.write(withPerson(request, account)));
    // With the decision, so that an account which is open at night was opened again, by somebody who changed their mind.
    if (request.state === 'approved') rewrite(batch, accountSnapshot, accounts.write({ ...account, active: false }));
    await tell(firestore, batch, request, { account, by: actor.name, now });
    return { answer: { done: erasureActions[command.action].done }, batch };
  });
}

function withPerson(request: ErasureRequest, { name, email, phone = null, expertId }: Account) {
  const person = request.state === 'approved' ? { name, email, phone } : null;
  return { ...request, person, expertId, walk: { group: 0, after: null } };
}

interface Told {
  readonly account: Account;
  readonly by: string;
  readonly now: Instant;
}

async function tell(firestore: Firestore, batch: WriteBatch, request: ErasureRequest, told: Told): Promise<void> {
  const { account, by, now } = told;
  const { uid, name, email } = account;
  if (request.state === 'asked') {
    await openTask(firestore, batch, erasureTask(uid, name, now));
    return;
  }
  await closeTask(firestore, batch, taskId('erasureAsked', uid), by, now);
  if (request.state === 'withdrawn') return;
  const reader = readers[account.kind];
  const facts = { ...noFacts, recipientName: name, reader, byName: by, reason: request.reason };
  const mails = serviceSubscriptions.erasureDecided.map(({ mail, when }) => ({
    ...{ id: answerMailId(mail, uid, now), mail, facts },
    path: request.state === 'approved' ? '/donnees-personnelles' : '/mes-donnees',
    // Whose account is closed is signed in by no button.
    to: { email, name, uid: request.state === 'approved' ? null : uid },
    ...{ when, mission: null, parts: [], createdAt: now },
  }));
  queueMails(firestore, batch, mails);
}

/** The night waits for it. `decidedAt`: of the request. */
export function answerMailId(mail: MailName, uid: string, decidedAt: Instant): string {
  return `${mail}.${uid}.${decidedAt}`;
}

const readers = { laureate: 'laureate', expert: 'expert', staff: 'staff', observer: 'staff' } as const;

/** Where the account is cut, as staff do it among people; null of one that belongs nowhere, which opens nothing. */
export function organisationOf({ kind, laureateIds: [laureateId], expertId }: Account): Organisation | null {
  if (kind === 'staff' || kind === 'observer') return { kind: 'team' };
  if (kind === 'expert') return expertId === null ? null : { kind: 'expert', expertId };
  return laureateId === undefined ? null : { kind: 'laureate', laureateId };
}
