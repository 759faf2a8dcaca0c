import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { firestore } from '../../../tests/suite.ts';
import { isRefusal, refuse } from '../domain/refusal.ts';
import { type Operation, once } from './operations.ts';

const tallies = firestore.collection('rateLimits');
const answer = z.object({ count: z.int() });
const tooMany = refuse('too-many', 'C’est trop.');

/** An effect that would be seen twice: one more on a counter, by a person of this test alone. */
function counting() {
  const counter = tallies.doc(randomUUID());
  const person = randomUUID();
  const asking = (operationId: string, by: number): Operation<{ count: number }> => ({
    ...{ actorUid: person, operationId, now: Date.now(), answer },
    asked: { action: 'count', by },
  });
  const count = (operationId: string, by = 1, meanwhile?: () => Promise<unknown>) =>
    once(firestore, asking(operationId, by), async (batch) => {
      await meanwhile?.();
      const read = await counter.get();
      const next = Number(read.get('count') ?? 0) + by;
      if (next > 5) return { answer: tooMany, batch: null };
      if (read.updateTime) batch.update(counter, { count: next }, { lastUpdateTime: read.updateTime });
      else batch.create(counter, { count: next });
      return { answer: { count: next }, batch };
    });
  return { count, counted: async () => (await counter.get()).get('count') };
}

const codeOf = (result: object) => (isRefusal(result) ? result.code : 'done');

describe('an operation that a client sends again', () => {
  it('gets its first answer, without a second effect', async () => {
    const { count, counted } = counting();
    const operationId = randomUUID();
    expect(await count(operationId)).toEqual({ count: 1 });
    await count(randomUUID());
    expect(await count(operationId)).toEqual({ count: 1 });
    expect(await counted()).toBe(2);
  });

  it('is refused when it asks for another thing under the same id; under a new id it is done', async () => {
    const { count, counted } = counting();
    const operationId = randomUUID();
    await count(operationId);
    expect(codeOf(await count(operationId, 2))).toBe('operation-reused');
    expect(await count(randomUUID(), 2)).toEqual({ count: 3 });
    expect(await counted()).toBe(3);
  });

  it('has one effect when it comes five times at once, and five operations have five', async () => {
    const { count, counted } = counting();
    const operationId = randomUUID();
    expect(await Promise.all(Array.from({ length: 5 }, () => count(operationId)))).toEqual(Array(5).fill({ count: 1 }));
    expect(await counted()).toBe(1);
    await Promise.all(Array.from({ length: 4 }, () => count(randomUUID())));
    expect(await counted()).toBe(5);
  });

  it('is not refused for what its own first call has just done: it gets that call’s answer', async () => {
    const { count, counted } = counting();
    const operationId = randomUUID();
    expect(await count(operationId, 5, () => count(operationId, 5))).toEqual({ count: 5 });
    expect(await counted()).toBe(5);
  });

  it('is refused for what another has just done', async () => {
    const { count, counted } = counting();
    expect(codeOf(await count(randomUUID(), 5, () => count(randomUUID(), 1)))).toBe('too-many');
    expect(await counted()).toBe(1);
  });

  it('is decided again after a refusal, which is not kept', async () => {
    const { count, counted } = counting();
    const operationId = randomUUID();
    const other = randomUUID();
    await count(other, 5);
    expect(codeOf(await count(operationId))).toBe('too-many');
    await count(randomUUID(), -1);
    expect(await count(operationId)).toEqual({ count: 5 });
    expect(await counted()).toBe(5);
  });
});
