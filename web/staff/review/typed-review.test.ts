import type { Expert } from '@sur-mesure/functions/domain/experts/profile';
import { describe, expect, it } from 'vitest';
import { askedBy, commandOf, consequence, emptyReview, isTypedReview, reviewErrors } from './typed-review.ts';

const expert: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'submitted' },
  ...{ published: false, mayBeCommissioned: false, website: '' },
  contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '' },
  publishes: { email: false, phone: false },
  ...{ subthemes: ['4.2'], regions: ['Bretagne'], answers: {}, formVersion: 1, noInterestDeclaredAt: 1 },
  ...{ interests: [], interestsLifted: null, submittedAt: 1, review: null },
};
const facts = { expert, interviewsKept: 0, questions: [] };
const typed = emptyReview('2026-11-29', 'Camille Roux');
const talked = { ...typed, interview: { ...typed.interview, withWhom: 'Noé', summary: 'Hors champ.' } };

describe('A decision being typed', () => {
  it('says what is missing beside the field that misses it, and nothing once it is there', () => {
    expect(reviewErrors(facts, undefined, typed).map(({ fieldId }) => fieldId)).toEqual(['decision']);
    expect(reviewErrors(facts, 'publish', typed)).toEqual([]);
    expect(reviewErrors(facts, 'reject', typed).map(({ fieldId }) => fieldId)).toEqual(['message']);
    const refused = { ...typed, message: 'Non.' };
    expect(reviewErrors(facts, 'reject', refused).map(({ fieldId }) => fieldId)).toEqual(['interview-summary']);
    expect(reviewErrors(facts, 'reject', { ...talked, message: 'Non.' })).toEqual([]);
    expect(reviewErrors({ ...facts, interviewsKept: 1 }, 'reject', refused)).toEqual([]);
  });

  it('sends a talk only when one was noted, and remarks only with a registration sent back', () => {
    expect(commandOf('publish', typed)).toEqual({ decision: 'publish', message: '', interview: null });
    expect(commandOf('reject', talked)).toMatchObject({ interview: { summary: 'Hors champ.' } });
    expect(commandOf('return', { ...typed, remarks: { siret: 'Celui du siège.' } })).toMatchObject({
      remarks: { siret: 'Celui du siège.' },
    });
    expect(commandOf('suspend', talked)).toEqual({ decision: 'suspend', message: '' });
  });

  it('asks for what the table needs', () => {
    expect(askedBy(expert, 0, 'reject')).toMatchObject({ message: 'needed', interview: 'needed', remarks: false });
    expect(askedBy(expert, 1, 'reject').interview).toBe('optional');
    expect(askedBy(expert, 0, 'return')).toMatchObject({ message: 'optional', remarks: true });
    expect(askedBy(expert, 0, 'recordInterview')).toMatchObject({ message: 'no', interview: 'needed' });
    expect(askedBy({ ...expert, interests: ['Vercors'] }, 0, 'publish')).toMatchObject({
      message: 'needed',
      lifts: true,
    });
    expect(askedBy(expert, 0, 'reinstate')).toMatchObject({ message: 'optional', interview: 'no' });
  });

  it('says what it opens and closes', () => {
    expect(consequence(expert, 'publish')).toBe('Visible dans l’annuaire, peut recevoir des missions.');
    expect(consequence(expert, 'suspend')).toMatch(/^Absente de l’annuaire, ne peut pas recevoir de nouvelle mission/);
    expect(consequence(expert, 'recordInterview')).toMatch(/^Rien ne change/);
  });

  it('is taken back from the device when it still has the shape of the form', () => {
    expect(isTypedReview(JSON.parse(JSON.stringify(talked)))).toBe(true);
    for (const other of ['texte', null, { message: '' }, { ...typed, remarks: { siret: 1 } }])
      expect(isTypedReview(other)).toBe(false);
  });
});
