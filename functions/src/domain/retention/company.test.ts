import { describe, expect, it } from 'vitest';
import type { Expert } from '../experts/profile.ts';
import { anonymousExpert, isAnonymous, withoutContact } from './company.ts';

const expert: Expert = {
  ...{
    id: 'e1',
    company: 'La Forge',
    siret: '12345678900011',
    state: 'published',
    published: true,
    mayBeCommissioned: true,
  },
  contact: { name: 'Ada', email: 'ada@exemple.test', phone: '06' },
  ...{ publishes: { email: true, phone: true, references: true }, website: 'https://forge.test', subthemes: ['4.2'] },
  ...{
    regions: ['Bretagne'],
    answers: { skills: 'Ada forge' },
    formVersion: 1,
    noInterestDeclaredAt: 1,
    interests: [],
  },
  ...{ interestsLifted: null, submittedAt: 1, review: { by: 'Inès', at: 2, message: 'Ada' }, confirmBy: '2027-01-01' },
};

describe('A company whose contact is erased', () => {
  it('shows nobody in its place while others speak for it, and keeps its words', () => {
    expect(withoutContact(expert, { email: 'Ada@exemple.test' })).toMatchObject({
      ...{ company: 'La Forge', published: true, answers: expert.answers },
      contact: { email: '', phone: '' },
      publishes: { email: false, phone: false, references: true },
    });
    expect(withoutContact(expert, { email: 'mina@exemple.test' })).toBe(expert);
  });

  it('is anonymous once nobody does: named only where it was paid', () => {
    const never = anonymousExpert(expert, false);
    const paid = anonymousExpert(expert, true);
    expect(JSON.stringify(never)).not.toMatch(/Ada|Forge|forge|12345678900011/);
    expect(JSON.stringify(paid)).not.toMatch(/Ada|forge\.test/);
    expect(paid).toMatchObject({
      company: 'La Forge',
      siret: '12345678900011',
      published: false,
      mayBeCommissioned: false,
    });
    expect([expert, never, paid].map(isAnonymous)).toEqual([false, true, true]);
  });
});
