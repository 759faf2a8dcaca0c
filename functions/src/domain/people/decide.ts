import { endOfDay } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type PeopleActionName, personActionNames, rowOf } from './actions.ts';
import { checks } from './checks.ts';
import {
  headRoles,
  type InviteCommand,
  type PeopleCommand,
  type PeopleFacts,
  type PersonFacts,
  standings,
} from './facts.ts';
import { guards } from './guards.ts';
import type { Happening } from './journal.ts';
import type { PersonActionName } from './people.ts';

/** What is written: people of this organisation as they are from now on, and a line of the journal for each. */
export interface PeopleOutcome {
  readonly changes: readonly PeopleChange[];
}

export interface PeopleChange {
  readonly done: Happening;
  readonly person: PersonFacts;
  readonly reason: string | null;
}

/** The whole of a decision about people: the table's verdict, then who is what. `uid` is null for an invitation. */
export function decidePersonAction(
  facts: PeopleFacts,
  command: PeopleCommand,
  uid: string | null,
): PeopleOutcome | Refusal {
  const person = uid === null ? null : (facts.people.find((one) => one.uid === uid) ?? null);
  const refusal =
    whyNotPersonAction(facts, command.action, person) ??
    reasonRefusal(facts, command, person) ??
    firstRefusal(rowOf(command.action).checks, (name) => checks[name](facts, command, person));
  return refusal ?? { changes: changesOf(facts, command, person) };
}

/** Why an action can't be taken, before anything is typed; null when its button is live. */
export function whyNotPersonAction(
  facts: PeopleFacts,
  action: PeopleActionName,
  person: PersonFacts | null,
): Refusal | null {
  const row = rowOf(action);
  const refusal = standingRefusal(facts, action, person);
  if (refusal) return refusal;
  if (row.from.length === 0) return null;
  if (person === null) return unknownPerson;
  if (!row.from.includes(person.state)) return wrongState[person.state];
  return firstRefusal(row.guards, (name) => guards[name](facts, person));
}

/** The buttons shown beside a person. */
export function actionsAbout(facts: PeopleFacts, person: PersonFacts): PersonActionName[] {
  return personActionNames.flatMap((action) =>
    action !== 'invite' && whyNotPersonAction(facts, action, person) === null ? [action] : [],
  );
}

const unknownPerson = refuse('person-unknown', 'Cette personne ne fait pas partie de la structure. Rechargez la page.');
const wrongState = {
  active: refuse('wrong-state', 'Cette personne s’est déjà connectée et son accès est ouvert. Rechargez la page.'),
  invited: refuse('wrong-state', 'Cette personne est invitée et ne s’est pas encore connectée. Rechargez la page.'),
  closed: refuse('wrong-state', 'L’accès de cette personne est fermé. Rechargez la page.'),
} as const satisfies Record<PersonFacts['state'], Refusal>;

function standingRefusal(facts: PeopleFacts, action: PeopleActionName, person: PersonFacts | null): Refusal | null {
  const may = rowOf(action).by[facts.organisation.kind];
  if (standings(facts, person).some((standing) => may.includes(standing))) return null;
  const own = facts.people.find(({ uid, state }) => uid === facts.actor.uid && state !== 'closed');
  if (may.length === 0) return refuse('not-for-this', 'Cela ne se fait pas dans cette structure.');
  if (own !== undefined && may.includes('signatory')) {
    return refuse('signatory-only', 'Seule une personne signataire de votre structure peut le faire.');
  }
  if (own !== undefined && may.includes('contact')) {
    return refuse('contact-only', 'Seule une personne qui représente votre structure peut le faire.');
  }
  return may.includes('staff') && may.length === 1
    ? refuse('staff-only', 'Seule l’équipe France Tiers-Lieux peut le faire : appelez-la.')
    : refuse(
        'not-yours',
        'Cette structure n’est pas la vôtre. Si c’est une erreur, appelez l’équipe France Tiers-Lieux.',
      );
}

function reasonRefusal(facts: PeopleFacts, command: PeopleCommand, person: PersonFacts | null): Refusal | null {
  const { reason } = rowOf(command.action);
  const needed = reason === 'always' || (reason === 'ofOthers' && person?.uid !== facts.actor.uid);
  return needed && reasonOf(command) === null
    ? refuse('reason-missing', 'Écrivez pourquoi : la raison est gardée au journal.')
    : null;
}

function reasonOf(command: PeopleCommand): string | null {
  const reason = 'reason' in command ? command.reason.trim() : '';
  return reason === '' ? null : reason;
}

/** Of a corrected name, the one before too: the journal is where both are read together. */
function tellingReason(command: PeopleCommand, person: PersonFacts | null): string | null {
  const reason = reasonOf(command);
  return command.action === 'correctName' && person !== null ? `Nom d’avant : ${person.name}. ${reason ?? ''}` : reason;
}

function firstRefusal<Name>(names: readonly Name[], judge: (name: Name) => Refusal | null): Refusal | null {
  for (const name of names) {
    const refusal = judge(name);
    if (refusal) return refusal;
  }
  return null;
}

function changesOf(facts: PeopleFacts, command: PeopleCommand, person: PersonFacts | null): PeopleChange[] {
  const reason = tellingReason(command, person);
  const changed = command.action === 'invite' ? invited(facts, command) : changedPerson(facts, command, person);
  const relay =
    command.action === 'close' && command.successorUid !== null
      ? facts.people.filter(({ uid }) => uid === command.successorUid)
      : [];
  const head = headRoles[facts.organisation.kind];
  return [
    { done: command.action, person: changed, reason },
    ...relay.map((successor) => ({
      done: 'succeed' as const,
      person: { ...successor, role: head, delegation: null },
      reason,
    })),
  ];
}

function invited({ people, known, newUid }: PeopleFacts, { name, email, role, until }: InviteCommand): PersonFacts {
  const before = people.find(({ uid }) => uid === known?.uid);
  const verified = known?.verified ?? false;
  return {
    uid: known?.uid ?? newUid,
    // Whoever has an account keeps its name, which no invitation changes.
    name: known?.name ?? name.trim(),
    email: email.trim().toLowerCase(),
    role,
    state: verified ? 'active' : 'invited',
    until: until === null ? null : endOfDay(until),
    delegation: null,
    verified,
    switchedOff: false,
    phone: before?.phone ?? known?.phone ?? null,
    addressProblem: before?.addressProblem ?? known?.addressProblem ?? null,
  };
}

function changedPerson(
  { actor, now }: PeopleFacts,
  command: Exclude<PeopleCommand, InviteCommand>,
  person: PersonFacts | null,
): PersonFacts {
  if (person === null) throw new Error('every action but an invitation is about somebody');
  switch (command.action) {
    case 'setRole':
      return { ...person, role: command.role, delegation: null };
    case 'delegate':
      return { ...person, delegation: { from: command.from, until: command.until, byName: actor.name } };
    case 'endDelegation':
      return { ...person, delegation: null };
    case 'close':
      return { ...person, state: 'closed', delegation: null };
    case 'reopen':
      // A signature is given by a signatory: whoever opens the access again gives none back.
      return { ...person, state: person.verified ? 'active' : 'invited', delegation: null, switchedOff: false };
    case 'switchOff':
      return { ...person, state: 'closed', delegation: null, switchedOff: true };
    case 'changeEmail':
      return {
        ...person,
        email: command.email.trim().toLowerCase(),
        verified: false,
        state: 'invited',
        addressProblem: null,
      };
    case 'correctName':
      return { ...person, name: command.name.trim() };
    case 'flagAddress':
      return { ...person, addressProblem: { at: now, reason: command.reason.trim(), byName: actor.name } };
    case 'clearAddressFlag':
      return { ...person, addressProblem: null };
    case 'setPhone':
      return { ...person, phone: command.phone.trim() || null };
    case 'inviteAgain':
      return person;
    default:
      return command satisfies never;
  }
}
