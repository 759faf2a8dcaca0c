import { expect, test } from 'vitest';
import { inserted, offsetOf, placeOf } from './places.ts';

const source = 'un\ndeux\n\nquatre';

test.each([
  [{ line: 1, column: 1 }, 0],
  [{ line: 2, column: 3 }, 5],
  [{ line: 3, column: null }, 8],
  [{ line: 4, column: 7 }, 15],
])('the place %o is found in the text, and the other way round', (place, offset) => {
  expect(offsetOf(source, place)).toBe(offset);
  expect(placeOf(source, offset)).toEqual({ line: place.line, column: place.column ?? 1 });
});

test('a place outside of the text leads to its nearest character', () => {
  expect(offsetOf(source, { line: 1, column: 40 })).toBe(2);
  expect(offsetOf(source, { line: 40, column: 1 })).toBe(source.length);
});

test('what is inserted takes the place of what is selected; one goes on inside of a block', () => {
  expect(inserted('a b c', '{{x}}', { start: 2, end: 3 })).toEqual({ source: 'a {{x}} c', caret: 7 });
  expect(inserted('', '{{#if x}}\n\n{{/if}}', { start: 0, end: 0 }).caret).toBe(10);
});
