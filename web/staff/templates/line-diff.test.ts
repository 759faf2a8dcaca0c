import { describe, expect, test } from 'vitest';
import { changedLines } from './line-diff.ts';

const text = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const numbered = Array.from({ length: 20 }, (_, index) => `ligne ${index + 1}`);

describe('what changes from one version of a text to the next', () => {
  test('is said with the lines around it, and how many are left out', () => {
    const after = numbered.map((line) => (line === 'ligne 10' ? 'autre' : line));
    expect(changedLines(text(...numbered), text(...after))).toEqual([
      { kind: 'skipped', count: 7 },
      { kind: 'same', line: 8, text: 'ligne 8' },
      { kind: 'same', line: 9, text: 'ligne 9' },
      { kind: 'removed', line: 10, text: 'ligne 10' },
      { kind: 'added', line: 10, text: 'autre' },
      { kind: 'same', line: 11, text: 'ligne 11' },
      { kind: 'same', line: 12, text: 'ligne 12' },
      { kind: 'skipped', count: 8 },
    ]);
  });

  test('leaves nothing out between two changes that are near', () => {
    const rows = changedLines(text('a', 'b', 'c', 'd'), text('A', 'b', 'c', 'D'));
    expect(rows.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same', 'same', 'removed', 'added']);
  });

  test('numbers what is added after a removal in the new text', () => {
    expect(changedLines(text('a', 'b', 'c'), text('c', 'd'))).toEqual([
      { kind: 'removed', line: 1, text: 'a' },
      { kind: 'removed', line: 2, text: 'b' },
      { kind: 'same', line: 1, text: 'c' },
      { kind: 'added', line: 2, text: 'd' },
    ]);
  });

  test('is nothing for the same text, with its last line ended or not', () => {
    expect(changedLines('a\nb', 'a\nb\n').filter(({ kind }) => kind !== 'skipped')).toEqual([]);
    expect(changedLines('', 'a')).toEqual([{ kind: 'added', line: 1, text: 'a' }]);
  });
});
