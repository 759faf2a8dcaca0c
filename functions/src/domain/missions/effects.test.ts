import { describe, expect, it } from 'vitest';
import { DAY } from '../calendar.ts';
import { builtInForms } from '../forms/built-in.ts';
import { answersTo, satisfied } from './testing/answers.ts';
import { requested, upTo } from './testing/journeys.ts';
import { contributor, expert, signatory, staff } from './testing/people.ts';
import { Story } from './testing/story.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

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
