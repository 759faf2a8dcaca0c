import { describe, expect, it } from 'vitest';
import { Together } from './together.ts';

/** Keeps what each request asks for; those of `failing` fail. */
function store({ failing = false } = {}) {
  const requests: (readonly string[])[] = [];
  const together = new Together(async (paths) => {
    requests.push(paths);
    if (failing) throw new Error('14 UNAVAILABLE');
    return paths.map((path) => ({ ref: { path } }));
  });
  const read = async (...paths: readonly string[]) => (await together.documents(paths)).map(({ ref }) => ref.path);
  return { requests, read };
}

describe('Documents asked for at the same time', () => {
  it('go in one request, each once, and everybody has its own in order', async () => {
    const { requests, read } = store();
    expect(await Promise.all([read('b', 'a'), read('a'), read()])).toEqual([['b', 'a'], ['a'], []]);
    expect(requests).toEqual([['b', 'a']]);
  });

  it('go with those that kept promises lead to', async () => {
    const { requests, read } = store();
    const after = async () => {
      for (const promise of [Promise.resolve(), Promise.resolve()]) await promise;
      return read('b');
    };
    await Promise.all([read('a'), after()]);
    expect(requests).toEqual([['a', 'b']]);
  });

  it('are read again by whoever asks later', async () => {
    const { requests, read } = store();
    await read('a');
    await read('a');
    expect(requests).toEqual([['a'], ['a']]);
  });

  it('fail together, and nobody after them', async () => {
    const { requests, read } = store({ failing: true });
    const [one, other] = await Promise.allSettled([read('a'), read('b')]);
    expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
    await expect(read('c')).rejects.toThrow('UNAVAILABLE');
    expect(requests).toEqual([['a', 'b'], ['c']]);
  });
});
