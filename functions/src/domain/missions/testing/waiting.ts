import type { Day } from '../../calendar.ts';
import { dueOf } from '../timers.ts';
import { system } from './people.ts';
import type { Story } from './story.ts';

/** Noon in Paris or an hour later, whichever offset the day has. */
export function onDay(story: Story, day: Day | null | undefined): Story {
  if (!day) throw new Error('the clock has nothing to do on this mission');
  story.now = Date.parse(`${day}T11:00:00Z`);
  return story;
}

/** The first day on which the clock does something to the mission. */
export const whenDue = (story: Story) => onDay(story, story.mission.dueOn);

export const atDeadline = (story: Story) => onDay(story, dueOf(story.mission, story.settings)?.deadline);

/** Staff have had their task. */
export function pastDeadline(story: Story): Story {
  atDeadline(story).play(system, 'passDeadline');
  return story;
}
