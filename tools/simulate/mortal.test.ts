import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Death, makeMortal, mayDie } from './mortal.ts';

/** No server: what reaches the database is what passes through the client's funnel. */
const firestore = getFirestore(initializeApp({ projectId: 'demo-sur-mesure-mortal' }, 'mortal'));
const arrived: string[] = [];
Reflect.set(firestore, 'request', async (method: string, asked: { readonly name: string }) => {
  arrived.push(`${method} ${asked.name}`);
});
makeMortal(firestore);

let tidied = false;

beforeEach(() => {
  arrived.length = 0;
  tidied = false;
});

async function write(name: string): Promise<void> {
  const request: unknown = Reflect.get(firestore, 'request');
  if (typeof request === 'function') await request.call(firestore, 'commit', { name });
}

async function work(): Promise<string> {
  try {
    for (const name of ['first', 'second', 'third']) await write(name);
    return 'done';
  } finally {
    tidied = true;
  }
}

describe('work whose process may die', () => {
  it('is done whole when it does not', async () => {
    expect(await mayDie(null, work)).toBe('done');
    expect(arrived).toEqual(['commit first', 'commit second', 'commit third']);
  });

  it.each<[Death, string[]]>([
    [{ atWrite: 1, writeArrives: false }, []],
    [{ atWrite: 1, writeArrives: true }, ['commit first']],
    [{ atWrite: 2, writeArrives: false }, ['commit first']],
    [{ atWrite: 2, writeArrives: true }, ['commit first', 'commit second']],
  ])('dies of %j, and leaves what had arrived: nothing tidies up', async (death, left) => {
    expect(await mayDie(death, work)).toBe('died');
    expect(arrived).toEqual(left);
    expect(tidied).toBe(false);
  });

  it('does not die of a write that it never makes, nor does what runs beside it', async () => {
    const [lived, died] = await Promise.all([
      mayDie({ atWrite: 9, writeArrives: false }, work),
      mayDie({ atWrite: 1, writeArrives: false }, work),
    ]);
    expect([lived, died]).toEqual(['done', 'died']);
    expect(arrived).toEqual(['commit first', 'commit second', 'commit third']);
  });
});
