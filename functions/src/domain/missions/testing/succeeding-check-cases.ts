import type { succeeding } from '../checks/succeeding.ts';
import type { CheckCases } from './check-case.ts';
import { requested } from './journeys.ts';
import { expert, signatory } from './people.ts';
import { Story } from './story.ts';

const [atelier, bocal] = [signatory('atelier'), signatory('bocal')];

/** `atelier` asked, the expert declined: the story turns to the mission that follows. */
export function declined(): Story {
  const story = requested();
  story.play(expert, 'decline');
  story.about('m2').predecessorId = 'm1';
  return story;
}

export const succeedingCheckCases: Record<keyof typeof succeeding, CheckCases> = {
  needIsOwn: {
    // The colleague to whom sharing is proposed has not said that the need is its own.
    'need-unknown': () => {
      const story = new Story();
      story.play(atelier, 'request', { shareWith: ['bocal'] });
      story.about('m2');
      const another = { needId: 'm1', expertId: 'tisse' };
      return [story.refusal(bocal, 'request', another), story.refusal(atelier, 'request', another)];
    },
  },
  notAskedYet: {
    // Once it declined, the same expert may be asked again.
    'already-asked': () => {
      const story = requested().about('m2');
      const refused = story.refusal(atelier, 'request', { needId: 'm1' });
      story.about('m1').play(expert, 'decline');
      return [refused, story.about('m2').refusal(atelier, 'request', { needId: 'm1' })];
    },
  },
  followsAnEnded: {
    'predecessor-unknown': () => {
      const story = declined();
      return [story.refusal(bocal, 'request'), story.refusal(atelier, 'request')];
    },
    'predecessor-goes-on': () => {
      const story = requested().about('m2');
      story.predecessorId = 'm1';
      const refused = story.refusal(atelier, 'request');
      story.about('m1').play(expert, 'decline');
      return [refused, story.about('m2').refusal(atelier, 'request')];
    },
    'already-followed': () => {
      const story = declined();
      const free = story.refusal(atelier, 'request');
      story.play(atelier, 'request');
      return [story.about('m3').refusal(atelier, 'request'), free];
    },
  },
};
