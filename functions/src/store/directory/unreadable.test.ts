import { describe, expect, it } from 'vitest';
import { entryOf } from '../../domain/directory/entry.ts';
import { manyCards } from '../../domain/directory/testing/cards.ts';
import { packed, unpacked } from './packing.ts';
import { orNull } from './unreadable.ts';

describe('An index of the directory', () => {
  it('that can’t be read is none, and somebody is told', async () => {
    const told: string[] = [];
    const bytes = await packed(manyCards(3).map((card) => entryOf(card)));
    for (const damaged of [bytes.subarray(0, 20), Buffer.from('{}')])
      expect(
        await orNull(
          () => unpacked(damaged),
          (message) => told.push(message),
        ),
      ).toBeNull();
    expect(told).toEqual(Array(2).fill('the index of the directory can’t be read'));
  });

  it('that can be is what it holds, and nothing is said', async () => {
    const told: string[] = [];
    const entries = manyCards(3).map((card) => entryOf(card));
    const bytes = await packed(entries);
    expect(
      await orNull(
        () => unpacked(bytes),
        (message) => told.push(message),
      ),
    ).toEqual(entries);
    expect(told).toEqual([]);
  });
});
