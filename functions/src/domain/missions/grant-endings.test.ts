import { describe, expect, it } from 'vitest';
import { DAY } from '../calendar.ts';
import type { ActionName } from './actions.ts';
import { type EffectName, effects } from './effects.ts';
import { grantEndsAt, WHILE_LIVE } from './facts.ts';
import { isLive, type MissionState } from './states.ts';
import { requested, upTo } from './testing/journeys.ts';
import { colleague, expert, type Person, signatory, staff, system } from './testing/people.ts';
import type { Story } from './testing/story.ts';
import { pastDeadline, whenDue } from './testing/waiting.ts';
import { actionNames, transitionOf } from './transitions.ts';

const atelier = signatory('atelier');
const bocal = signatory('bocal');

interface Ending {
  readonly from: MissionState;
  readonly by: Person;
  /** What remains once it is done: nothing at all, or the thirty days of a mission that was done. */
  readonly remains: 'nothing' | 'the delay';
}

/** Every action after which the mission no longer lives, and until when it keeps the dossier open. Staff's decisions take the same road. */
const endings: Partial<Record<ActionName, Ending>> = {
  decline: { from: 'awaiting_expert', by: expert, remains: 'nothing' },
  expire: { from: 'awaiting_diagnostic', by: system, remains: 'nothing' },
  refuse: { from: 'awaiting_validation', by: atelier, remains: 'nothing' },
  cancel: { from: 'awaiting_diagnostic', by: atelier, remains: 'nothing' },
  withdraw: { from: 'awaiting_report', by: expert, remains: 'nothing' },
  declareConflict: { from: 'awaiting_report', by: expert, remains: 'nothing' },
  confirmService: { from: 'awaiting_confirmation', by: atelier, remains: 'the delay' },
  endEarly: { from: 'awaiting_report', by: staff, remains: 'the delay' },
  arbitrate: { from: 'on_hold', by: staff, remains: 'the delay' },
  closeWithout: { from: 'awaiting_report', by: staff, remains: 'the delay' },
};

/** When `person`'s access to the dossier of `laureateId` ends; 0 when it never had one. */
function endsAt(story: Story, laureateId = 'atelier', person: Person = expert): number {
  const grant = story.grants.find((one) => one.laureateId === laureateId && one.uid === person.uid);
  return grant ? grantEndsAt(grant) : 0;
}

/** Much later; what the system closes has then waited as long as it must. */
const waited = (action: ActionName, story: Story) =>
  action === 'expire' ? whenDue(pastDeadline(story)) : story.daysLater(60);

const ended = (action: ActionName, { from, by }: Ending, story: Story = requested()): Story => {
  waited(action, upTo(from, story)).play(by, action);
  return story;
};

const untilAfter = (story: Story, { remains }: Ending) => (remains === 'nothing' ? story.now : story.now + 30 * DAY);

describe('The end of a mission, whichever', () => {
  const cases = Object.entries(endings).flatMap(([name, ending]) =>
    actionNames.filter((action) => action === name).map((action) => [action, ending] as const),
  );

  it('is known of each action that may end one', () => {
    const ending = new Set<EffectName>(['endGrantsNow', 'endGrantsAfterDelay', 'endGrantsWhenOver']);
    const closing = actionNames.filter((action) => transitionOf(action).effects.some((effect) => ending.has(effect)));
    expect(cases.map(([action]) => action).sort()).toEqual([...closing].sort());
    expect(Object.keys(effects)).toEqual(expect.arrayContaining([...ending]));
  });

  it.each(cases)('%s closes the dossier by itself', (action, ending) => {
    const story = ended(action, ending);
    expect(isLive(story.mission.state)).toBe(false);
    expect(endsAt(story)).toBe(untilAfter(story, ending));
  });

  it.each(cases)('%s never cuts the other mission of the same pair', (action, ending) => {
    const story = requested();
    story.about('m2').play(atelier, 'request');
    upTo('awaiting_expert', story);
    ended(action, ending, story.about('m1'));
    expect(endsAt(story)).toBe(WHILE_LIVE);
    expect(story.grants[0]?.missions.m1).toBe(untilAfter(story, ending));
    story.about('m2').play(expert, 'decline');
    expect(endsAt(story)).toBe(untilAfter(story, ending));
  });

  it.each(cases)('%s closes the dossier to every consultant that read it', (action, ending) => {
    const story = waited(action, upTo(ending.from));
    story.play(colleague, 'declareNoInterest');
    story.play(ending.by, action);
    expect(endsAt(story, 'atelier', colleague)).toBe(untilAfter(story, ending));
  });
});

describe('In a mission that others go on with', () => {
  it.each([
    ['leaveShared', 'awaiting_report'],
    ['refuse', 'awaiting_validation'],
  ] as const)('%s closes the dossier of the one that leaves, at once, and not the others’', (action, from) => {
    const story = upTo(from, requested('bocal')).later(DAY);
    story.play(bocal, action);
    expect([endsAt(story, 'bocal'), endsAt(story)]).toEqual([story.now, WHILE_LIVE]);
  });
});

describe('A consultant that stands down', () => {
  const followed = () => {
    const story = upTo('awaiting_report').later(DAY);
    story.play(colleague, 'declareNoInterest');
    return story;
  };

  it('loses this mission’s part of its access at once, and a colleague keeps its own', () => {
    const story = followed();
    story.play(colleague, 'standDown', { uid: expert.uid, reason: 'En congé.' });
    expect([endsAt(story), endsAt(story, 'atelier', colleague)]).toEqual([story.now, WHILE_LIVE]);
    expect(story.mission.state).toBe('awaiting_report');
    expect(story.events.at(-1)).toMatchObject({
      by: { uid: colleague.uid },
      reason: 'noe ne suit plus la mission. En congé.',
    });
  });

  it('keeps what another mission of the same laureate opens', () => {
    const story = followed();
    story.about('m2').play(atelier, 'request');
    upTo('awaiting_expert', story);
    story.about('m1').play(staff, 'standDown', { uid: expert.uid });
    expect(endsAt(story)).toBe(WHILE_LIVE);
    expect(story.grants.find(({ uid }) => uid === expert.uid)?.missions.m1).toBe(story.now);
  });

  it('may be the last one: the journal says that nobody of the company reads the dossier any more', () => {
    const story = upTo('awaiting_diagnostic').later(DAY);
    story.play(expert, 'standDown', { reason: 'En congé.' });
    expect(story.events.at(-1)?.reason).toContain('plus personne de La Forge n’a accès au dossier. En congé.');
    expect(story.refusal(expert, 'submitDiagnostic')).toBe('not-declared-for-all');
    story.play(colleague, 'declareNoInterest');
    expect(story.refusal(colleague, 'submitDiagnostic')).toBeNull();
  });

  it('is not let in again by a reopening, but by a declaration of its own', () => {
    const story = followed();
    story.play(expert, 'standDown');
    const stoodDownAt = story.now;
    story.later(DAY).play(staff, 'endEarly');
    story.play(staff, 'reopen');
    expect([endsAt(story), endsAt(story, 'atelier', colleague)]).toEqual([stoodDownAt, WHILE_LIVE]);
    story.play(expert, 'declareNoInterest');
    expect(endsAt(story)).toBe(WHILE_LIVE);
  });
});
