import { expect, test } from 'vitest';
import { isTyped, waitBefore, waitsForOthers } from './looking-again.ts';

test('a page looks again less and less often, and never stops', () => {
  const waits = Array.from({ length: 8 }, (_one, attempt) => waitBefore(attempt));
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect([waits[0], waits.at(-1), waitBefore(1_000)]).toEqual([20_000, 300_000, 300_000]);
});

test('a laureate waits for others while an expert or the team is to act, never once a mission is over', () => {
  expect(waitsForOthers({ state: 'awaiting_correction' })).toBe(true);
  expect(waitsForOthers({ state: 'on_hold' })).toBe(true);
  expect(waitsForOthers({ state: 'awaiting_validation' })).toBe(false);
  expect(waitsForOthers({ state: 'closed' })).toBe(false);
});

test('a field counts as typed when it holds words, unless it stands in a part of the page that is closed', () => {
  const field = (value: string, open: boolean) => ({
    value,
    closest: (selector: string) => (selector === 'details:not([open])' && !open ? {} : null),
  });
  expect([field('2025-03-04', true), field('2025-03-04', false), field('', true)].map(isTyped)).toEqual([
    true,
    false,
    false,
  ]);
});
