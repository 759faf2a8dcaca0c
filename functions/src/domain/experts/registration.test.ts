import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { isRefusal } from '../refusal.ts';
import { decideExpert } from './decide.ts';
import type { ExpertCommand } from './decisions.ts';
import { type Expert, expertStates } from './profile.ts';
import { newProfile, type Registration, registrationAnswered, retiredAdded, updatedProfile } from './registration.ts';
import { commandOf } from './testing/commands.ts';

const form: Registration & { readonly formVersion: number } = {
  formVersion: 1,
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
const decided = (expert: Expert, decision: ExpertCommand['decision']): Expert => {
  const facts = { expert, role: 'staff', interviewsKept: 0, questions: [] } as const;
  const after = decideExpert(facts, commandOf(decision), { by: 'Camille', at: Date.UTC(2023, 1, 10, 12) });
  if (isRefusal(after)) throw new Error(after.code);
  return after;
};
const updated = (expert: Expert, found: readonly string[] = [], changes: Partial<typeof update> = {}) =>
  updatedProfile(expert, { ...update, ...changes }, { found, now: 3 });

describe('A registration', () => {
  it('answers every question and declares no interest, or is refused with what is missing', () => {
    const taken = { inForce: { ...builtInForms.registration, version: 2 }, before: builtInForms.registration };
    expect(registrationAnswered(form, { taken, themes: builtInThemes })).toEqual({ formVersion: 1 });
    expect(registrationAnswered({ ...form, formVersion: undefined }, { taken, themes: builtInThemes })).toEqual({
      formVersion: 2,
    });
    const silent = { ...form, declaresNoInterest: false };
    expect(registrationAnswered(silent, { taken, themes: builtInThemes })).toMatchObject({
      code: 'declaration-missing',
    });
    expect(registrationAnswered({ ...form, answers: {} }, { taken, themes: builtInThemes })).toMatchObject({
      code: 'answers-incomplete',
    });
    expect(registrationAnswered({ ...form, subthemes: ['4.9'] }, { taken, themes: builtInThemes })).toMatchObject({
      code: 'subtheme-unknown',
    });
    expect(registrationAnswered(form, { taken: { ...taken, before: null }, themes: builtInThemes })).toMatchObject({
      code: 'form-outdated',
    });
  });

  it('adds no sub-theme that the programme gave up, and keeps the one it had', () => {
    const themes = builtInThemes.map((theme) => ({
      ...theme,
      subthemes: theme.subthemes.map((one) => (one.id === '4.2' ? { ...one, retired: true } : one)),
    }));
    expect(retiredAdded(form, { had: [], themes })).toMatchObject({ code: 'subtheme-retired' });
    expect(retiredAdded(form, { had: ['4.2'], themes })).toBeNull();
    expect(retiredAdded(form, { had: [], themes: builtInThemes })).toBeNull();
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
    ['notPublished', decided(registered(), 'reject'), 'submitted'],
    ['suspended', decided(decided(registered(), 'publish'), 'suspend'), 'suspended'],
    ['withdrawn', decided(registered(), 'withdraw'), 'submitted'],
  ] as const)('from %s leads to a known state and opens or closes nothing by itself', (from, expert, to) => {
    expect(expert.state).toBe(from);
    const after = updated(expert, [], { company: 'La Grande Forge', phone: '07 00 00 00 00' });
    expect(after).toMatchObject({ state: to, company: 'La Grande Forge', submittedAt: 3, noInterestDeclaredAt: 3 });
    expect(after.contact).toEqual({ ...expert.contact, phone: '07 00 00 00 00' });
    expect(Object.keys(expertStates)).toContain(after.state);
    expect([after.published, after.mayBeCommissioned]).toEqual([expert.published, expert.mayBeCommissioned]);
    expect(after.review).toEqual(expert.review);
  });

  it('while suspended stays so, and what it was asked to complete is to be examined once that ends', () => {
    const suspended = decided(decided(registered(), 'return'), 'suspend');
    expect(decided(suspended, 'reinstate').state).toBe('returned');
    expect(decided(updated(suspended), 'reinstate').state).toBe('submitted');
  });

  it('says its availability anew where the form does, and keeps it where an older page says nothing of it', () => {
    const busy = updated(registered(), [], { availability: { kind: 'notNow' } });
    expect(registered().availability).toBeNull();
    expect(busy.availability).toEqual({ kind: 'notNow' });
    expect(updated(busy).availability).toEqual({ kind: 'notNow' });
    expect(updated(busy, [], { availability: null }).availability).toBeNull();
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
