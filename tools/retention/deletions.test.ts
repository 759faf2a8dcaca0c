import { describe, expect, it } from 'vitest';
import { deletes, deletingFiles, deletions } from './deletions.ts';

describe('What deletes', () => {
  it('is retention, or has its reason written down', () => {
    expect(deletingFiles()).toEqual(Object.keys(deletions).sort());
  });

  it.each(['batch.delete(ref)', 'bucket.deleteFiles({ prefix })', 'firestore.recursiveDelete(ref)'])(
    'is seen: %s',
    (text) => {
      expect(deletes(text)).toBe(true);
    },
  );

  it('is not what only looks alike', () => {
    expect(deletes('const deleted = isDeleted(file);')).toBe(false);
  });
});
