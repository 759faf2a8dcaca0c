import { expect, it } from 'vitest';
import { Turns } from './turns.ts';

/** A work that ends when it is told to. */
function work() {
  let began = false;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const begin = () => {
    began = true;
    return promise;
  };
  return { begin, began: () => began, end: () => resolve('done'), fail: () => reject(new Error('lost')) };
}
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

it('works on one thing wait for each other, in the order in which they came', async () => {
  const turns = new Turns();
  const [first, second, third] = [work(), work(), work()];
  const answers = [first, second, third].map(({ begin }) => turns.take('atelier', begin));
  await nextTurn();
  expect([first.began(), second.began(), third.began()]).toEqual([true, false, false]);
  first.end();
  await nextTurn();
  expect([second.began(), third.began()]).toEqual([true, false]);
  second.end();
  third.end();
  expect(await Promise.all(answers)).toEqual(['done', 'done', 'done']);
});

it('works on two things do not', async () => {
  const turns = new Turns();
  const [here, there] = [work(), work()];
  const answers = [turns.take('atelier', here.begin), turns.take('bocal', there.begin)];
  await nextTurn();
  expect([here.began(), there.began()]).toEqual([true, true]);
  here.end();
  there.end();
  await Promise.all(answers);
});

it('one that fails tells whoever asked, and lets the next one go; nothing is kept once all are over', async () => {
  const turns = new Turns();
  const [failing, next] = [work(), work()];
  const failed = turns.take('atelier', failing.begin);
  const followed = turns.take('atelier', next.begin);
  failing.fail();
  await expect(failed).rejects.toThrow('lost');
  next.end();
  expect(await followed).toBe('done');
  await nextTurn();
  expect(turns.size).toBe(0);
});
