import type { Firestore } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { ErasureRequest, ErasureState } from '../../domain/my-data/request.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { accounts } from '../collections/accounts.ts';
import { erasureRequests } from '../collections/retention.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { closeTask } from '../staff/tasks.ts';

/** Those that the night carries out already, or did: any other request that somebody made no longer counts. */
const settled: readonly ErasureState[] = ['approved', 'underWay', 'done'];

interface Approval {
  readonly cause: ErasureRequest['cause'];
  /** Its company, that of its account where nothing is said. */
  readonly expertId?: string;
  readonly now: Instant;
}

/** Closes an account and has the next night erase its person, whom nobody needs to ask. Answers whether it does: not for who is unknown. */
export async function approveErasure(
  firestore: Firestore,
  uid: string,
  { cause, expertId, now }: Approval,
): Promise<boolean> {
  const done = await optimistically(firestore, async (batch) => {
    const [snapshot, account] = await firestore.getAll(
      firestore.doc(erasureRequests.path(uid)),
      firestore.doc(accounts.path(uid)),
    );
    const person = account && accounts.read(account);
    const before = snapshot && erasureRequests.read(snapshot);
    if (!snapshot || !account || !person || (before && settled.includes(before.state)))
      return { answer: false, batch: null };
    // Whoever has joined another company since lives on there.
    if (expertId !== undefined && person.expertId !== expertId) return { answer: false, batch: null };
    const { name, email, phone = null } = person;
    const asked = { uid, cause, askedAt: now, state: 'approved', decidedAt: now, decidedBy: null } as const;
    const company = expertId ?? person.expertId;
    rewrite(batch, account, accounts.write({ ...person, active: false }));
    await closeTask(firestore, batch, taskId('erasureAsked', uid), roleLabels.system, now);
    rewrite(
      batch,
      snapshot,
      erasureRequests.write({
        ...asked,
        ...{ reason: '', doneAt: null, expertId: company, person: { name, email, phone } },
        walk: { group: 0, after: null },
      }),
    );
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}
