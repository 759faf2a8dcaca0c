import { describe, expect, it } from 'vitest';
import type { Mission, MissionEvent } from '../missions/mission.ts';
import { requested, upTo } from '../missions/testing/journeys.ts';
import { expert, signatory, staff, system } from '../missions/testing/people.ts';
import type { Story } from '../missions/testing/story.ts';
import { whenDue } from '../missions/testing/waiting.ts';
import { mailKinds } from './mail-kinds.ts';
import { type MailName, mailNames, noFacts, type OutboxItem, type Reader } from './mails.ts';
import { isStillAsked, stillAsked } from './still-asked.ts';

/** The mail that the last event of a story queued, to a person of `atelier` unless it is said otherwise. */
function queuedBy(story: Story, mail: MailName, reader: Reader = 'laureate'): OutboxItem {
  const event: MissionEvent | undefined = story.events.at(-1);
  if (event === undefined) throw new Error('nothing happened yet');
  const { state } = story.mission;
  return {
    ...{ id: mail, mail, path: '/', when: 'now', parts: [], createdAt: event.at },
    to: { email: 'a@b.example', name: 'Anne', uid: 'anne' },
    facts: { ...noFacts, recipientName: 'Anne', reader, state },
    mission: { id: 'm1', event: event.number },
  };
}

const asked = (item: OutboxItem, story: Story, ofLaureates: readonly string[] | null = ['atelier']) =>
  isStillAsked(item, { mission: story.mission, ofLaureates, invoices: Object.values(story.invoices) });

it('Every mail that asks something says until when, and no other', () => {
  const asking = mailNames.filter((mail) => ['request', 'reminder'].includes(mailKinds[mail].purpose));
  expect(Object.keys(stillAsked).sort()).toEqual(asking.sort());
});

describe('What a mail asks is not asked any more', () => {
  it('of an expert whose mission was cancelled before it left, nor once it has answered', () => {
    const story = requested();
    const item = queuedBy(story, 'missionRequested', 'expert');
    expect(asked(item, story)).toBe(true);
    story.play(expert, 'declareNoInterest');
    expect(asked(item, story)).toBe(true);
    story.play(staff, 'cancel');
    expect(asked(item, story)).toBe(false);
    const accepted = requested();
    const other = queuedBy(accepted, 'missionRequested', 'expert');
    upTo('awaiting_diagnostic', accepted);
    expect(asked(other, accepted)).toBe(false);
  });

  it('of a laureate whose devis was sent back and came again: that is another wait, with its own mail', () => {
    const story = upTo('awaiting_validation');
    const first = queuedBy(story, 'diagnosticSubmitted');
    expect(asked(first, story)).toBe(true);
    story.later(60_000).play(signatory('atelier'), 'sendBack');
    expect(asked(first, story)).toBe(false);
    story.later(60_000).play(expert, 'submitDiagnostic');
    expect(asked(first, story)).toBe(false);
    expect(asked(queuedBy(story, 'diagnosticSubmitted'), story)).toBe(true);
  });

  it('while the team holds the mission', () => {
    const story = upTo('awaiting_validation');
    const item = queuedBy(story, 'diagnosticSubmitted');
    story.later(1).play(staff, 'hold');
    expect(asked(item, story)).toBe(false);
  });

  it('of who did its part in a shared mission, and still of the other', () => {
    const story = upTo('awaiting_validation', requested('bocal'));
    const item = queuedBy(story, 'diagnosticSubmitted');
    story.play(signatory('atelier'), 'validate');
    expect([asked(item, story, ['atelier']), asked(item, story, ['bocal'])]).toEqual([false, true]);
    expect(asked(item, story, ['atelier', 'bocal'])).toBe(true);
    expect([asked(item, story, ['chanvre']), asked(item, story, null)]).toEqual([false, true]);
    const validated = queuedBy(story, 'diagnosticValidated', 'expert');
    story.play(signatory('bocal'), 'validate');
    expect(asked(validated, story)).toBe(true);
    story.play(expert, 'submitReport');
    const report = queuedBy(story, 'reportSubmitted');
    story.play(signatory('bocal'), 'confirmService');
    expect([asked(report, story, ['atelier']), asked(report, story, ['bocal'])]).toEqual([true, false]);
  });

  it('of an expert to whom a validation was told, once it is contested', () => {
    const story = upTo('awaiting_report');
    const item = queuedBy(story, 'diagnosticValidated', 'expert');
    expect(asked(item, story)).toBe(true);
    story.play(signatory('atelier'), 'contest');
    expect(asked(item, story)).toBe(false);
  });

  it('of who was reminded and has answered', () => {
    const story = whenDue(upTo('awaiting_validation'));
    story.play(system, 'remind');
    const item = queuedBy(story, 'reminder');
    expect(asked(item, story)).toBe(true);
    story.play(signatory('atelier'), 'validate');
    expect(asked(item, story)).toBe(false);
  });

  it('of a laureate proposed to share a mission, once it has said yes or no', () => {
    for (const action of ['join', 'declineSharing'] as const) {
      const story = requestedOf('bocal');
      const item = queuedBy(story, 'sharingProposed');
      expect(asked(item, story, ['bocal'])).toBe(true);
      story.play(signatory('bocal'), action);
      expect(asked(item, story, ['bocal'])).toBe(false);
    }
  });

  it('of an amendment that was validated, or refused', () => {
    for (const action of ['validateAmendment', 'refuseAmendment'] as const) {
      const story = upTo('awaiting_report');
      story.play(expert, 'proposeAmendment');
      const item = queuedBy(story, 'amendmentProposed');
      expect(asked(item, story)).toBe(true);
      story.play(signatory('atelier'), action);
      expect(asked(item, story)).toBe(false);
    }
  });

  it('of feedback that was given', () => {
    const story = upTo('closed');
    const item = queuedBy(story, 'feedbackInvited');
    expect(asked(item, story)).toBe(true);
    story.play(signatory('atelier'), 'giveFeedback');
    expect(asked(item, story)).toBe(false);
  });

  it('of an invoice that is paid, and still of another one', () => {
    const story = upTo('closed');
    story.play(expert, 'depositInvoice');
    const item = queuedBy(story, 'invoiceDeposited');
    expect(asked(item, story)).toBe(true);
    story.later(60_000).play(signatory('atelier'), 'recordPayment');
    expect(asked(item, story)).toBe(false);
    expect(asked({ ...item, createdAt: item.createdAt + 1 }, story)).toBe(true);
  });
});

it('A mail that tells a fact leaves whatever has moved', () => {
  const story = upTo('awaiting_report');
  const items = (['validationNotice', 'missionDecided', 'missionChanged'] as const).map((mail) =>
    queuedBy(story, mail),
  );
  const mission: Mission = upTo('cancelled').mission;
  for (const item of items) expect(isStillAsked(item, { mission, ofLaureates: [], invoices: [] })).toBe(true);
});

function requestedOf(other: string): Story {
  const story = requested();
  story.about('m2').play(signatory('atelier'), 'request', { shareWith: [other] });
  return story;
}
