import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Member } from '../../domain/laureates/laureate.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { members } from '../collections/laureates.ts';
import { rewrite } from '../optimistic.ts';
import type { ReadLaureate } from './transfer-reading.ts';

interface Sides {
  readonly from: ReadLaureate;
  readonly into: ReadLaureate;
  readonly snapshots: ReadonlyMap<string, DocumentSnapshot>;
}

/**
 * The people of the first become members of the second, in their roles; those of the second become contributors of the first, whose dossier stays
 * readable to both. Who has, or had, a seat on the other side keeps it as it is: a transfer gives back no access that somebody closed.
 */
export async function seatOnBothSides(
  firestore: Firestore,
  batch: WriteBatch,
  { from, into, snapshots }: Sides,
): Promise<void> {
  const seats = [
    ...newSeats(from.members, into, (member) => member.role),
    ...newSeats(into.members, from, () => 'contributor'),
  ];
  const uids = [...new Set(seats.map(({ uid }) => uid))];
  const references = uids.map((uid) => firestore.doc(accounts.path(uid)));
  const found = references.length === 0 ? [] : await firestore.getAll(...references);
  for (const snapshot of found) {
    const account = accounts.read(snapshot);
    const own = seats.filter(({ uid }) => uid === snapshot.id);
    if (account === null || !account.active) continue;
    rewrite(batch, snapshot, accounts.write(withSeats(account, own)));
    for (const seat of own) {
      const path = members.path(seat.laureateId, seat.uid);
      const before = snapshots.get(path);
      if (before) rewrite(batch, before, members.write(seat));
      else batch.create(firestore.doc(path), members.write(seat));
    }
  }
}

function newSeats(people: readonly Member[], side: ReadLaureate, roleOf: (member: Member) => Member['role']): Member[] {
  return people
    .filter(({ uid, active }) => active && side.members.every((one) => one.uid !== uid))
    .map((member) => ({
      ...{ uid: member.uid, name: member.name, email: member.email, role: roleOf(member), active: true },
      ...{ laureateId: side.laureate.id, delegation: null },
    }));
}

function withSeats(account: Account, seats: readonly Member[]): Account {
  const memberships = [
    ...account.memberships,
    ...seats.map(({ laureateId, role }) => ({ laureateId, role, delegation: null })),
  ];
  return { ...account, memberships, laureateIds: memberships.map(({ laureateId }) => laureateId) };
}
