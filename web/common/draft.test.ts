import { describe, expect, test } from 'vitest';
import { type DraftStorage, forgetDraft, isAnswers, keepDraft, keptDraft } from './draft.ts';

function shelf(): DraftStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const day = 24 * 60 * 60 * 1000;

describe('a draft', () => {
  test('is given back as it was kept, with its time', () => {
    const storage = shelf();
    keepDraft(storage, 'lea.request', { need: 'Financer l’atelier' }, 1000);
    expect(keptDraft(storage, 'lea.request', isAnswers, 2000)).toEqual({
      value: { need: 'Financer l’atelier' },
      savedAt: 1000,
    });
  });

  test('is forgotten after success, after 90 days, and when its shape is no longer ours', () => {
    const storage = shelf();
    keepDraft(storage, 'sent', { need: 'x' }, 0);
    forgetDraft(storage, 'sent');
    expect(keptDraft(storage, 'sent', isAnswers, 1)).toBeUndefined();
    keepDraft(storage, 'old', { need: 'x' }, 0);
    expect(keptDraft(storage, 'old', isAnswers, 89 * day)).toBeDefined();
    expect(keptDraft(storage, 'old', isAnswers, 90 * day)).toBeUndefined();
    keepDraft(storage, 'odd', { need: 3 }, 0);
    expect(keptDraft(storage, 'odd', isAnswers, 1)).toBeUndefined();
    storage.setItem('sur-mesure.draft.cut', '{"savedAt":1,"val');
    expect(keptDraft(storage, 'cut', isAnswers, 2)).toBeUndefined();
  });

  test('does not stop the writing where the browser keeps nothing', () => {
    const closed: DraftStorage = {
      getItem: () => {
        throw new Error('closed');
      },
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    expect(keepDraft(closed, 'any', {}, 0)).toBe(false);
    expect(keptDraft(closed, 'any', isAnswers, 0)).toBeUndefined();
  });
});
