import { describe, expect, it } from 'vitest';
import { DAY } from '../calendar.ts';
import { grantEndsAt, WHILE_LIVE } from './facts.ts';
import { requested, upTo } from './testing/journeys.ts';
import { colleague, expert, type Person, signatory, staff } from './testing/people.ts';
import { Story } from './testing/story.ts';

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
