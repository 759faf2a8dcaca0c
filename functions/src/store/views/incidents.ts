import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { triggers } from '../../domain/incidents/triggers.ts';
import { mailKinds } from '../../domain/notifications/mail-kinds.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { DEAD_LETTERS, deadLetters } from '../collections/dead-letters.ts';
import { OUTBOX, outbox, type QueuedMail } from '../collections/outbox.ts';
import { type Reachable, reachableOf } from '../incidents/reachable.ts';
import { stampsView } from '../proofs/day-stamps.ts';

const MOST = 100;

/**
 * What failed and waits for somebody: four queries, a read an incident, and who can be called for each address (`reachableOf`).
 * `isStamped`: whether the deployment has a time-stamp authority.
 */
export async function incidentsView(
  firestore: Firestore,
  actor: Actor,
  { isStamped, now }: { isStamped: boolean; now: number },
): Promise<Views['incidents'] | Refusal> {
  const refusal = can(actor, { action: 'handleIncidents' });
  if (refusal) return refusal;
  const [letters, mails, stamps] = await Promise.all([
    firestore
      .collection(DEAD_LETTERS)
      .where('state', 'in', ['open', 'replaying'])
      .orderBy('lastSeenAt', 'desc')
      .limit(MOST)
      .get(),
    firestore.collection(OUTBOX).where('state', '==', 'dead').orderBy('createdAt', 'desc').limit(MOST).get(),
    stampsView(firestore, isStamped),
  ]);
  const dead = outbox.list(mails.docs);
  const reachable = await reachableOf(
    firestore,
    dead.map(({ to }) => to.email),
    now,
  );
  return {
    stamps,
    letters: deadLetters.list(letters.docs).map(({ id, trigger, subject, code, attempts, lastSeenAt, state }) => ({
      ...{ id, what: triggers[trigger].label, subject, code, attempts, lastSeenAt },
      replaying: state === 'replaying',
    })),
    mails: dead.map((mail) => deadMailRow(mail, dead, reachable.get(mail.to.email))),
  };
}

function deadMailRow(mail: QueuedMail, dead: readonly QueuedMail[], known: Reachable | undefined) {
  const { id, to, mail: name, facts, problem, createdAt, attempt, cause } = mail;
  return {
    ...{ id, recipient: to.name, email: to.email, createdAt, attempts: attempt },
    organisation: known?.organisation ?? '',
    about: facts.happened || mailKinds[name].label,
    cause: cause ?? null,
    problem: problem ?? '',
    alike: dead.filter((other) => other.to.email === to.email).length,
    addressMarked: known?.addressMarked ?? null,
    call: known?.call ?? [],
    peoplePath: known?.peoplePath ?? null,
  };
}
