import { positionOf } from '@sur-mesure/functions/domain/subsidy/position';
import { expect, test } from 'vitest';
import { pieces } from './widths.ts';

const award = { ...positionOf([], []), awardedCents: 1_500_000, remainingCents: 425_000 };

test('settled, committed and pending money follow each other on the bar', () => {
  expect(pieces({ ...award, settledCents: 300_000, committedCents: 775_000, pendingCents: 150_000 })).toEqual([
    { kind: 'settled', start: 0, width: 20 },
    { kind: 'committed', start: 20, width: expect.closeTo(51.667, 2) },
    { kind: 'pending', start: expect.closeTo(71.667, 2), width: 10 },
  ]);
});

test('pending money over what remains stops at the end of the bar', () => {
  const laid = pieces({ ...award, settledCents: 0, committedCents: 1_075_000, pendingCents: 500_000 });
  expect(laid.reduce((total, piece) => total + piece.width, 0)).toBeCloseTo(100);
});

test('without an award the bar is empty', () => {
  expect(pieces({ ...positionOf([], []), pendingCents: 100 })).toEqual([]);
});
