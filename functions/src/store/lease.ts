import type { Firestore } from 'firebase-admin/firestore';
import { leases } from './collections/leases.ts';
import { cameFirst } from './lost-race.ts';

export interface Lease {
  readonly name: string;
  /** Unique to this attempt, so that it gives back nothing but its own. */
  readonly holder: string;
  readonly now: number;
  /** In milliseconds: longer than the work ever takes, since nothing stops a holder who is late. */
  readonly lasts: number;
}

/** Does `work` alone; null, without starting it, while somebody else holds the lease (2 reads, 2 writes). */
export async function alone<Answer>(
  firestore: Firestore,
  lease: Lease,
  work: () => Promise<Answer>,
): Promise<{ readonly answer: Answer } | null> {
  if (!(await taken(firestore, lease))) return null;
  try {
    return { answer: await work() };
  } finally {
    await givenBack(firestore, lease);
  }
}

/** Without a lock: who comes second is told so at once, instead of waiting for the first and then starting. */
async function taken(firestore: Firestore, { name, holder, now, lasts }: Lease): Promise<boolean> {
  const reference = firestore.doc(leases.path(name));
  const written = leases.write({ holder, until: now + lasts });
  const snapshot = await reference.get();
  const current = leases.read(snapshot);
  if (current !== null && now < current.until) return false;
  const { updateTime: lastUpdateTime } = snapshot;
  return cameFirst(lastUpdateTime ? reference.update(written, { lastUpdateTime }) : reference.create(written));
}

function givenBack(firestore: Firestore, { name, holder }: Lease): Promise<void> {
  const reference = firestore.doc(leases.path(name));
  return firestore.runTransaction(async (transaction) => {
    if (leases.read(await transaction.get(reference))?.holder === holder) transaction.delete(reference);
  });
}
