import { describe, expect, it } from 'vitest';
import { cardOf } from './card.ts';
import type { Expert } from './profile.ts';

const expert: Expert = {
  id: 'forge',
  company: 'La Forge',
  siret: '73282932000074',
  state: 'published',
  published: true,
  mayBeCommissioned: true,
  contact: { name: 'Noé Martin', email: 'noe@forge.example', phone: '06 00 00 00 00' },
  publishes: { email: false, phone: false },
  website: 'https://forge.example',
  subthemes: ['4.2'],
  regions: ['Bretagne'],
  formVersion: 1,
  answers: { skills: 'Stratégie', sectors: 'bois', references: 'Client confidentiel', thirdPlaces: 'beaucoup' },
  noInterestDeclaredAt: 1,
  interests: ['Manufacture du Vercors'],
  interestsLifted: { by: 'staff', at: 3, reason: 'Portage salarial seulement.' },
  submittedAt: 2,
  review: { by: 'staff', at: 3, message: 'Entretien : très bien.' },
};

describe('The public card', () => {
  it('has the allowed fields and no other', () => {
    expect(cardOf(expert)).toEqual({
      id: 'forge',
      company: 'La Forge',
      skills: 'Stratégie',
      sectors: 'bois',
      website: 'https://forge.example',
      email: null,
      phone: null,
      subthemes: ['4.2'],
      regions: ['Bretagne'],
      availability: null,
      confirmedOn: null,
      published: true,
    });
    const confirmation = { at: Date.UTC(2025, 2, 5, 12), reminders: [] };
    expect(cardOf({ ...expert, confirmation })?.confirmedOn).toBe('2025-03-05');
    const availability = { kind: 'from', day: '2025-04-01' } as const;
    expect(cardOf({ ...expert, availability })?.availability).toEqual(availability);
  });

  it('never shows what was not answered for it', () => {
    const shown = JSON.stringify(cardOf(expert));
    for (const secret of [
      expert.siret,
      'Noé',
      'noe@',
      '06 00',
      'confidentiel',
      'Vercors',
      'Entretien',
      'Portage',
      'beaucoup',
    ])
      expect(shown).not.toContain(secret);
  });

  it('shows the address and the phone each where the expert chose to publish it', () => {
    expect(cardOf({ ...expert, publishes: { email: true, phone: false } })).toMatchObject({
      email: 'noe@forge.example',
      phone: null,
    });
    expect(cardOf({ ...expert, publishes: { email: false, phone: true } })).toMatchObject({
      email: null,
      phone: '06 00 00 00 00',
    });
  });

  it('shows past missions where the expert chose to publish them, and there alone', () => {
    const publishes = { email: false, phone: false };
    expect(cardOf({ ...expert, publishes: { ...publishes, references: true } })?.references).toBe(
      'Client confidentiel',
    );
    expect(cardOf({ ...expert, publishes: { ...publishes, references: false } })).not.toHaveProperty('references');
    expect(cardOf({ ...expert, publishes })).not.toHaveProperty('references');
  });

  it('exists for a published expert only, whatever else it may do', () => {
    expect(cardOf({ ...expert, published: false })).toBeNull();
    expect(cardOf({ ...expert, mayBeCommissioned: false })).not.toBeNull();
  });
});
