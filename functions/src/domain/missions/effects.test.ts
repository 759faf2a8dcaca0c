import { describe, expect, it } from 'vitest';
import { DAY } from '../calendar.ts';
import { builtInForms } from '../forms/built-in.ts';
import { unattestedProofs } from '../proofs/rows.ts';
import { toldOfFormer } from './answering.ts';
import { decide } from './decide.ts';
import { grantEndsAt, WHILE_LIVE } from './facts.ts';
import { consentSentence } from './outcome.ts';
import { answersTo, satisfied } from './testing/commands.ts';
import { requested, upTo } from './testing/journeys.ts';
import { colleague, contributor, expert, type Person, signatory, staff } from './testing/people.ts';
import { hashOf, Story } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

/** When `person`'s access to the dossier of `laureateId` ends; 0 when it never had one. */
function endsAt(story: Story, laureateId: string, person: Person = expert): number {
  const grant = story.grants.find((one) => one.laureateId === laureateId && one.uid === person.uid);
  return grant ? grantEndsAt(grant) : 0;
}

describe('The dossier of a laureate', () => {
  it('opens to the person who declares no interest, and to nobody else of its company', () => {
    const story = requested();
    expect(endsAt(story, 'atelier')).toBe(0);
    story.play(expert, 'declareNoInterest');
    expect(endsAt(story, 'atelier')).toBe(WHILE_LIVE);
    expect(endsAt(story, 'atelier', colleague)).toBe(0);
    story.play(colleague, 'declareNoInterest');
    expect(endsAt(story, 'atelier', colleague)).toBe(WHILE_LIVE);
  });

  it('opens for a laureate that is proposed to share only once its own signatory has joined', () => {
    const story = new Story();
    story.play(atelier, 'request', { shareWith: ['bocal'] });
    story.play(expert, 'declareNoInterest');
    expect(endsAt(story, 'bocal')).toBe(0);
    story.play(bocal, 'join');
    expect(endsAt(story, 'bocal')).toBe(0);
    story.play(expert, 'declareNoInterest');
    expect(endsAt(story, 'bocal')).toBe(WHILE_LIVE);
  });

  it('closes at once when the mission does not happen', () => {
    for (const [person, action] of [
      [expert, 'decline'],
      [staff, 'cancel'],
      [expert, 'withdraw'],
      [expert, 'declareConflict'],
    ] as const) {
      const story = upTo('awaiting_expert').later(DAY);
      story.play(person, action);
      expect(endsAt(story, 'atelier'), action).toBe(story.now);
    }
    const refused = upTo('awaiting_validation').later(DAY);
    refused.play(atelier, 'refuse');
    expect(endsAt(refused, 'atelier')).toBe(refused.now);
  });

  it('closes thirty days after a mission that was done', () => {
    const story = upTo('awaiting_confirmation').later(DAY);
    story.play(atelier, 'confirmService');
    expect(endsAt(story, 'atelier')).toBe(story.now + 30 * DAY);
  });

  it('stays open while another mission between the two lives', () => {
    const story = upTo('awaiting_confirmation');
    story.about('m2').play(atelier, 'request');
    upTo('awaiting_expert', story);
    story.about('m1').play(atelier, 'confirmService');
    expect(endsAt(story, 'atelier')).toBe(WHILE_LIVE);
    story.about('m2').play(expert, 'decline');
    expect(endsAt(story, 'atelier')).toBe(story.now + 30 * DAY);
  });

  it('of one that leaves closes at once, and neither the close nor a reopening opens it again', () => {
    const story = upTo('awaiting_report', requested('bocal')).later(DAY);
    story.play(bocal, 'leaveShared');
    const left = story.now;
    expect([endsAt(story, 'bocal'), endsAt(story, 'atelier')]).toEqual([left, WHILE_LIVE]);
    story.later(DAY).play(expert, 'submitReport');
    story.play(atelier, 'confirmService');
    expect([endsAt(story, 'bocal'), endsAt(story, 'atelier')]).toEqual([left, story.now + 30 * DAY]);
    story.play(staff, 'reopen');
    expect([endsAt(story, 'bocal'), endsAt(story, 'atelier')]).toEqual([left, WHILE_LIVE]);
  });

  it('that staff switched off stays off whatever the expert declares', () => {
    const story = upTo('awaiting_expert');
    story.grants = story.grants.map((grant) => ({ ...grant, active: false }));
    story.about('m2').play(atelier, 'request');
    story.play(expert, 'declareNoInterest');
    expect(endsAt(story, 'atelier')).toBe(0);
  });
});

describe('The shares', () => {
  it('exist from the request on, for those asked too, and follow the state', () => {
    const story = new Story();
    story.play(atelier, 'request', { shareWith: ['bocal'] });
    expect(story.share('bocal')).toMatchObject({ status: 'none', missionState: 'awaiting_expert', shareCents: 0 });
    story.later(DAY).play(bocal, 'declineSharing');
    expect(story.share('bocal').status).toBe('void');
    expect(story.mission.laureateIds).toEqual(['atelier']);
    upTo('awaiting_validation', story);
    expect(story.share('atelier')).toMatchObject({
      missionState: 'awaiting_validation',
      status: 'proposed',
      version: 1,
    });
  });

  it('leave out, once the devis is there, those who never answered', () => {
    const story = new Story();
    story.play(atelier, 'request', { shareWith: ['bocal'] });
    upTo('awaiting_validation', story);
    expect(story.mission.participants.bocal?.status).toBe('declined');
    expect(story.mission.laureateIds).toEqual(['atelier']);
    expect(story.share('bocal')).toMatchObject({ status: 'void', shareCents: 0 });
    expect(story.share('atelier').shareCents).toBe(3_000_00);
  });

  it('hold the laureate’s own amounts and no other’s', () => {
    const story = upTo('awaiting_diagnostic', requested('bocal'));
    story.play(expert, 'submitDiagnostic', { split: { atelier: 1_234_56, bocal: 1_765_44 } });
    expect(JSON.stringify(story.share('bocal'))).not.toContain('123456');
    expect(JSON.stringify(story.mission)).not.toMatch(/123456|176544|300000/);
  });
});

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

describe('The journal', () => {
  it('carries no amount, whatever the action', () => {
    const story = upTo('closed');
    expect(story.events.map(({ action }) => action)).toEqual([
      'request',
      'declareNoInterest',
      'accept',
      'submitDiagnostic',
      'validate',
      'submitReport',
      'confirmService',
    ]);
    expect(JSON.stringify(story.events)).not.toMatch(/300000|250000|[cC]ents/);
    expect(story.events.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('keeps what was ticked with what was typed', () => {
    const story = upTo('awaiting_validation');
    const { event } = story.play(atelier, 'sendBack', { reasons: ['amount', 'dates'], reason: ' Plutôt en mai. ' });
    expect(event.reason).toBe('Le montant est à revoir. Les dates ne conviennent pas. Plutôt en mai.');
    const extended = upTo('awaiting_report').play(staff, 'extend', { days: 15, reason: 'Maladie.' });
    expect(extended.event.reason).toBe('15 jours de plus. Maladie.');
    const closed = upTo('awaiting_report').play(staff, 'closeWithout', { reason: 'Perdu.', missing: 'report' });
    expect(closed.event.reason).toBe('Sans rapport de mission. Perdu.');
  });

  it('names the laureate of a laureate’s act, and none for an act of the expert', () => {
    const story = upTo('awaiting_validation');
    expect(story.events.at(-1)?.laureateId).toBeNull();
    const claiming = { ...expert, laureateId: 'chanvre' };
    expect(story.play(claiming, 'retract').event.laureateId).toBeNull();
  });
});

describe('What was handed in on line', () => {
  it('has the name of its PDF before it is made, one for each version', () => {
    const story = upTo('awaiting_diagnostic');
    const diagnostic = { kind: 'form', answers: answersTo(builtInForms.diagnostic) } as const;
    story.play(expert, 'submitDiagnostic', { diagnostic });
    expect(story.mission.submission?.diagnostic.fileId).toBe('m1-diagnostic-1');
    story.play(atelier, 'sendBack');
    story.play(expert, 'submitDiagnostic', { diagnostic });
    expect(story.mission.submission?.diagnostic.fileId).toBe('m1-diagnostic-2');
    story.play(atelier, 'validate');
    const document = { kind: 'form', answers: answersTo(builtInForms.report) } as const;
    story.play(expert, 'submitReport', { document });
    story.play(atelier, 'sendBackReport');
    story.play(expert, 'submitReport', { document });
    expect(story.mission.report).toMatchObject({ number: 2, document: { fileId: 'm1-report-2' } });
  });
});

describe('A form that staff changed meanwhile', () => {
  const before = builtInForms.report;
  const inForce = { ...before, version: 2 };
  const handing = (formVersion: number | undefined) => {
    const story = upTo('awaiting_report');
    story.takenForms = { ...story.takenForms, report: { inForce, before } };
    const document = { kind: 'form', answers: answersTo(before), formVersion } as const;
    const command = story.command(expert, 'submitReport', { document });
    return {
      told: toldOfFormer(story.facts(expert), command),
      mission: story.play(expert, 'submitReport', { document }).mission,
    };
  };

  it('is answered in the version before by whoever had it open, and they are told', () => {
    const { told, mission } = handing(1);
    expect(told).toContain('avait changé');
    expect(mission.report?.document).toMatchObject({ formVersion: 1 });
  });

  it.each([2, undefined])('is answered in the one in force by everybody else (%s)', (formVersion) => {
    const { told, mission } = handing(formVersion);
    expect(told).toBeNull();
    expect(mission.report?.document).toMatchObject({ formVersion: 2 });
  });
});

describe('Feedback', () => {
  it('goes to a place of its own, once a laureate, also after the close', () => {
    const story = upTo('closed', requested('bocal'));
    const { feedback, event } = story.play(contributor('atelier'), 'giveFeedback');
    expect(feedback).toEqual({
      formVersion: 1,
      missionId: 'm1',
      laureateId: 'atelier',
      expertId: 'forge',
      at: story.now,
      answers: satisfied,
    });
    expect(JSON.stringify(event)).not.toContain('atisfaisant');
    expect(story.refusal(atelier, 'giveFeedback')).toBe('feedback-given');
    expect(story.refusal(bocal, 'giveFeedback')).toBeNull();
  });
});

function mapped<Value>(values: Readonly<Record<string, Value>>, change: (value: Value) => Value) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
