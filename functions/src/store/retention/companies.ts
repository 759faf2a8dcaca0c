import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import { anonymousExpert, withoutContact } from '../../domain/retention/company.ts';
import type { Erased } from '../../domain/retention/erasing.ts';
import { workDrafts } from '../collections/drafts.ts';
import { expertEvents, expertEventsOf, experts } from '../collections/experts.ts';
import { MISSIONS } from '../collections/missions.ts';
import { activeMembers, findExpert, record } from '../experts/expert-record.ts';
import { projectCard } from '../experts/experts.ts';
import { optimistically } from '../optimistic.ts';
import type { Warn } from '../warn.ts';

interface Leaving {
  readonly expertId: string;
  /** Null for a company whose people are erased with it. */
  readonly erased: Pick<Erased, 'uid' | 'email'> | null;
  readonly now: Instant;
  readonly warn: Warn;
}

/**
 * The company of somebody who is erased: without its contact while others speak for it, anonymous once nobody does. Its card and the index of the
 * directory follow at once. Done again, it changes nothing.
 */
export async function leaveCompany(firestore: Firestore, { expertId, erased, now, warn }: Leaving): Promise<void> {
  const others = (await activeMembers(firestore, expertId)).filter(({ uid }) => uid !== erased?.uid);
  if (erased !== null && others.length > 0) {
    await rewriteSheet(firestore, { expertId, now, warn }, (expert) => withoutContact(expert, erased));
    return;
  }
  const served = await firestore.collection(MISSIONS).where('expert.expertId', '==', expertId).limit(1).get();
  await rewriteSheet(firestore, { expertId, now, warn }, (expert) => anonymousExpert(expert, !served.empty));
  await forgetWritings(firestore, expertId);
}

async function rewriteSheet(
  firestore: Firestore,
  { expertId, now, warn }: Omit<Leaving, 'erased'>,
  rewritten: (expert: Expert) => Expert,
): Promise<void> {
  const eventId = `erasure-${now}`;
  const done = await optimistically<boolean>(firestore, async (batch) => {
    const found = await findExpert(firestore, expertId);
    const after = found && rewritten(found.expert);
    if (!found || !after || after === found.expert) return { answer: false, batch: null };
    batch.update(found.reference, experts.write(after), { lastUpdateTime: found.updateTime });
    record(firestore, batch, after, { eventId, by: roleLabels.system, what: 'updated', message: '', now });
    return { answer: true, batch };
  });
  if (done?.answer) await projectCard(firestore, { expertId, eventId }, warn);
}

/** What it had begun to write, and the words of its history: who decided and when stays. */
async function forgetWritings(firestore: Firestore, expertId: string): Promise<void> {
  const drafts = firestore.doc(workDrafts.path(expertId, 'any')).parent;
  const batch = firestore.batch();
  for (const { ref } of (await drafts.select().get()).docs) batch.delete(ref);
  const history = await firestore.collection(expertEventsOf(expertId)).get();
  for (const snapshot of history.docs) {
    const event = expertEvents.read(snapshot);
    if (event === null || (event.message === '' && event.interview === null)) continue;
    batch.update(snapshot.ref, expertEvents.write({ ...event, message: '', remarks: {}, interview: null }));
  }
  await batch.commit();
}
