import { expect, it } from 'vitest';
import type { Mission } from './mission.ts';
import { maySolicitAnother, openRequestsOf } from './same-need.ts';
import { signatory } from './testing/people.ts';
import { Story } from './testing/story.ts';

function requested(): Mission {
  const { mission } = new Story().play(signatory('atelier'), 'request');
  return mission;
}

const waiting: Mission = { ...requested(), id: 'other', needId: 'need' };
const validated: Mission = { ...waiting, id: 'validated', validatedAt: 1 };
const found = (...others: Mission[]) => openRequestsOf(validated, 'atelier', others).map(({ id }) => id);

it('Once a devis is validated, the other requests for its need that wait are shown', () => {
  expect(found(validated, waiting)).toEqual(['other']);
  expect(openRequestsOf({ ...validated, validatedAt: null }, 'atelier', [waiting])).toEqual([]);
});

it('Neither another need, nor a validated one, nor another laureate’s is among them', () => {
  expect(found({ ...waiting, needId: 'elsewhere' }, { ...waiting, validatedAt: 1 })).toEqual([]);
  expect(openRequestsOf(validated, 'fabrique', [waiting])).toEqual([]);
});

it('One more expert may be asked until a devis is validated', () => {
  expect([maySolicitAnother(waiting), maySolicitAnother(validated)]).toEqual([true, false]);
});
