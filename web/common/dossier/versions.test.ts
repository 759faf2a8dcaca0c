import type { FileRow } from '@sur-mesure/functions/domain/missions/views';
import { describe, expect, test } from 'vitest';
import { fileRow } from '../testing/fixtures.ts';
import { versionsOf } from './versions.ts';

const file = (fileId: string, replacesId: string | null = null) => fileRow(fileId, { replacesId });
const shown = (files: readonly FileRow[]) =>
  versionsOf(files).map(({ current, former }) => [current.fileId, ...former.map(({ fileId }) => fileId)]);

describe('the versions of a document', () => {
  test('are one line: the last, then those it came after, newest first', () => {
    expect(shown([file('c', 'b'), file('x'), file('b', 'a'), file('a')])).toEqual([['c', 'b', 'a'], ['x']]);
  });

  test('stop where the reader sees no further', () => {
    expect(shown([file('c', 'b'), file('a')])).toEqual([['c'], ['a']]);
  });
});
