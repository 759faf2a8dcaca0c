import { describe, expect, it } from 'vitest';
import { each, eachApart } from './each.ts';

/** Works that say when they begin and end, and end one turn later. */
function watched() {
  const said: string[] = [];
  const work = async (name: string) => {
    said.push(`${name} begins`);
    await Promise.resolve();
    if (name === 'poison') throw new Error('poison');
    said.push(`${name} ends`);
  };
  return { said, work };
}

describe('Swept items', () => {
  it('are done one after the other, in order', async () => {
    const { said, work } = watched();
    expect(await each(['a', 'b'], work)).toBe(0);
    expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('are done so many at a time where they do not meet, and no more', async () => {
    const { said, work } = watched();
    await each(['a', 'b', 'c'], work, 2);
    expect(said).toEqual(['a begins', 'b begins', 'a ends', 'b ends', 'c begins', 'c ends']);
  });

  it.each([1, 2])('are not held up by one that fails, %i at a time', async (together) => {
    const { said, work } = watched();
    expect(await each(['poison', 'a', 'b'], work, together)).toBe(1);
    expect(said.filter((line) => line.endsWith('ends'))).toEqual(['a ends', 'b ends']);
  });

  it('are done one after the other where they meet, beside those that they do not meet', async () => {
    const { said, work } = watched();
    const laureates = new Map(Object.entries({ a: 'one', b: 'one', c: 'other' }));
    expect(await eachApart(['a', 'b', 'c'], (name) => laureates.get(name), work, 2)).toBe(0);
    expect(said.slice(0, 4)).toEqual(['a begins', 'c begins', 'a ends', 'c ends']);
    expect(said.slice(4)).toEqual(['b begins', 'b ends']);
  });

  it('are counted as failed wherever they failed', async () => {
    const { said, work } = watched();
    expect(await eachApart(['poison', 'poison', 'a'], (name) => name.slice(0, 3), work, 2)).toBe(2);
    expect(said).toContain('a ends');
  });
});
