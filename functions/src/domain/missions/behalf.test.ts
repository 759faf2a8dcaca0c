import { describe, expect, it } from 'vitest';
import type { ActionName } from './actions.ts';
import { actionsOnBehalf, decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { MissionState } from './states.ts';
import { upTo } from './testing/journeys.ts';
import { occasion } from './testing/occasions.ts';
import { signatory, staff, staffFor } from './testing/people.ts';
import { Story } from './testing/story.ts';
import { transitionOf } from './transitions.ts';

describe('Staff in somebody’s name', () => {
  it('never validates, confirms, gives feedback or hands in an expert’s document', () => {
    const engaging: ActionName[] = [
      'join',
      'declareNoInterest',
      'submitDiagnostic',
      'resplit',
      'retract',
      'validate',
      'refuse',
      'contest',
      'submitReport',
      'confirmService',
      'giveFeedback',
      'proposeAmendment',
      'validateAmendment',
      'refuseAmendment',
      'leaveShared',
    ];
    for (const action of engaging) {
      const { by, from } = transitionOf(action);
      const { story, person } = occasion(action, from[0] ?? 'start', by[0] ?? 'signatory');
      expect(story.refusal(staffFor(person.laureateId), action), action).toBe('never-on-behalf');
      expect(story.refusal(person, action), action).toBeNull();
    }
  });

  it('is written in the journal with the name of the person it is done for', () => {
    const forLaureate = new Story().play(staffFor('atelier'), 'request');
    const askedBy = 'Anne Le Goff, par téléphone';
    expect(forLaureate.event).toMatchObject({ by: { kind: 'staff' }, onBehalfOf: 'atelier', askedBy });
    const forExpert = upTo('awaiting_expert').play(staffFor('atelier'), 'accept');
    expect(forExpert.event).toMatchObject({ by: { kind: 'staff' }, onBehalfOf: 'forge' });
    const inItsOwnName = upTo('awaiting_report').play(staff, 'hold');
    expect([inItsOwnName.event.onBehalfOf, inItsOwnName.event.askedBy]).toEqual([null, null]);
  });

  it('is done when somebody asked for it by name, and not otherwise', () => {
    const story = upTo('awaiting_validation');
    const command = story.command(staffFor('atelier'), 'sendBack');
    const codeWith = (askedBy: Facts['askedBy']) => {
      const decision = decide({ ...story.facts(staffFor('atelier')), askedBy }, command);
      return decision.allowed ? null : decision.refusal.code;
    };
    expect([codeWith(null), codeWith(undefined), codeWith({ name: ' ', how: 'mail' })]).toEqual(
      Array.from({ length: 3 }, () => 'asked-by-missing'),
    );
    expect(codeWith({ name: 'Anne Le Goff', how: 'mail' })).toBeNull();
  });

  it('is offered for each side, what is its own alone, and never a signature', () => {
    const offered = (state: MissionState, laureateId: string | null) =>
      actionsOnBehalf(upTo(state).facts(staff), laureateId);
    expect(offered('awaiting_expert', null)).toEqual(['accept', 'decline']);
    expect(offered('awaiting_expert', 'atelier')).toEqual([]);
    expect(offered('awaiting_validation', 'atelier')).toEqual(['sendBack']);
    expect(offered('awaiting_validation', null)).toEqual([]);
    expect(offered('awaiting_confirmation', 'atelier')).toEqual(['sendBackReport']);
    expect(offered('closed', 'atelier')).toEqual([]);
  });

  it('is nobody’s but staff’s: a laureate that claims it acts in its own name', () => {
    const claiming = { ...signatory('atelier'), onBehalf: true };
    expect(new Story().play(claiming, 'request').event.onBehalfOf).toBeNull();
  });
});
