import { describe, expect, it } from 'vitest';
import { listedLaureate } from '../lists/laureates.ts';
import type { Laureate } from './laureate.ts';
import { partnersOf as partnersIn, sharedNeeds, sharersOf } from './sharing.ts';
import { atelier, now, opened } from './testing/records.ts';

const open = (id: string, subthemes: readonly string[]): Laureate => ({
  ...{ ...atelier, id, name: `Manufacture ${id}`, openToSharing: opened },
  note: { version: 1, subthemes, accepted: false, at: now },
});
const partnersOf = (reader: Laureate, others: readonly Laureate[]) => partnersIn(reader, others.map(listedLaureate));
const own = open('own', ['4.2', '10.1', '1.1']);
const named = (...found: readonly Laureate[]) => partnersOf(own, found).map(({ laureateId }) => laureateId);

describe('Laureates that may share a mission', () => {
  it('are those that said yes and are active, and never the one that asks', () => {
    const bocal = open('bocal', ['4.2']);
    expect(named(own, bocal)).toEqual(['bocal']);
    expect(named({ ...bocal, openToSharing: null })).toEqual([]);
    for (const status of ['suspended', 'withdrawn', 'merged'] as const) expect(named({ ...bocal, status })).toEqual([]);
  });

  it('are shown to one that said yes itself, while it is active', () => {
    const others = [open('bocal', ['4.2'])];
    expect(partnersOf(own, others)).toHaveLength(1);
    expect(partnersOf({ ...own, openToSharing: null }, others)).toEqual([]);
    expect(partnersOf({ ...own, status: 'suspended' }, others)).toEqual([]);
  });

  it('come by what they have in common, then by name, those with nothing in common last', () => {
    const [none, zoe, eric, two] = [
      open('a', ['2.1']),
      open('z', ['4.2']),
      open('é', ['10.1']),
      open('t', own.note?.subthemes ?? []),
    ];
    expect(named(none, zoe, eric, two, { ...open('n', []), note: null })).toEqual(['t', 'é', 'z', 'a', 'n']);
  });

  it('are known by their name and the needs of both: no amount, no other need', () => {
    expect(partnersOf(own, [open('bocal', ['9.1', '10.1', '4.2'])])).toEqual([
      { laureateId: 'bocal', name: 'Manufacture bocal', subthemes: ['4.2', '10.1'] },
    ]);
  });
});

describe('A need that others have', () => {
  const subthemes = ['4.2'];
  const have = (...ids: readonly string[]) => ids.map((id) => open(id, subthemes));
  const needsOf = (others: readonly Laureate[]) => sharedNeeds(partnersOf(own, others));

  it('is proposed with who has it, the most shared first', () => {
    const others = [open('a', ['4.2']), open('b', ['4.2', '10.1']), open('c', ['9.1'])];
    expect(needsOf(others)).toEqual({
      sharers: 2,
      needs: [
        { subtheme: '4.2', names: ['Manufacture b', 'Manufacture a'], others: 0 },
        { subtheme: '10.1', names: ['Manufacture b'], others: 0 },
      ],
    });
    expect(needsOf([])).toEqual({ sharers: 0, needs: [] });
  });

  it('names four at most, and counts the others', () => {
    expect(needsOf(have('a', 'b', 'c', 'd')).needs).toMatchObject([{ names: { length: 4 }, others: 0 }]);
    const names = ['Manufacture a', 'Manufacture b', 'Manufacture c'];
    expect(needsOf(have('a', 'b', 'c', 'd', 'e'))).toEqual({
      sharers: 5,
      needs: [{ subtheme: '4.2', names, others: 2 }],
    });
  });

  it('says all who have it, by name, when that is asked', () => {
    const partners = partnersOf(own, [...have('é', 'z', 'a'), open('f', ['4.2', '10.1']), open('b', ['10.1'])]);
    const names = ['a', 'é', 'f', 'z'].map((id) => `Manufacture ${id}`);
    expect(sharersOf('4.2', partners)).toEqual(names);
    expect(sharersOf('9.1', partners)).toEqual([]);
  });
});
