import { describe, expect, it } from 'vitest';
import { cameFirst, lostRaceOrGone } from './lost-race.ts';

const failing = (code: number | string) => Promise.reject(Object.assign(new Error('failed'), { code }));

describe('A write', () => {
  it('comes first when nothing stops it', async () => {
    expect(await cameFirst(Promise.resolve())).toBe(true);
  });

  it.each([6, 9, 10])('comes second where Firestore answers %i: somebody else has written', async (code) => {
    expect(await cameFirst(failing(code))).toBe(false);
  });

  it('to a document that is gone fails, but for who says that it may be', async () => {
    await expect(cameFirst(failing(5))).rejects.toThrow('failed');
    expect(await cameFirst(failing(5), lostRaceOrGone)).toBe(false);
  });

  it('that fails for any other reason is no lost race', async () => {
    await expect(cameFirst(failing(14), lostRaceOrGone)).rejects.toThrow('failed');
    await expect(cameFirst(Promise.reject('10'))).rejects.toBe('10');
  });
});
