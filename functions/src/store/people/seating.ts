import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { MemberRole } from '../../domain/actor.ts';
import { headRoles, type PersonFacts } from '../../domain/people/facts.ts';
import type { CompanyRole, Organisation, TeamRole } from '../../domain/people/people.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { expertMembers } from '../collections/experts.ts';
import { members } from '../collections/laureates.ts';
import { rewrite } from '../optimistic.ts';
import { newAccount, openAccount, renamed } from './accounts.ts';
import type { Roster } from './roster.ts';

/** By whom, and when: what is kept of a role that is given. */
type Given = NonNullable<Account['memberships'][number]['given']>;

/** Sign-ins made until now are refused. Those are dated to the second: the one of this very second goes too. */
function fromNowOn(now: number): number {
  return Math.floor(now / 1_000) + 1;
}

/**
 * Writes one person of the organisation as decided: the account, and the seat. `found` is the account's snapshot when its address was known
 * elsewhere; without one, and not on the roster, the account is opened here.
 */
export function seat(
  firestore: Firestore,
  batch: WriteBatch,
  roster: Roster,
  { person, found, given }: { person: PersonFacts; found: DocumentSnapshot | null; given: Given },
): Account {
  const snapshot = roster.accounts.get(person.uid) ?? found;
  const before = snapshot === null ? null : accounts.read(snapshot);
  const account = accountWith(before ?? blank(roster.organisation, person), roster.organisation, person, given);
  if (snapshot === null) openAccount(firestore, batch, account);
  else rewrite(batch, snapshot, accounts.write(account));
  seatOnly(firestore, batch, roster, person);
  return account;
}

/**
 * Makes the commit fail when one of those who still answer for the organisation is changed meanwhile: of two who close each other, one comes
 * second, reads again, and is told that nobody would be left.
 */
export function holdHeads(batch: WriteBatch, roster: Roster, changed: readonly string[]): void {
  const head = headRoles[roster.organisation.kind];
  for (const { uid, role, state } of roster.people) {
    if (role !== head || state !== 'active' || changed.includes(uid)) continue;
    for (const snapshot of [roster.accounts.get(uid), roster.seats.get(uid)]) {
      const value = snapshot?.data();
      if (snapshot && value) rewrite(batch, snapshot, value);
    }
  }
}

function blank(organisation: Organisation, { uid, name, email, role }: PersonFacts): Account {
  const kind = organisation.kind === 'team' ? teamRole({ role }) : organisation.kind;
  return newAccount({
    uid,
    name,
    email,
    kind,
    expertId: organisation.kind === 'expert' ? organisation.expertId : null,
  });
}

function accountWith(account: Account, organisation: Organisation, person: PersonFacts, given: Given): Account {
  const isClosed = person.state === 'closed';
  const memberships = membershipsWith(account, organisation, person, given);
  const active = !person.switchedOff && (!isClosed || memberships.length > 0);
  const ends = (account.active && !active) || account.email !== person.email;
  return {
    ...renamed(account, person.name),
    ...(organisation.kind === 'team' ? { kind: teamRole(person), until: person.until } : {}),
    active,
    email: person.email,
    verifiedEmail: person.verified,
    memberships,
    laureateIds: memberships.map(({ laureateId }) => laureateId),
    validAfterSec: ends ? fromNowOn(given.at) : account.validAfterSec,
    phone: person.phone,
    addressProblem: person.addressProblem,
    switchedOffAt: person.switchedOff ? (account.switchedOffAt ?? given.at) : null,
  };
}

function membershipsWith(
  account: Account,
  organisation: Organisation,
  person: PersonFacts,
  given: Given,
): Account['memberships'] {
  if (person.switchedOff) return [];
  if (organisation.kind !== 'laureate') return account.memberships;
  const { laureateId } = organisation;
  const others = account.memberships.filter((one) => one.laureateId !== laureateId);
  if (person.state === 'closed') return others;
  const role = memberRole(person);
  const before = account.memberships.find((one) => one.laureateId === laureateId);
  const kept = before?.role === role ? before.given && { given: before.given } : { given };
  return [...others, { laureateId, role, delegation: delegationOf(person), ...kept }];
}

function seatOnly(firestore: Firestore, batch: WriteBatch, { organisation, seats }: Roster, person: PersonFacts): void {
  const { uid, name, email } = person;
  const active = person.state !== 'closed';
  const put = (path: string, value: FirebaseFirestore.DocumentData) => {
    const before = seats.get(uid);
    if (before) rewrite(batch, before, value);
    else batch.create(firestore.doc(path), value);
  };
  if (organisation.kind === 'laureate') {
    const { laureateId } = organisation;
    const role = memberRole(person);
    const value = { uid, laureateId, name, email, role, active, delegation: delegationOf(person) };
    put(members.path(laureateId, uid), members.write(value));
  }
  if (organisation.kind === 'expert') {
    const { expertId } = organisation;
    const value = { uid, expertId, name, email, role: companyRole(person), active };
    put(expertMembers.path(expertId, uid), expertMembers.write(value));
  }
}

function delegationOf({ delegation }: PersonFacts) {
  return delegation === null ? null : { ...delegation };
}

/** The table lets each kind of organisation have its own roles only; the weaker one is what a fault would leave. */
const memberRole = ({ role }: PersonFacts): MemberRole => (role === 'signatory' ? role : 'contributor');
const companyRole = ({ role }: PersonFacts): CompanyRole => (role === 'contact' ? role : 'consultant');
const teamRole = ({ role }: Pick<PersonFacts, 'role'>): TeamRole => (role === 'staff' ? role : 'observer');
