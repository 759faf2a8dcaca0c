import { transitionOf } from '@sur-mesure/functions/domain/missions/transitions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { refuse } from '@sur-mesure/functions/domain/refusal';
import { totalsOnly } from '@sur-mesure/functions/domain/subsidy/share';
import { describe, expect, test } from 'vitest';
import { fileRow, handedIn, submission } from '../common/testing/fixtures.ts';
import { validateLabel, validation } from './confirming.ts';
import {
  availableChoices,
  awaitsDecision,
  awaitsDocuments,
  confirmationKey,
  newVersionAsked,
  parametersOf,
  stepOf,
} from './decision.ts';

const greyed = { action: 'validate', refusal: refuse('already-validated', 'Déjà validé.') } as const;
const sendBack = { action: 'sendBack', refusal: null } as const;

describe('the choices', () => {
  test('are those of the server, in the order of the page', () => {
    const available = availableChoices([{ action: 'contest', refusal: null }, sendBack, greyed]);
    expect(available.map(({ choice }) => choice)).toEqual(['validate', 'sendBack']);
  });

  test('an address leads to a live choice only, and to reading otherwise', () => {
    const available = availableChoices([greyed, sendBack]);
    expect(stepOf('renvoyer', available)).toBe('sendBack');
    expect(stepOf('valider', available)).toBe('read');
    expect(stepOf('decider', available)).toBe('choose');
    expect(stepOf('decider', availableChoices([greyed]))).toBe('read');
    expect(stepOf(null, available)).toBe('read');
  });

  test('one that waits for a document being printed is waited for by the page, another refusal is not', () => {
    const printing = { action: 'validate', refusal: refuse('documents-not-ready', 'En préparation.') } as const;
    expect(awaitsDocuments(availableChoices([printing, sendBack]))).toBe(true);
    expect(awaitsDocuments(availableChoices([greyed, sendBack]))).toBe(false);
  });
});

const mission = handedIn('awaiting_validation', {
  submission: {
    ...submission,
    version: 2,
    diagnostic: { kind: 'file', fileId: 'diagnostic' },
    devis: { ...submission.devis, fileId: 'devis' },
  },
});
const split = { subsidyCents: 250_000, ownCents: 50_000 };
const proposed = { ...split, fundedCents: 250_000, explanation: [] };

test('a devis awaits a decision in the state from which it is validated, and in no other', () => {
  const closed: MissionView['mission'] = { ...mission, state: 'closed' };
  const correction: MissionView['mission'] = { ...mission, state: 'awaiting_correction' };
  const asked = [mission, closed, correction];
  expect(asked.map((one) => awaitsDecision({ mission: one }))).toEqual(
    asked.map(({ state }) => transitionOf('validate').from.includes(state)),
  );
});

test('a new version is read from the first step: what was ticked for the one before says nothing of it', () => {
  const confirming = new URLSearchParams('mission=m1&laureat=bois&etape=valider');
  const reading = parametersOf(confirming, 'lire');
  expect(`${reading}`).toBe('mission=m1&laureat=bois');
  expect(stepOf(reading.get('etape'), availableChoices([sendBack]))).toBe('read');
  const next = { ...mission, submission: { ...mission.submission, version: 3 } };
  expect(confirmationKey({ mission: next }, 'validate')).not.toBe(confirmationKey({ mission }, 'validate'));
  expect(confirmationKey({ mission: { ...mission } }, 'validate')).toBe(confirmationKey({ mission }, 'validate'));
});

describe('a validation', () => {
  test('names the version, the bytes and the payment that were shown', () => {
    const files = [
      fileRow('devis', { sha256: 'aa' }),
      fileRow('diagnostic', { sha256: 'bb' }),
      fileRow('old', { sha256: 'cc' }),
    ];
    expect(validation({ mission, files, proposed }, { consent: true, said: '' })).toEqual({
      action: 'validate',
      input: { version: 2, devisSha256: 'aa', diagnosticSha256: 'bb', ...split, consent: true },
    });
    const named = validation({ mission, files, proposed }, { consent: true, said: ' présidente ' });
    expect(named?.input).toMatchObject({ function: 'présidente' });
  });

  test('is not possible while a document is not there', () => {
    expect(
      validation({ mission, files: [fileRow('devis', { sha256: 'aa' })], proposed }, { consent: true, said: '' }),
    ).toBeUndefined();
  });

  test('says its amount on the button', () => {
    const plain = (label: string) => label.replaceAll(/[\u00a0\u202f]/g, ' ');
    const amounts = totalsOnly(250_000, 50_000);
    expect(plain(validateLabel({ share: null, proposed, amounts }))).toBe('Valider le devis de 3 000,00 €');
    expect(plain(validateLabel({ share: null, proposed, amounts: { ...amounts, includingVatCents: 900_000 } }))).toBe(
      'Valider votre part du devis, 3 000,00 €',
    );
  });
});

test('a return of a devis past its date is filled in with that reason, and of no other', () => {
  const last = mission.submission.devis.validUntil;
  expect(newVersionAsked({ mission }, last)).toBeUndefined();
  expect(newVersionAsked({ mission }, '2027-01-01')).toMatchObject({
    reasons: ['expired'],
    reason: expect.stringContaining('31 décembre 2026'),
  });
  expect(newVersionAsked({ mission: { ...mission, state: 'awaiting_correction' } }, '2027-01-01')).toBeUndefined();
});
