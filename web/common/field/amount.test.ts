import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { amountAsTyped, parseAmount } from './amount.ts';

describe('an amount is read as French people type it', () => {
  test.each([
    ['3000', 300_000],
    ['3 000', 300_000],
    ['3 000,50', 300_050],
    ['3000,5', 300_050],
    ['3000.50', 300_050],
    ['3\u202f000,50\u00a0€', 300_050],
    ['  12 345 678,09 € ', 1_234_567_809],
    ['0,01', 1],
    ['0', 0],
    ['0,29', 29],
    ['1,10', 110],
    ['100 000 000', 10_000_000_000],
  ])('%j is %d cents', (typed, cents) => {
    expect(parseAmount(typed)).toBe(cents);
  });
});

describe('an amount that can be misread is refused with what to write', () => {
  test.each([
    ['', 'amount_missing'],
    ['€', 'amount_missing'],
    ['-3000', 'amount_negative'],
    ['−3000', 'amount_negative'],
    ['3.000', 'amount_ambiguous'],
    ['3.000,50', 'amount_ambiguous'],
    ['3,000', 'amount_ambiguous'],
    ['3000,505', 'amount_decimals'],
    ['30 00', 'amount_unreadable'],
    ['1e21', 'amount_unreadable'],
    ['trois mille', 'amount_unreadable'],
    ['3000 $', 'amount_unreadable'],
    ['100 000 000,01', 'amount_too_large'],
    ['9'.repeat(30), 'amount_too_large'],
  ])('%j is refused as %s', (typed, code) => {
    const answer = parseAmount(typed);
    expect(isRefusal(answer) && answer.code).toBe(code);
  });
});

test('an amount shown in a field is read back as itself', () => {
  for (const cents of [0, 1, 99, 100, 300_050, 1_500_000, 1_234_567_809]) {
    expect(parseAmount(amountAsTyped(cents))).toBe(cents);
  }
  expect(amountAsTyped(300_050)).toBe('3 000,50');
});
