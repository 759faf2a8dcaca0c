import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entryOf } from '../../domain/directory/entry.ts';
import { manyCards } from '../../domain/directory/testing/cards.ts';
import { packed, unpacked } from './packing.ts';
import { orNull } from './unreadable.ts';

describe('An index of the directory', () => {
  const logged = vi.spyOn(console, 'error');
  beforeEach(() => void logged.mockImplementation(() => undefined));
  afterEach(() => void logged.mockReset());

  it('that can’t be read is none, and somebody is told', async () => {
    const bytes = await packed(manyCards(3).map((card) => entryOf(card)));
    for (const damaged of [bytes.subarray(0, 20), Buffer.from('{}')])
      expect(await orNull(() => unpacked(damaged))).toBeNull();
    expect(logged).toHaveBeenCalledTimes(2);
    expect(logged.mock.calls[0]?.[0]).toContain('"severity":"ERROR"');
  });

  it('that can be is what it holds, and nothing is said', async () => {
    const entries = manyCards(3).map((card) => entryOf(card));
    const bytes = await packed(entries);
    expect(await orNull(() => unpacked(bytes))).toEqual(entries);
    expect(logged).not.toHaveBeenCalled();
  });
});
