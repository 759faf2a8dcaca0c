import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import type { KnownPerson, PersonFacts } from '../../domain/people/facts.ts';
import { type Delegation, type Organisation, type PersonRole, standingDelegation } from '../../domain/people/people.ts';
import { refuse } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { ACCOUNTS, type Account, accounts } from '../collections/accounts.ts';
import { expertMembers, expertMembersOf, experts } from '../collections/experts.ts';
import { laureates, members, membersOf } from '../collections/laureates.ts';

export const unknownOrganisation = refuse('organisation-unknown', 'Cette structure n’existe pas. Rechargez la page.');

/** The people of an organisation as they were read, and the documents that a decision about them rests on. */
export interface Roster {
  readonly organisation: Organisation;
  readonly name: string;
  readonly people: readonly PersonFacts[];
  readonly accounts: ReadonlyMap<string, DocumentSnapshot>;
  /** `members/{uid}` of a laureate or a company; the team has none. */
  readonly seats: ReadonlyMap<string, DocumentSnapshot>;
}

interface Seat {
  readonly uid: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  readonly active: boolean;
  readonly delegation: Delegation | null;
}

/** Null when there is no such organisation. 1 read, 2 for each of its people; for the team 1 for each. */
export async function readRoster(
  firestore: Firestore,
  organisation: Organisation,
  now: number,
): Promise<Roster | null> {
  if (organisation.kind === 'team') return readTeam(firestore, organisation, now);
  const [name, found] = await Promise.all([
    nameOf(firestore, organisation),
    firestore.collection(seatsOf(organisation)).get(),
  ]);
  if (name === null) return null;
  const seats =
    organisation.kind === 'laureate'
      ? members.list(found.docs).map((seat): Seat => ({ ...seat, delegation: seat.delegation ?? null }))
      : expertMembers.list(found.docs).map((seat): Seat => ({ ...seat, delegation: null }));
  const references = seats.map(({ uid }) => firestore.doc(accounts.path(uid)));
  const snapshots = references.length === 0 ? [] : await firestore.getAll(...references);
  const kept = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
  const people = seats.flatMap((seat) => {
    const snapshot = kept.get(seat.uid);
    const account = snapshot ? accounts.read(snapshot) : null;
    return account === null ? [] : [personOf(account, seat, now)];
  });
  return { organisation, name, people, accounts: kept, seats: new Map(found.docs.map((one) => [one.id, one])) };
}

async function readTeam(firestore: Firestore, organisation: Organisation, now: number): Promise<Roster> {
  const found = await firestore.collection(ACCOUNTS).where('kind', 'in', ['staff', 'observer']).get();
  const people = accounts
    .list(found.docs)
    .map((account) =>
      personOf(account, { ...account, role: account.kind === 'staff' ? 'staff' : 'observer', delegation: null }, now),
    );
  const kept = new Map(found.docs.map((snapshot) => [snapshot.id, snapshot]));
  return { organisation, name: 'Équipe France Tiers-Lieux', people, accounts: kept, seats: new Map() };
}

async function nameOf(
  firestore: Firestore,
  organisation: Exclude<Organisation, { kind: 'team' }>,
): Promise<string | null> {
  return organisation.kind === 'laureate'
    ? ((await get(firestore, laureates, organisation.laureateId))?.name ?? null)
    : ((await get(firestore, experts, organisation.expertId))?.company ?? null);
}

function seatsOf(organisation: Exclude<Organisation, { kind: 'team' }>): string {
  return organisation.kind === 'laureate' ? membersOf(organisation.laureateId) : expertMembersOf(organisation.expertId);
}

function personOf(account: Account, { role, active, delegation }: Seat, now: number): PersonFacts {
  const isOpen = active && account.active && (account.until === null || now <= account.until);
  const opened = account.verifiedEmail ? 'active' : 'invited';
  return {
    uid: account.uid,
    name: account.name,
    email: account.email,
    role,
    state: isOpen ? opened : 'closed',
    until: account.until,
    delegation: standingDelegation(delegation, dayOf(now)),
    verified: account.verifiedEmail,
    switchedOff: isSwitchedOff(account),
    phone: account.phone ?? null,
    addressProblem: account.addressProblem ?? null,
  };
}

export function knownPerson(account: Account): KnownPerson {
  const { uid, name, kind, expertId, verifiedEmail, phone = null, addressProblem = null } = account;
  return {
    uid,
    name,
    kind,
    expertId,
    verified: verifiedEmail,
    switchedOff: isSwitchedOff(account),
    phone,
    addressProblem,
  };
}

function isSwitchedOff({ switchedOffAt }: Account): boolean {
  return switchedOffAt !== null && switchedOffAt !== undefined;
}
