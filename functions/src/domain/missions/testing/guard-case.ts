import type { ActionName } from '../actions.ts';
import { requested } from './journeys.ts';
import { type Person, signatory } from './people.ts';
import { Story } from './story.ts';

export interface GuardCase {
  readonly code: string;
  readonly person: Person;
  readonly action: ActionName;
  /** The moment at which the guard refuses. */
  readonly story: () => Story;
  /** The one fact that changes, and the guard lets through. */
  readonly once: (story: Story) => Story;
}

/** The same story with other dates of the programme. */
export const dates = (change: Partial<Story['settings']['dates']>) => (story: Story) => {
  story.settings = { ...story.settings, dates: { ...story.settings.dates, ...change } };
  return story;
};
/** The story once `person` has done one thing more. */
export const plays = (person: Person, action: ActionName) => (story: Story) => {
  story.play(person, action);
  return story;
};

/** `atelier` has asked `bocal` to share, and `bocal` has not answered. */
export function proposed(): Story {
  const story = new Story();
  story.play(signatory('atelier'), 'request', { shareWith: ['bocal'] });
  return story;
}

/** `bocal` has joined. */
export const shared = () => requested('bocal');
