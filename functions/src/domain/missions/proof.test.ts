import { describe, expect, it } from 'vitest';
import { unattestedProofs } from '../proofs/rows.ts';
import { decide } from './decide.ts';
import { consentSentence } from './outcome.ts';
import { upTo } from './testing/journeys.ts';
import { expert, type Person, signatory } from './testing/people.ts';
import { hashOf } from './testing/story.ts';

const atelier = signatory('atelier');

function mapped<Value>(values: Readonly<Record<string, Value>>, change: (value: Value) => Value) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

describe('The proof', () => {
  it('of a validation names the exact bytes, the person, the sentence and what remains', () => {
    const story = upTo('awaiting_validation');
    const { proof } = story.play(atelier, 'validate');
    expect(proof).toEqual({
      id: `m1-validation-${story.mission.events}`,
      kind: 'validation',
      missionId: 'm1',
      laureateId: 'atelier',
      version: 1,
      at: story.now,
      time: { utc: '2024-03-05T11:00:00.000Z', paris: '2024-03-05T12:00:00.000+01:00' },
      person: {
        ...{ uid: 'signatory-atelier', name: 'signatory-atelier', organisation: 'Manufacture atelier' },
        role: 'signatory',
      },
      signedInAt: story.now - story.signedInAgo,
      consentVersion: consentSentence.version,
      consentText: consentSentence.text,
      documents: [
        { fileId: 'm1-diagnostic-noe', sha256: hashOf('m1-diagnostic-noe') },
        { fileId: 'm1-devis-noe', sha256: hashOf('m1-devis-noe') },
      ],
      shareCents: 3_000_00,
      subsidyCents: 3_000_00,
      fundedCents: 3_000_00,
      base: { kind: 'includingVat' },
      remainingBeforeCents: 10_000_00,
      remainingAfterCents: 7_000_00,
      settingsVersion: 1,
    });
  });

  it('quotes what is known of the person, of the sign-in, of the files and of what was opened', () => {
    const story = upTo('awaiting_validation');
    const command = story.command(atelier, 'validate', { function: ' présidente ' });
    const facts = story.facts(atelier);
    const given = { byName: 'Camille Roux', at: 5 };
    const authentication = { by: 'code', askedAt: 1, sentAt: 2, usedAt: 3, wrongCodes: 1 } as const;
    const opened = [{ fileId: 'm1-devis-noe', as: 'file', firstAt: 1, lastAt: 2 }] as const;
    const sized = { size: 120, generation: '17' };
    const decision = decide(
      {
        ...facts,
        actor: {
          ...{ kind: 'laureate', uid: 'anne', name: 'Anne', signedInAt: story.now },
          identity: { email: 'anne@exemple.fr', request: 'signInCodes/r' },
          memberships: [{ laureateId: 'atelier', role: 'signatory', given }],
        },
        laureates: mapped(facts.laureates, (laureate) => ({ ...laureate, siret: '73282932000074' })),
        files: mapped(facts.files, (file) => ({ ...file, ...sized })),
        circumstances: { authentication, opened },
      },
      command,
    );
    expect(decision.allowed && decision.outcome.proof).toMatchObject({
      person: {
        email: 'anne@exemple.fr',
        function: 'présidente',
        siret: '73282932000074',
        role: 'signatory',
        roleGiven: given,
      },
      documents: [
        { fileId: 'm1-diagnostic-noe', ...sized },
        { fileId: 'm1-devis-noe', ...sized },
      ],
      ...{ authentication, opened },
    });
  });

  it('is named by its line of the journal, and listed where no attestation will stand for it', () => {
    const story = upTo('closed');
    const [service] = unattestedProofs(story.mission, story.events);
    expect(service).toMatchObject({
      ...{ kind: 'service', laureateId: 'atelier', organisation: 'Manufacture atelier' },
      proofId: `m1-service-${story.mission.events}`,
    });
    expect(unattestedProofs(story.mission, story.events)).toHaveLength(1);
    expect(story.events.find(({ action }) => action === 'validate')).toMatchObject({ proofId: 'm1-validation-5' });
    expect(unattestedProofs(story.mission, upTo('awaiting_report').events)).toEqual([]);
  });

  it('of an end before its term gives the reason', () => {
    const { proof } = upTo('awaiting_report').play(atelier, 'endEarly', { reason: ' Le lieu ferme. ' });
    expect(proof).toMatchObject({ kind: 'ending', reason: 'Le lieu ferme.' });
  });

  it('says by whose word a contributor signed', () => {
    const story = upTo('awaiting_validation');
    const delegate: Person = {
      ...atelier,
      actor: (signedInAt) => ({
        kind: 'laureate',
        uid: 'contributor-atelier',
        name: 'contributor-atelier',
        signedInAt,
        memberships: [{ laureateId: 'atelier', role: 'signatory', delegatedBy: 'Paul Riou' }],
      }),
    };
    expect(story.play(delegate, 'validate').proof?.person).toMatchObject({ delegatedBy: 'Paul Riou' });
  });

  it('of a service says what is paid in the end, and claims no sentence that nobody ticked', () => {
    const story = upTo('awaiting_report');
    story.play(expert, 'submitReport', { finals: { atelier: 2_000_00 } });
    const { proof } = story.play(atelier, 'confirmService');
    expect(proof).toMatchObject({ kind: 'service', shareCents: 2_000_00, subsidyCents: 2_000_00, consentVersion: 0 });
    expect(proof).toMatchObject({ remainingBeforeCents: 7_000_00, remainingAfterCents: 8_000_00 });
    expect(proof?.documents.map(({ fileId }) => fileId)).toEqual(['m1-report-noe']);
  });

  it('of an amendment names the amended devis, also for the last who validates', () => {
    const story = upTo('awaiting_report');
    story.play(expert, 'proposeAmendment');
    const { proof } = story.play(atelier, 'validateAmendment');
    expect(proof).toMatchObject({ kind: 'amendment', shareCents: 4_000_00, remainingAfterCents: 6_000_00 });
    expect(proof?.documents.map(({ fileId }) => fileId)).toEqual(['m1-amended-noe']);
  });
});
