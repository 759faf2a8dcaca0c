import type { FileRow } from '@sur-mesure/functions/domain/views';
import { describe, expect, test } from 'vitest';
import { versionsOf } from './versions.ts';

const file = (fileId: string, replacesId: string | null = null): FileRow => ({
  fileId,
  replacesId,
  piece: 'other',
  name: `${fileId}.pdf`,
  depositedBy: 'Anne Le Goff',
  shared: null,
  withdrawnAt: null,
  hasPreview: false,
  actions: [],
  size: 10,
  contentType: 'application/pdf',
  createdAt: 0,
  sha256: '',
});
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
