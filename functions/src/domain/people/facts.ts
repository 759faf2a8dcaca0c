import type { SignedInActor } from '../actor.ts';
import type { Day, Instant } from '../calendar.ts';
import type { AddressProblem } from './address-problem.ts';
import type { Organisation, PersonAction, PersonRole, PersonRow } from './people.ts';

/** Everything a decision about people rests on. The store reads it; tests write it by hand. */
export interface PeopleFacts {
  readonly now: Instant;
  readonly actor: SignedInActor;
  readonly organisation: Organisation;
  /** Everybody it ever had, closed ones included. */
  readonly people: readonly PersonFacts[];
  /** The account that already has the address typed, when one was typed. */
  readonly known: KnownPerson | null;
  /** The uid of an account to open. */
  readonly newUid: string;
}

export interface PersonFacts extends PersonRow {
  /** Whether a first sign-in proved the address. */
  readonly verified: boolean;
  /** Staff ended everything this person had: only staff give it back. */
  readonly switchedOff: boolean;
}

export interface KnownPerson {
  readonly uid: string;
  readonly name: string;
  readonly kind: 'laureate' | 'expert' | 'staff' | 'observer';
  readonly expertId: string | null;
  readonly verified: boolean;
  readonly switchedOff: boolean;
  readonly phone: string | null;
  readonly addressProblem: AddressProblem | null;
}

export interface InviteCommand {
  readonly action: 'invite';
  readonly role: PersonRole;
  readonly name: string;
  readonly email: string;
  readonly until: Day | null;
}
export type PeopleCommand = PersonAction | InviteCommand;

/** Who somebody is to an organisation, or to the person an action is about. */
export type Standing = 'staff' | 'signatory' | 'contact' | 'self';

/** The role that answers for an organisation, and that it always keeps. */
export const headRoles = { laureate: 'signatory', expert: 'contact', team: 'staff' } as const satisfies Record<
  Organisation['kind'],
  PersonRole
>;

export const rolesOf = {
  laureate: ['signatory', 'contributor'],
  expert: ['contact', 'consultant'],
  team: ['staff', 'observer'],
} as const satisfies Record<Organisation['kind'], readonly PersonRole[]>;

/**
 * What the actor is here, from the organisation's own list: a contributor who signs by delegation prepares and signs missions, and decides
 * nothing about people.
 */
export function standings({ actor, people }: PeopleFacts, about: PersonFacts | null): Standing[] {
  const own = people.find(({ uid, state }) => uid === actor.uid && state !== 'closed');
  const found: Standing[] = [];
  if (actor.kind === 'staff') found.push('staff');
  if (actor.kind === 'laureate' && own?.role === 'signatory') found.push('signatory');
  if (actor.kind === 'expert' && own?.role === 'contact') found.push('contact');
  if (about !== null && about.uid === actor.uid) found.push('self');
  return found;
}

/** Whether nobody who has signed in would answer for the organisation once `person` no longer does. */
export function isLastHead({ organisation, people }: PeopleFacts, person: PersonFacts): boolean {
  const head = headRoles[organisation.kind];
  const heads = people.filter(({ role, state }) => role === head && state === 'active');
  return heads.length === 1 && heads[0]?.uid === person.uid;
}
