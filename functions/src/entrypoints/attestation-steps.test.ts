import { describe, expect, it } from 'vitest';
import type { Proof } from '../domain/missions/outcome.ts';
import { authenticationSteps, roleGivenWords } from './attestation-steps.ts';

const record: Proof = {
  ...({ id: 'm1-validation-4', kind: 'validation', missionId: 'm1', laureateId: 'forge', version: 1 } as const),
  ...{ at: 50, signedInAt: 40, consentVersion: 1, settingsVersion: 1, documents: [] },
  person: { uid: 'anne', name: 'Anne Le Goff', organisation: 'La Forge' },
  ...{ shareCents: 0, subsidyCents: 0, remainingBeforeCents: 0, remainingAfterCents: 0 },
};
const code = { by: 'code', askedAt: 10, sentAt: 20, usedAt: 30, wrongCodes: 0 } as const;
const labels = (proof: Proof) => authenticationSteps(proof).map(({ atMs, label }) => `${atMs} ${label}`);

describe('An attestation says how the person was recognised', () => {
  it('by six digits: asked, sent, accepted, after how many wrong ones', () => {
    expect(labels({ ...record, authentication: code })).toEqual([
      '10 Code à six chiffres demandé',
      '20 Code envoyé à cette adresse',
      '30 Code accepté au premier essai',
    ]);
    expect(labels({ ...record, authentication: { ...code, wrongCodes: 1 } }).at(-1)).toContain('après 1 essai refusé');
    expect(labels({ ...record, authentication: { ...code, wrongCodes: 3 } }).at(-1)).toContain('3 essais refusés');
  });

  it('by the link of a mail, that nobody may have asked for', () => {
    const link = { ...code, by: 'link', askedAt: null } as const;
    expect(labels({ ...record, authentication: link })).toEqual([
      '20 Lien à usage unique envoyé à cette adresse',
      '30 Connexion par ce lien, qui ne sert qu’une fois',
    ]);
  });

  it('and of an older record, what it has: the sign-in', () => {
    expect(labels(record)).toEqual(['40 Connexion par un lien ou un code à usage unique, envoyé à cette adresse']);
  });
});

it('An attestation says who gave the role and when, where the record does', () => {
  const roleGiven = { byName: 'Camille Roux', at: Date.parse('2026-03-02T09:00:00Z') };
  const { person } = record;
  expect(roleGivenWords({ ...record, person: { ...person, roleGiven } })).toBe(
    ', rôle donné par Camille Roux le lundi 2 mars 2026',
  );
  expect(roleGivenWords(record)).toBe('');
});
