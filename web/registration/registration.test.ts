import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import type { Registration } from '@sur-mesure/functions/domain/experts/registration';
import { builtInForms } from '@sur-mesure/functions/domain/forms/built-in';
import { describe, expect, test } from 'vitest';
import {
  changedAvailability,
  emptyRegistration,
  isRegistration,
  readyToSend,
  registrationErrors,
  registrationOf,
  withAvailability,
} from './registration.ts';

const complete: Registration = {
  email: ' camille@atelier.fr ',
  name: 'Camille Roy',
  phone: '06 12 34 56 78',
  company: 'Atelier Boréal',
  siret: '732 829 320 00074',
  website: '',
  publishes: { email: true, phone: false },
  subthemes: ['1.1'],
  regions: ['Bretagne'],
  availability: null,
  answers: { skills: 'Bois', thirdPlaces: 'Oui', productivePlaces: 'Oui', references: 'Une, 2023' },
  declaresNoInterest: true,
};

const form = builtInForms.registration;

function wrong(changes: Partial<Registration>): string[] {
  return registrationErrors({ ...complete, ...changes }, form).map(({ fieldId }) => fieldId);
}

describe('a registration', () => {
  test('is sent when all is said, the site and the sectors being optional', () => {
    expect(wrong({})).toEqual([]);
  });

  test('names everything that is missing, in the order of the page, the declaration last', () => {
    expect(registrationErrors(emptyRegistration, form).map(({ fieldId }) => fieldId)).toEqual([
      'name',
      'email',
      'phone',
      'company',
      'siret',
      'subthemes',
      'regions',
      'skills',
      'thirdPlaces',
      'productivePlaces',
      'references',
      'declaresNoInterest',
    ]);
  });

  test('waits for the questions of the form, which come after the page', () => {
    expect(registrationErrors(complete, undefined).map(({ fieldId }) => fieldId)).toEqual(['questions']);
  });

  test('says what is wrong in what is typed', () => {
    expect(wrong({ siret: '732 829 320 00075' })).toEqual(['siret']);
    expect(wrong({ email: 'camille@atelier' })).toEqual(['email']);
    expect(wrong({ phone: '0612' })).toEqual(['phone']);
    expect(wrong({ website: 'javascript:alert(1)' })).toEqual(['website']);
    expect(wrong({ website: 'www.atelier.fr' })).toEqual([]);
  });

  test('leaves without spaces around and inside its figures, its site as a whole address', () => {
    expect(readyToSend(complete)).toMatchObject({ email: 'camille@atelier.fr', siret: '73282932000074', website: '' });
    expect(readyToSend({ ...complete, website: 'www.atelier.fr' }).website).toBe('https://www.atelier.fr/');
  });
});

test('a registration taken up again says what it said, and declares anew', () => {
  const { email, name, phone, declaresNoInterest: _declared, ...described } = readyToSend(complete);
  const kept: Expert = {
    ...described,
    formVersion: 1,
    contact: { email, name, phone },
    id: 'atelier',
    state: 'returned',
    published: false,
    mayBeCommissioned: false,
    noInterestDeclaredAt: 1,
    interests: [],
    interestsLifted: null,
    submittedAt: 1,
    review: null,
  };
  const { availability: _saidApart, ...said } = readyToSend(complete);
  expect(registrationOf(kept)).toEqual({ ...said, declaresNoInterest: false });
  expect(isRegistration(registrationOf(kept))).toBe(true);
});

describe('a kept draft', () => {
  test('is taken back when it still has the shape of the form', () => {
    expect(isRegistration(JSON.parse(JSON.stringify(emptyRegistration)))).toBe(true);
    const { availability: _unsaid, ...before } = emptyRegistration;
    expect(isRegistration(before)).toBe(true);
    expect(isRegistration({ ...complete, availability: { kind: 'from', day: '' } })).toBe(true);
  });

  test('is left when a field is missing or of another kind', () => {
    expect(isRegistration({ ...complete, regions: [1] })).toBe(false);
    expect(isRegistration({ ...complete, answers: undefined })).toBe(false);
    expect(isRegistration(null)).toBe(false);
    expect(isRegistration({ ...complete, availability: { kind: 'from' } })).toBe(false);
  });
});

describe('the availability of a registration that is corrected', () => {
  const { availability: _unsaid, ...untouched } = complete;
  const from = { kind: 'from', day: '2026-04-01' } as const;

  test('is shown as the card says it, and not sent again over what was said meanwhile', () => {
    expect(withAvailability(untouched, from).availability).toEqual(from);
    expect('availability' in changedAvailability(withAvailability(untouched, from), { ...from })).toBe(false);
    expect(withAvailability(untouched, { kind: 'now' }).availability).toEqual({ kind: 'now' });
  });

  test('is kept and sent once it is changed, and shown so', () => {
    for (const availability of [null, { kind: 'notNow' }, { ...from, day: '2026-05-01' }] as const) {
      const changed = changedAvailability({ ...complete, availability }, from);
      expect(changed.availability).toEqual(availability);
      expect(withAvailability(changed, from).availability).toEqual(availability);
    }
  });
});
