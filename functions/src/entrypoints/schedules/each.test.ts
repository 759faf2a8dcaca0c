import { describe, expect, it } from 'vitest';
import { each } from './each.ts';

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
});
