import { describe, expect, it } from 'vitest';
import type { Registration } from '../api.ts';
import { type Expert, expertStates, type reviewDecisions } from './profile.ts';
import {
  interestsThatStop,
  newProfile,
  registrationRefusal,
  reviewedProfile,
  reviewRefusal,
  updatedProfile,
} from './registration.ts';

const form: Registration = {
  email: 'noe@forge.example',
  name: ' Noé Martin ',
  phone: '06 00 00 00 00',
  company: 'La Forge',
  siret: '73282932000074',
  website: '',
  publishes: { email: false, phone: false },
  subthemes: ['4.2'],
  regions: ['Bretagne'],
  answers: { skills: 'Stratégie', thirdPlaces: 'Dix ans', productivePlaces: 'Oui', references: 'La Fabrique' },
  declaresNoInterest: true,
};
const { email: _email, ...update } = form;

const registered = (interests: readonly string[] = []): Expert =>
  newProfile(form, { expertId: 'forge', email: form.email, interests, now: 1 });
const decided = (expert: Expert, decision: keyof typeof reviewDecisions, message = 'Parce que.') =>
  reviewedProfile(expert, decision, { by: 'Camille', at: 2, message });
const updated = (expert: Expert, found: readonly string[] = [], changes: Partial<typeof update> = {}) =>
  updatedProfile(expert, { ...update, ...changes }, { found, now: 3 });

describe('A registration', () => {
  it('answers every question and declares no interest, or is refused with what is missing', () => {
    expect(registrationRefusal(form)).toBeNull();
    expect(registrationRefusal({ ...form, declaresNoInterest: false })?.code).toBe('declaration-missing');
    expect(registrationRefusal({ ...form, answers: {} })?.code).toBe('answers-incomplete');
  });

  it('is examined first, open to nothing', () => {
    expect(registered()).toMatchObject({
      state: 'submitted',
      published: false,
      mayBeCommissioned: false,
      review: null,
    });
    expect(registered().contact).toEqual({ name: 'Noé Martin', email: form.email, phone: form.phone });
  });
});

describe('A registration sent again', () => {
  it.each([
    ['submitted', registered(), 'submitted'],
    ['returned', decided(registered(), 'return'), 'submitted'],
    ['published', decided(registered(), 'publish'), 'published'],
    ['unpublished', decided(registered(), 'reject'), 'submitted'],
  ] as const)('from %s leads to a known state and opens or closes nothing by itself', (from, expert, to) => {
    expect(expert.state).toBe(from);
    const after = updated(expert, [], { company: 'La Grande Forge', phone: '07 00 00 00 00' });
    expect(after).toMatchObject({ state: to, company: 'La Grande Forge', submittedAt: 3, noInterestDeclaredAt: 3 });
    expect(after.contact).toEqual({ ...expert.contact, phone: '07 00 00 00 00' });
    expect(Object.keys(expertStates)).toContain(after.state);
    expect([after.published, after.mayBeCommissioned]).toEqual([expert.published, expert.mayBeCommissioned]);
    expect(after.review).toEqual(expert.review);
  });

  it('has the interests found now, while staff has not opened missions', () => {
    expect(updated(registered(['Vercors'])).interests).toEqual([]);
    expect(updated(registered(), ['Vercors']).interests).toEqual(['Vercors']);
  });

  it('adds an interest once missions are open, and removes none: that is for staff', () => {
    const open = decided(registered(), 'admitUnlisted');
    expect(updated(open, ['Vercors']).interests).toEqual(['Vercors']);
    expect(updated(updated(open, ['Vercors']), ['Bocal']).interests).toEqual(['Vercors', 'Bocal']);
    expect(updated(updated(open, ['Vercors']), []).interests).toEqual(['Vercors']);
  });
});

describe('An interest found', () => {
  const found = registered(['Vercors']);

  it.each(['publish', 'admitUnlisted'] as const)(
    'is lifted by « %s » with a reason, kept with who and when',
    (decision) => {
      expect(interestsThatStop(found)).toEqual(['Vercors']);
      expect(reviewRefusal(found, decision, ' ')?.code).toBe('interest-not-lifted');
      expect(reviewRefusal(found, decision, 'Portage.')).toBeNull();
      const lifted = decided(found, decision, 'Portage.');
      expect(lifted).toMatchObject({
        interests: ['Vercors'],
        interestsLifted: { by: 'Camille', at: 2, reason: 'Portage.' },
      });
      expect(interestsThatStop(lifted)).toEqual([]);
    },
  );

  it.each(['return', 'reject'] as const)('is not lifted by « %s », which says why to the expert', (decision) => {
    expect(reviewRefusal(found, decision, '')?.code).toBe('message-missing');
    expect(reviewRefusal(found, decision, 'À préciser.')).toBeNull();
    expect(decided(found, decision).interestsLifted).toBeNull();
  });

  it('asks for no reason where there is none, or when it was lifted before', () => {
    expect(reviewRefusal(registered(), 'publish', '')).toBeNull();
    const lifted = decided(found, 'publish', 'Portage.');
    expect(reviewRefusal(lifted, 'publish', '')).toBeNull();
    expect(decided(lifted, 'publish', '').interestsLifted).toEqual(lifted.interestsLifted);
  });

  it('stays lifted while nothing else is found, and stops again when something is', () => {
    const lifted = decided(found, 'publish', 'Portage.');
    expect(interestsThatStop(updated(lifted, ['Vercors']))).toEqual([]);
    expect(interestsThatStop(updated(lifted, ['Bocal']))).toEqual(['Vercors', 'Bocal']);
  });
});
