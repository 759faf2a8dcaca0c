import { describe, expect, it } from 'vitest';
import { requested, upTo } from './testing/journeys.ts';
import { contributor, expert, signatory, staffFor } from './testing/people.ts';
import { hashOf } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

describe('A devis signed by hand', () => {
  it('commits what it says, and moves the mission as a validation does', () => {
    const story = upTo('awaiting_validation');
    const { mission, entries } = story.play(atelier, 'recordSignedDevis');
    expect(mission).toMatchObject({ state: 'awaiting_report', validatedAt: story.now });
    expect(entries).toMatchObject([{ laureateId: 'atelier', entry: { id: 'm1.v1.commit', cents: -3_000_00 } }]);
    expect(story.share('atelier')).toMatchObject({ status: 'committed', subsidyCents: 3_000_00, ownCents: 0 });
  });

  it('leaves a proof of another kind: the paper, who signed, who recorded it, and no sentence ticked', () => {
    const story = upTo('awaiting_validation');
    const { proof } = story.play(atelier, 'recordSignedDevis', { reason: '' });
    expect(proof).toMatchObject({
      kind: 'handSigned',
      consentVersion: 0,
      person: { uid: atelier.uid },
      paper: {
        fileId: 'm1-signed-signatory-atelier',
        signedBy: 'Paul Riou',
        signedOn: '2024-03-04',
        recordedBy: 'laureate',
        reason: '',
      },
    });
    expect(proof?.documents.at(-1)).toEqual({
      fileId: 'm1-signed-signatory-atelier',
      sha256: hashOf('m1-signed-signatory-atelier'),
    });
  });

  it('may be recorded by staff with a reason, which the journal tells, and is then never a validation of theirs', () => {
    const story = upTo('awaiting_validation');
    const { proof, event } = story.play(staffFor('atelier'), 'recordSignedDevis', { reason: 'Reçu par courrier.' });
    expect(proof).toMatchObject({ kind: 'handSigned', paper: { recordedBy: 'staff', reason: 'Reçu par courrier.' } });
    expect(event).toMatchObject({ reason: 'Reçu par courrier.', onBehalfOf: 'atelier', laureateId: 'atelier' });
    expect(story.refusal(staffFor('atelier'), 'validate')).toBe('never-on-behalf');
  });

  it('is contested as a validation is, and binds one laureate of a shared mission only', () => {
    const alone = upTo('awaiting_validation');
    alone.play(staffFor('atelier'), 'recordSignedDevis');
    expect(alone.play(contributor('atelier'), 'contest').mission.state).toBe('on_hold');

    const shared = upTo('awaiting_validation', requested('bocal'));
    shared.play(atelier, 'recordSignedDevis');
    expect(shared.mission.state).toBe('awaiting_validation');
    expect(shared.play(bocal, 'validate').mission.state).toBe('awaiting_report');
  });

  it('never takes more than what remains, nor a version that was replaced', () => {
    const story = upTo('awaiting_validation');
    const tooMuch = { subsidyCents: 3_000_01, ownCents: 0 };
    expect(story.refusal(atelier, 'recordSignedDevis', tooMuch)).toBe('payment-differs');
    story.change('atelier', { entries: [] });
    expect(story.refusal(atelier, 'recordSignedDevis', { subsidyCents: 1, ownCents: 2_999_99 })).toBe(
      'subsidy-exceeded',
    );
    expect(story.refusal(atelier, 'recordSignedDevis', { subsidyCents: 0, ownCents: 3_000_00 })).toBeNull();
    story.play(atelier, 'sendBack');
    story.play(expert, 'submitDiagnostic');
    expect(story.refusal(atelier, 'recordSignedDevis', { version: 1 })).toBe('version-outdated');
  });
});
