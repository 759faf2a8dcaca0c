import { expect, test } from 'vitest';
import { wordsAround } from './words-around.ts';

const long = Array.from({ length: 60 }, (_one, index) => `mot${index}`).join(' ');

test('what stays is shown on the sides of a change alone', () => {
  const [before, change, between, again, after] = wordsAround([
    { kind: 'same', text: `${long} ` },
    { kind: 'added', text: 'Trois' },
    { kind: 'same', text: ` ${long} ` },
    { kind: 'removed', text: long },
    { kind: 'same', text: ' ateliers.' },
  ]);
  expect(before?.text).toMatch(/^\[…\] mot48 .* mot59 $/);
  expect(between?.text).toMatch(/^ mot0 .* mot11 \[…\] mot48 .* mot59 $/);
  expect([change?.text, again?.text, after?.text]).toEqual(['Trois', long, ' ateliers.']);
});

test('a text that is short, or that does not change around, is left whole', () => {
  const changes = [
    { kind: 'same', text: 'Un atelier de tissage. ' },
    { kind: 'added', text: 'Deux.' },
  ] as const;
  expect(wordsAround(changes)).toEqual(changes);
});
