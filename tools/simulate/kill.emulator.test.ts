import { describe, expect, it } from 'vitest';
import { brokenOf } from './checking.ts';
import { playAndKill } from './kill.ts';

/** Whose children the functions of the suite are (`tools/test.ts`). */
const suite = Number(process.env.SUR_MESURE_SUITE_PID);

describe('killing the processes of the functions at random moments', () => {
  it('loses no mail and no PDF, and doubles no line, once the sweeps have passed', async () => {
    expect(suite).toBeGreaterThan(0);
    const killed = await playAndKill({ operations: 24, seed: 1, suite });
    expect(killed.processes).toBeGreaterThan(0);
    expect(brokenOf(killed.verdicts)).toEqual([]);
  }, 240_000);
});
