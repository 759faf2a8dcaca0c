import { describe, expect, it } from 'vitest';
import { recorded } from './recorded.ts';

describe('The end of a schedule', () => {
  it('is written when all of its work was done', async () => {
    const written: string[] = [];
    const write = async (schedule: string) => {
      written.push(schedule);
    };
    await recorded('countFigures', async () => undefined, write);
    await recorded('sweepTasks', async () => 0, write);
    expect(written).toEqual(['countFigures', 'sweepTasks']);
  });

  it('is not when one item failed, which makes it late and known, nor when the work broke off', async () => {
    const write = () => Promise.reject(new Error('written all the same'));
    await expect(recorded('reconcileLedgers', async () => 2, write)).rejects.toThrow('2 of its items failed');
    const broken = () => Promise.reject(new Error('poison'));
    await expect(recorded('retainData', broken, write)).rejects.toThrow('poison');
  });
});
