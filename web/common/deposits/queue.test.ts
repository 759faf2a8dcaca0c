import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import { type CarryOptions, type Deposit, DepositQueue, type Kept } from './queue.ts';

const deposit = (id: string): Omit<Deposit, 'step'> => ({
  id,
  name: `${id}.pdf`,
  size: 10,
  target: { piece: 'other', missionId: null, laureateId: 'lac' },
  file: new File(['x'], `${id}.pdf`),
  uploadId: null,
});

/** A queue whose deposits are carried by hand: each test says when and how each one ends. */
function byHand(atOnce = 2) {
  let shown: readonly Deposit[] = [];
  const started: string[] = [];
  const kept: string[] = [];
  const ends = new Map<string, (answer: Kept | Refusal) => void>();
  const options = new Map<string, CarryOptions>();
  const queue = new DepositQueue({
    atOnce,
    onChange: (deposits) => {
      shown = deposits;
    },
    onKept: ({ id }) => kept.push(id),
    carry: ({ id }, given) => {
      started.push(id);
      options.set(id, given);
      return new Promise((resolve) => ends.set(id, resolve));
    },
  });
  const end = async (id: string, answer: Kept | Refusal) => {
    ends.get(id)?.(answer);
    await Promise.resolve();
    await Promise.resolve();
  };
  const steps = () => Object.fromEntries(shown.map(({ id, step }) => [id, step.name]));
  return { queue, started, kept, end, steps, options, shown: () => shown };
}

const lost = refuse('upload_interrupted', 'La connexion a été coupée.');

describe('a queue of deposits', () => {
  test('sends two at once, the third when one has gone', async () => {
    const { queue, started, end, steps } = byHand();
    queue.add(['a', 'b', 'c'].map(deposit));
    expect(started).toEqual(['a', 'b']);
    expect(steps()).toEqual({ a: 'sending', b: 'sending', c: 'waiting' });
    await end('a', { fileId: 'f' });
    expect(started).toEqual(['a', 'b', 'c']);
  });

  test('does not wait for a verdict before it sends the next', () => {
    const { queue, started, options, steps } = byHand(1);
    queue.add(['a', 'b'].map(deposit));
    options.get('a')?.onStep({ name: 'checking', again: false });
    expect(started).toEqual(['a', 'b']);
    expect(steps()).toEqual({ a: 'checking', b: 'sending' });
  });

  test('goes on after a failure, which is tried again without choosing the file again', async () => {
    const { queue, started, kept, end, steps, shown } = byHand(1);
    queue.add(['a', 'b'].map(deposit));
    await end('a', lost);
    expect(steps()).toEqual({ a: 'failed', b: 'sending' });
    expect(shown()[0]?.step).toMatchObject({ message: lost.message, retry: true });
    await end('b', { fileId: 'g' });
    queue.retry(['a']);
    expect(started).toEqual(['a', 'b', 'a']);
    await end('a', { fileId: 'f' });
    expect(kept).toEqual(['b', 'a']);
  });

  test.each([
    ['a file that was refused', refuse('file_rejected', 'Ce PDF contient un programme.'), deposit('a')],
    ['a verdict awaited since an earlier visit', lost, { ...deposit('a'), file: null, uploadId: 'u' }],
  ])('does not offer to send again %s', async (_name, refusal, one) => {
    const { queue, end, shown } = byHand();
    queue.add([one]);
    await end('a', refusal);
    expect(shown()[0]?.step).toEqual({ name: 'failed', message: refusal.message, retry: false });
  });

  test('stops what is taken away, and its late answer changes nothing', async () => {
    const { queue, started, kept, end, options, steps } = byHand(1);
    queue.add(['a', 'b'].map(deposit));
    queue.remove('a');
    expect(options.get('a')?.signal.aborted).toBe(true);
    expect(started).toEqual(['a', 'b']);
    await end('a', { fileId: 'f' });
    expect(kept).toEqual([]);
    expect(steps()).toEqual({ b: 'sending' });
  });

  test('takes each deposit once', () => {
    const { queue, started } = byHand();
    queue.add([deposit('a')]);
    queue.add([deposit('a')]);
    expect(started).toEqual(['a']);
  });
});
