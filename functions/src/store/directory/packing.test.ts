import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../domain/directory/entry.ts';
import { cardWith, manyCards } from '../../domain/directory/testing/cards.ts';
import { LARGEST_PACK, packed, unpacked } from './packing.ts';

describe('The index of the directory', () => {
  it('gives back what was put in it', async () => {
    const entries = manyCards(100).map((card) => entryOf(card));
    expect(await unpacked(await packed(entries))).toEqual(entries);
  });

  it('gives back what each company says of its availability', async () => {
    const said = [{ kind: 'now' }, { kind: 'from', day: '2026-04-01' }, { kind: 'notNow' }, null] as const;
    const entries = said.map((availability, index) => entryOf(cardWith({ id: `e${index}`, availability })));
    expect((await unpacked(await packed(entries))).map(({ availability }) => availability)).toEqual(said);
  });

  it('holds two thousand experts whole in one document', async () => {
    const entries = manyCards(2_000).map((card) => entryOf(card));
    const bytes = await packed(entries);
    expect(bytes.length).toBeLessThan(LARGEST_PACK);
    expect(await unpacked(bytes)).toEqual(entries);
  });

  it('holds two thousand who all wrote as much as they can, none the same, each in less room', async () => {
    const entries = Array.from({ length: 2_000 }, (_, index) =>
      entryOf(
        cardWith({
          id: `e${index}`,
          skills: randomBytes(700)
            .toString('hex')
            .replaceAll(/(.{9})/g, '$1 '),
        }),
      ),
    );
    const bytes = await packed(entries);
    expect(bytes.length).toBeLessThanOrEqual(LARGEST_PACK);
    const kept = await unpacked(bytes);
    expect(kept.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    for (const { skills } of kept) expect(skills.endsWith('…')).toBe(true);
  });
});
