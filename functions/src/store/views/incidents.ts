import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { triggers } from '../../domain/incidents/triggers.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { DEAD_LETTERS, deadLetters } from '../collections/dead-letters.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { stampsView } from '../proofs/day-stamps.ts';

const MOST = 100;

/** What failed and waits for somebody: four queries, a read an incident. `isStamped`: whether the deployment has a time-stamp authority. */
export async function incidentsView(
  firestore: Firestore,
  actor: Actor,
  isStamped: boolean,
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
  return {
    stamps,
    letters: deadLetters.list(letters.docs).map(({ id, trigger, subject, code, attempts, lastSeenAt, state }) => ({
      ...{ id, what: triggers[trigger].label, subject, code, attempts, lastSeenAt },
      replaying: state === 'replaying',
    })),
    mails: outbox.list(mails.docs).map(({ id, to, facts, problem, createdAt, attempt }) => ({
      ...{ id, recipient: to.name, email: to.email, about: facts.happened, createdAt, attempts: attempt },
      problem: problem ?? '',
    })),
  };
}
