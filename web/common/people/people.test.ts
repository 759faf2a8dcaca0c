import { personActionNames } from '@sur-mesure/functions/domain/people/actions';
import { happenings } from '@sur-mesure/functions/domain/people/journal';
import type { PersonActionName, PersonRow } from '@sur-mesure/functions/domain/people/people';
import { describe, expect, test } from 'vitest';
import { journalSentence } from './journal-words.ts';
import { actionOrder, inOrder, type Subject } from './person-words.ts';
import {
  askedOf,
  invitationErrors,
  invitationOf,
  personActionOf,
  personErrors,
  type TypedPerson,
} from './typed-person.ts';

const person = (uid: string, change: Partial<PersonRow> = {}): PersonRow => ({
  uid,
  name: uid,
  email: `${uid}@exemple.fr`,
  role: 'contributor',
  state: 'active',
  until: null,
  delegation: null,
  phone: null,
  addressProblem: null,
  ...change,
});
const anne = person('Anne', { role: 'signatory' });
const louis = person('Louis');
const zoe = person('Zoé', { role: 'signatory', state: 'invited' });
const about = (subject: PersonRow, people: readonly PersonRow[] = [anne, louis, zoe]): Subject => ({
  person: subject,
  people,
  organisation: { kind: 'laureate', laureateId: 'lac' },
  organisationName: 'La Fabrique du Lac',
  reader: 'Anne',
});
const typed: TypedPerson = {
  role: undefined,
  from: '',
  until: '',
  successorUid: '',
  email: '',
  name: '',
  phone: '',
  reason: '',
};
const errorsOf = (action: PersonActionName, words: Partial<TypedPerson>, subject = about(louis)) =>
  personErrors(action, { ...typed, ...words }, subject).map(({ fieldId }) => fieldId);

test('every action of the domain on a person has its words', () => {
  expect(actionOrder.toSorted()).toEqual(personActionNames.filter((name) => name !== 'invite').toSorted());
});

describe('an action asks only what it needs', () => {
  test('a successor when the last signatory who has signed in leaves, and not otherwise', () => {
    expect(askedOf('close', about(anne))).toEqual(['successor', 'reason']);
    expect(askedOf('close', about(louis))).toEqual(['reason']);
    expect(askedOf('close', about(anne, [anne, { ...zoe, state: 'active' }]))).toEqual(['reason']);
  });

  test('no successor where nobody could be one', () => {
    expect(askedOf('close', about(anne, [anne, zoe]))).toEqual(['reason']);
  });

  test('a reason to close the access of somebody else, and none to leave', () => {
    expect(errorsOf('close', {})).toEqual(['person-reason']);
    expect(errorsOf('close', { reason: 'A quitté la manufacture.' })).toEqual([]);
    expect(errorsOf('close', { successorUid: 'Louis' }, about(anne))).toEqual([]);
  });
});

describe('what is typed is told before it is sent', () => {
  test.each([
    ['setRole', {}, ['person-role']],
    ['setRole', { role: 'contributor' }, ['person-role']],
    ['setRole', { role: 'signatory' }, []],
    ['delegate', {}, ['person-from', 'person-until']],
    ['delegate', { from: '2026-03-10', until: '2026-03-03' }, ['person-until']],
    ['delegate', { from: '2026-03-03', until: '2026-03-03' }, []],
    ['changeEmail', { email: 'louis@exemple' }, ['person-email', 'person-reason']],
    ['changeEmail', { email: 'louis@exemple.fr', reason: 'Nouvelle adresse.' }, []],
    ['correctName', { name: ' ', reason: '' }, ['person-name', 'person-reason']],
    ['correctName', { name: 'Louis ', reason: 'Une faute.' }, ['person-name']],
    ['correctName', { name: 'Louis Martin', reason: 'Une faute.' }, []],
    ['endDelegation', {}, []],
  ] as const)('%s with %j', (action, words, expected) => {
    expect(errorsOf(action, words)).toEqual(expected);
  });

  test('an action carries what it asks and nothing else', () => {
    const everything = { ...typed, from: '2026-03-03', until: '2026-03-10', reason: ' Congés. ', successorUid: '' };
    expect(personActionOf('delegate', everything, about(louis))).toEqual({
      action: 'delegate',
      from: '2026-03-03',
      until: '2026-03-10',
    });
    expect(personActionOf('correctName', { ...everything, name: ' Louis Martin ' }, about(louis))).toEqual({
      action: 'correctName',
      name: 'Louis Martin',
      reason: 'Congés.',
    });
    expect(personActionOf('close', everything, about(louis))).toEqual({
      action: 'close',
      successorUid: null,
      reason: 'Congés.',
    });
  });
});

describe('an invitation', () => {
  const complete = {
    role: 'contributor',
    name: ' Louis Martin ',
    email: ' louis@exemple.fr',
    until: '2026-03-03',
  } as const;

  test('is complete with a name, an address and a role', () => {
    expect(invitationErrors(complete)).toEqual([]);
    expect(
      invitationErrors({ role: undefined, name: '', email: 'louis', until: '' }).map(({ fieldId }) => fieldId),
    ).toEqual(['invited-name', 'invited-email', 'invited-role']);
  });

  test('lasts until a day for an observer alone', () => {
    expect(invitationErrors({ ...complete, role: 'observer', until: '' })).toHaveLength(1);
    expect(invitationOf({ ...complete, role: 'observer' }, { kind: 'team' })?.until).toBe('2026-03-03');
    expect(invitationOf(complete, { kind: 'team' })).toMatchObject({ name: 'Louis Martin', until: null });
  });
});

test('who is there comes first, then who is expected, then who left', () => {
  const left = person('Alix', { state: 'closed' });
  expect(inOrder([left, zoe, louis, anne]).map(({ name }) => name)).toEqual(['Anne', 'Louis', 'Zoé', 'Alix']);
});

describe('the journal', () => {
  test('says who did what about whom', () => {
    const row = { byName: 'Anne Le Goff', done: 'delegate', aboutName: 'Louis Martin' } as const;
    expect(journalSentence(row)).toBe('Anne Le Goff a délégué sa signature à Louis Martin.');
    expect(journalSentence({ ...row, done: 'close', aboutName: 'Inès' })).toBe('Anne Le Goff a fermé l’accès d’Inès.');
  });

  test('has a sentence for everything that happens', () => {
    const names = Object.keys(happenings).filter((name): name is keyof typeof happenings => name in happenings);
    const sentences = names.map((done) => journalSentence({ byName: 'Anne', done, aboutName: 'Louis' }));
    expect(sentences.every((sentence) => sentence.includes('Louis') && sentence.endsWith('.'))).toBe(true);
  });
});
