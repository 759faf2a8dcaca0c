import { describe, expect, test } from 'vitest';
import type { DraftStorage } from '../draft.ts';
import { pendingOperations } from './pending-operations.ts';

function storageIn(kept: Map<string, string>): DraftStorage {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const closed: DraftStorage = {
  getItem: () => null,
  setItem: () => {
    throw new Error('closed');
  },
  removeItem: () => undefined,
};

let made = 0;
const fresh = () => {
  made += 1;
  return `operation-${made}`;
};
const open = (storage: DraftStorage) => pendingOperations(storage, 'lea.ask', () => 1);

describe('a request whose outcome is not known', () => {
  test('is sent again under the same id, also once the page was loaded again', () => {
    const storage = storageIn(new Map());
    const [forge, tisse] = [open(storage).idOf('forge', fresh), open(storage).idOf('tisse', fresh)];
    expect(forge).not.toBe(tisse);
    expect([open(storage).idOf('forge', fresh), open(storage).idOf('tisse', fresh)]).toEqual([forge, tisse]);
  });

  test('is another one once its outcome is known, and leaves nothing behind', () => {
    const kept = new Map<string, string>();
    const pending = open(storageIn(kept));
    const first = pending.idOf('forge', fresh);
    expect(kept.size).toBe(1);
    pending.settle('forge');
    expect(kept.size).toBe(0);
    expect(pending.idOf('forge', fresh)).not.toBe(first);
  });

  test('keeps its id as long as the page where nothing can be stored', () => {
    const pending = open(closed);
    expect(pending.idOf('forge', fresh)).toBe(pending.idOf('forge', fresh));
  });
});
