import { describe, expect, it } from 'vitest';
import type { Expert } from '../experts/profile.ts';
import {
  type ExpertFilters,
  type ExpertSort,
  expertsPage,
  listedExpert,
  noExpertFilter,
  observedExpert,
} from './experts.ts';

const forge: Expert = {
  ...{ id: 'forge', company: 'La Forge', siret: '73282932000074', state: 'published', published: true },
  ...{ mayBeCommissioned: true, contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '' } },
  ...{ publishes: { email: false, phone: false }, website: '', subthemes: ['4.2'], regions: ['Bretagne'] },
  ...{ formVersion: 1, answers: { references: 'Client confidentiel' }, noInterestDeclaredAt: 1, interests: [] },
  ...{ interestsLifted: null, submittedAt: 20, review: { by: 'Inès', at: 30, message: 'Très bien.' } },
};
const oikos: Expert = {
  ...forge,
  ...{ id: 'oikos', company: 'Oïkos', state: 'submitted', published: false, mayBeCommissioned: false },
  ...{ subthemes: ['9.1'], regions: ['Corse'], submittedAt: 40, review: null },
};
const linked: Expert = { ...forge, id: 'liens', company: 'Liens', interests: ['Manufacture du Vercors'] };
const experts = [forge, oikos, linked].map(listedExpert);
const found = (filters: Partial<ExpertFilters>, sort: ExpertSort = 'company', descending = false) =>
  expertsPage(experts, { ...noExpertFilter, ...filters }, { sort, descending, after: null, before: null, size: 10 });
const idsOf = (filters: Partial<ExpertFilters>) => found(filters).page.rows.map(({ id }) => id);

describe('The list of experts', () => {
  it('is found by company, person, state, theme, region, and whether a mission may be asked', () => {
    expect(idsOf({})).toEqual(['forge', 'liens', 'oikos']);
    expect(idsOf({ words: 'oikos' })).toEqual(['oikos']);
    expect(idsOf({ words: 'noe@forge' })).toEqual(['forge', 'liens', 'oikos']);
    expect(idsOf({ state: 'submitted' })).toEqual(['oikos']);
    expect(idsOf({ theme: '9' })).toEqual(['oikos']);
    expect(idsOf({ region: 'Bretagne' })).toEqual(['forge', 'liens']);
    expect(idsOf({ open: true })).toEqual(['forge']);
  });

  it('counts what each state would show', () => {
    const counts = found({ state: 'submitted', region: 'Bretagne' }).counts;
    expect(counts.find(({ state }) => state === 'published')?.count).toBe(2);
    expect(counts.find(({ state }) => state === 'submitted')?.count).toBe(0);
  });

  it('is ordered by company, state or day', () => {
    expect(found({}, 'submittedAt', true).page.rows[0]?.id).toBe('oikos');
    expect(found({}, 'state').page.rows[0]?.id).toBe('oikos');
  });

  it('has no contact for whoever observes, unless the directory shows it to everybody', () => {
    const contact = { name: 'Noé Martin', email: 'noe@forge.example', phone: '0612345678' };
    const seen = (changed: Partial<Expert>) => observedExpert(listedExpert({ ...forge, contact, ...changed })).contact;
    const hidden = { ...contact, email: '', phone: '' };
    expect(seen({})).toEqual(hidden);
    expect(seen({ publishes: { email: true, phone: false } })).toEqual({ ...contact, phone: '' });
    expect(seen({ publishes: { email: true, phone: true } })).toEqual(contact);
    expect(seen({ publishes: { email: true, phone: true }, published: false })).toEqual(hidden);
  });

  it('keeps no word of an answer or of a review', () => {
    expect(JSON.stringify(experts)).not.toMatch(/confidentiel|Très bien/);
  });
});
