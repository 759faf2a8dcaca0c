import { expect, it } from 'vitest';
import { signatory } from './testing/people.ts';
import { declined } from './testing/succeeding-check-cases.ts';

const atelier = signatory('atelier');

it('A mission that follows another takes up its need, and each names the other', () => {
  const story = declined();
  const { mission, predecessor } = story.play(atelier, 'request');
  expect(mission).toMatchObject({ id: 'm2', predecessorId: 'm1', needId: 'm1', state: 'awaiting_expert' });
  expect(predecessor).toMatchObject({ id: 'm1', successorId: 'm2', state: 'declined' });
});

it('A mission that follows none writes on none', () => {
  const story = declined();
  story.predecessorId = null;
  const { mission, predecessor } = story.play(atelier, 'request');
  expect(mission).toMatchObject({ predecessorId: null, needId: 'm2' });
  expect(predecessor).toBeNull();
});
