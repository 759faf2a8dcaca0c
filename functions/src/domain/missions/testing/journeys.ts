import type { MissionState } from '../states.ts';
import { expert, signatory, staff, system } from './people.ts';
import { Story } from './story.ts';
import { pastDeadline, whenDue } from './waiting.ts';

type Steps = (story: Story) => void;

/** The shortest honest road to each state, for a mission that `atelier` asked for and shares with those who joined. */
const roads: Record<MissionState, Steps> = {
  awaiting_expert: (story) => {
    story.play(expert, 'declareNoInterest');
  },
  awaiting_diagnostic: (story) => {
    roads.awaiting_expert(story);
    story.play(expert, 'accept');
  },
  awaiting_validation: (story) => {
    roads.awaiting_diagnostic(story);
    story.play(expert, 'submitDiagnostic');
  },
  awaiting_correction: (story) => {
    roads.awaiting_validation(story);
    story.play(signatory('atelier'), 'sendBack');
  },
  awaiting_report: (story) => {
    roads.awaiting_validation(story);
    for (const laureateId of story.mission.laureateIds) story.play(signatory(laureateId), 'validate');
  },
  awaiting_confirmation: (story) => {
    roads.awaiting_report(story);
    story.play(expert, 'submitReport');
  },
  on_hold: (story) => {
    roads.awaiting_report(story);
    story.play(staff, 'hold');
  },
  closed: (story) => {
    roads.awaiting_confirmation(story);
    for (const laureateId of story.mission.laureateIds) story.play(signatory(laureateId), 'confirmService');
  },
  ended_early: (story) => {
    roads.awaiting_report(story);
    story.play(staff, 'endEarly');
  },
  declined: (story) => {
    story.play(expert, 'decline');
  },
  refused: (story) => {
    roads.awaiting_validation(story);
    story.play(signatory('atelier'), 'refuse');
  },
  cancelled: (story) => {
    story.play(staff, 'cancel');
  },
  expired: (story) => {
    whenDue(pastDeadline(story)).play(system, 'expire');
  },
};

/** A mission asked for by `atelier`, which `others` were proposed and joined. */
export function requested(...others: string[]): Story {
  const story = new Story();
  story.play(signatory('atelier'), 'request', { shareWith: others });
  for (const laureateId of others) story.play(signatory(laureateId), 'join');
  return story;
}

/** Goes on to `state` from a mission just asked for. */
export function upTo(state: MissionState, story: Story = requested()): Story {
  roads[state](story);
  return story;
}
