import { isEmail } from '@sur-mesure/functions/domain/email';
import { rowOf } from '@sur-mesure/functions/domain/people/actions';
import type {
  Invitation,
  PersonAction,
  PersonActionName,
  PersonRole,
} from '@sur-mesure/functions/domain/people/people';
import type { FieldError } from '../notice/Notice.tsx';
import { type AskedOfPerson, actionWords, isLastHead, type Subject, successorsOf } from './person-words.ts';

/** What one types about a person, whichever the action; which of it is asked stands in the table of words. */
export interface TypedPerson {
  readonly role: PersonRole | undefined;
  readonly from: string;
  readonly until: string;
  readonly successorUid: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly reason: string;
}

type Build = (typed: TypedPerson, subject: Subject) => PersonAction;

const builders = {
  inviteAgain: () => ({ action: 'inviteAgain' }),
  setRole: ({ role }, { person }) => ({ action: 'setRole', role: role ?? person.role }),
  delegate: ({ from, until }) => ({ action: 'delegate', from, until }),
  endDelegation: () => ({ action: 'endDelegation' }),
  changeEmail: ({ email, reason }) => ({ action: 'changeEmail', email: email.trim(), reason: reason.trim() }),
  correctName: ({ name, reason }) => ({ action: 'correctName', name: name.trim(), reason: reason.trim() }),
  flagAddress: ({ reason }) => ({ action: 'flagAddress', reason: reason.trim() }),
  clearAddressFlag: () => ({ action: 'clearAddressFlag' }),
  setPhone: ({ phone }) => ({ action: 'setPhone', phone: phone.trim() }),
  close: ({ successorUid, reason }) => ({
    action: 'close',
    successorUid: successorUid === '' ? null : successorUid,
    reason: reason.trim(),
  }),
  reopen: ({ reason }) => ({ action: 'reopen', reason: reason.trim() }),
  switchOff: ({ reason }) => ({ action: 'switchOff', reason: reason.trim() }),
} as const satisfies Record<PersonActionName, Build>;

export function personActionOf(action: PersonActionName, typed: TypedPerson, subject: Subject): PersonAction {
  return builders[action](typed, subject);
}

const unlikeEmail = 'Écrivez une adresse complète, par exemple prenom@structure.fr.';

/** The fields that an action asks about this person: a successor only where the last one leaves and somebody could take over. */
export function askedOf(action: PersonActionName, subject: Subject): readonly AskedOfPerson[] {
  const asks: readonly AskedOfPerson[] = actionWords[action].asks;
  return asks.filter((field) => field !== 'successor' || (isLastHead(subject) && successorsOf(subject).length > 0));
}

/** One leaves without saying why; whoever closes the access of somebody else says it. */
export function isOptional(action: PersonActionName, { person, reader }: Pick<Subject, 'person' | 'reader'>): boolean {
  const { reason } = rowOf(action);
  return reason === 'never' || (reason === 'ofOthers' && person.uid === reader);
}

type Rule = readonly [
  field: keyof TypedPerson,
  holds: (typed: TypedPerson, subject: Subject) => boolean,
  message: string,
];

const rules: Readonly<Record<AskedOfPerson, readonly Rule[]>> = {
  role: [['role', ({ role }, { person }) => role !== undefined && role !== person.role, 'Choisissez le nouveau rôle.']],
  days: [
    ['from', ({ from }) => from !== '', 'Choisissez le premier jour.'],
    ['until', ({ until }) => until !== '', 'Choisissez le dernier jour.'],
    [
      'until',
      ({ from, until }) => from === '' || until === '' || from <= until,
      'Le dernier jour vient après le premier.',
    ],
  ],
  successor: [['successorUid', ({ successorUid }) => successorUid !== '', 'Choisissez qui prend la suite.']],
  email: [['email', ({ email }) => isEmail(email.trim()), unlikeEmail]],
  name: [
    ['name', ({ name }) => name.trim() !== '', 'Écrivez le prénom et le nom.'],
    ['name', ({ name }, { person }) => name.trim() !== person.name, 'C’est déjà son nom : écrivez le nom corrigé.'],
  ],
  // Empty forgets it; the server judges the rest.
  phone: [],
  reason: [['reason', ({ reason }) => reason.trim() !== '', 'Dites pourquoi en une phrase : le journal la garde.']],
};

/** What remains to be typed before the server is asked; it has the last word on everything else. */
export function personErrors(action: PersonActionName, typed: TypedPerson, subject: Subject): FieldError[] {
  return askedOf(action, subject)
    .filter((field) => field !== 'reason' || !isOptional(action, subject))
    .flatMap((field) => rules[field])
    .filter(([, holds]) => !holds(typed, subject))
    .map(([field, , message]) => ({ fieldId: personFieldId(field), message }));
}

export const personFieldId = (field: keyof TypedPerson) => `person-${field}`;

/** An invitation being typed. */
export interface TypedInvitation {
  readonly role: PersonRole | undefined;
  readonly name: string;
  readonly email: string;
  readonly until: string;
}

export function invitationErrors({ role, name, email, until }: TypedInvitation): FieldError[] {
  const errors: (FieldError | false)[] = [
    name.trim() === '' && { fieldId: 'invited-name', message: 'Écrivez le prénom et le nom.' },
    !isEmail(email.trim()) && { fieldId: 'invited-email', message: unlikeEmail },
    role === undefined && { fieldId: 'invited-role', message: 'Choisissez son rôle.' },
    role === 'observer' && until === '' && { fieldId: 'invited-until', message: 'Choisissez le dernier jour.' },
  ];
  return errors.filter((error) => error !== false);
}

/** Undefined while something is missing: `invitationErrors` says what. */
export function invitationOf(
  { role, name, email, until }: TypedInvitation,
  organisation: Invitation['organisation'],
): Invitation | undefined {
  if (role === undefined) return undefined;
  return { organisation, role, name: name.trim(), email: email.trim(), until: role === 'observer' ? until : null };
}
