import { describe, expect, it } from 'vitest';
import { Faults } from './faults.ts';

const met = (faults: Faults, order: readonly number[]) =>
  new Map(order.map((mission) => [mission, faults.strikes('badFile', mission)]));
const missions = Array.from({ length: 400 }, (_none, place) => place);

describe('what goes wrong', () => {
  it('is decided by the seed and by what it happens to, not by what happened before', () => {
    const forwards = met(new Faults(1), missions);
    const backwards = met(new Faults(1), [...missions].reverse());
    for (const mission of missions) expect(backwards.get(mission)).toBe(forwards.get(mission));
    expect([...met(new Faults(2), missions).values()]).not.toEqual([...forwards.values()]);
  });

  it('happens about as often as its row says, and is counted', () => {
    const faults = new Faults(1);
    met(faults, missions);
    expect(faults.injected('badFile')).toBeGreaterThan(60);
    expect(faults.injected('badFile')).toBeLessThan(140);
    expect(faults.injected('callDies')).toBe(0);
  });
});
