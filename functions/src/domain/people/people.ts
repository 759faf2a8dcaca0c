import type { MemberRole } from '../actor.ts';
import type { Day, Instant } from '../calendar.ts';
import type { AddressProblem } from './address-problem.ts';

/** An organisation that people belong to: a laureate, an expert's company, or FTL's own team (observers included). */
export type Organisation =
  | { readonly kind: 'laureate'; readonly laureateId: string }
  | { readonly kind: 'expert'; readonly expertId: string }
  | { readonly kind: 'team' };

/** In a company, one person at least speaks for it (and invites the others); each consultant declares and reads in its own name. */
export type CompanyRole = 'contact' | 'consultant';
export type TeamRole = 'staff' | 'observer';
export type PersonRole = MemberRole | CompanyRole | TeamRole;

/** Somebody of an organisation. « Invited » until the first sign-in proves the address. */
export interface PersonRow {
  readonly uid: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  readonly state: 'active' | 'invited' | 'closed';
  /** Of an observer's invitation; null where nothing ends by itself. */
  readonly until: Instant | null;
  /** A contributor who signs for a while, by a signatory's word. */
  readonly delegation: Delegation | null;
  /** Where the person can be called; null while nobody noted it. */
  readonly phone: string | null;
  /** Why mails do not reach the address; null while they do, as far as anybody knows. */
  readonly addressProblem: AddressProblem | null;
}

/** From the first to the last day, both included (Europe/Paris). */
export interface Delegation {
  readonly from: Day;
  readonly until: Day;
  readonly byName: string;
}

/** The delegation as it is on `day`: null once it is over. */
export function standingDelegation(delegation: Delegation | null, day: Day): Delegation | null {
  return delegation !== null && day <= delegation.until ? delegation : null;
}

/** The role in which somebody acts on `day`: a contributor signs while the signature is delegated. */
export function roleOn(role: MemberRole, delegation: Delegation | null, day: Day): MemberRole {
  const standing = standingDelegation(delegation, day);
  return standing !== null && standing.from <= day ? 'signatory' : role;
}

export interface Invitation {
  readonly organisation: Organisation;
  readonly role: PersonRole;
  readonly name: string;
  readonly email: string;
  /** Required of an observer, null for anyone else. */
  readonly until: Day | null;
}

/** What one does about a person of an organisation. Who may, and what it needs, is in the table of `domain/people/actions.ts`. */
export type PersonAction =
  | { readonly action: 'setRole'; readonly role: PersonRole }
  | { readonly action: 'delegate'; readonly from: Day; readonly until: Day }
  | { readonly action: 'endDelegation' }
  /** Ends what this person has in this organisation. Who was the last signatory or contact names a successor, who becomes it. */
  | { readonly action: 'close'; readonly successorUid: string | null; readonly reason: string }
  | { readonly action: 'reopen'; readonly reason: string }
  /** Ends everything this person has anywhere, at once: account, memberships, grants, tickets, sessions. */
  | { readonly action: 'switchOff'; readonly reason: string }
  | { readonly action: 'changeEmail'; readonly email: string; readonly reason: string }
  /** A name that was typed wrong, or that has changed. What is done already keeps the name of then. */
  | { readonly action: 'correctName'; readonly name: string; readonly reason: string }
  /** Mails do not reach this person: every page says so to its owner, until the address is changed or confirmed. */
  | { readonly action: 'flagAddress'; readonly reason: string }
  /** The address is right after all: a mail leaves to it, and says so again if it is refused. */
  | { readonly action: 'clearAddressFlag' }
  /** Empty to forget it. */
  | { readonly action: 'setPhone'; readonly phone: string }
  | { readonly action: 'inviteAgain' };
export type PersonActionName = PersonAction['action'];

export type PersonActionInput = PersonAction & { readonly organisation: Organisation; readonly uid: string };

/** What staff do to one person's access to one laureate's dossier. */
export type GrantAction =
  | { readonly action: 'cut'; readonly reason: string }
  | { readonly action: 'restore'; readonly reason: string }
  /** Keeps the dossier open until the end of that day, for one mission that both had. */
  | { readonly action: 'extend'; readonly missionId: string; readonly until: Day; readonly reason: string };

export type GrantActionInput = GrantAction & { readonly laureateId: string; readonly uid: string };
