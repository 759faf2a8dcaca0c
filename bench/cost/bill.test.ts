import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../tools/commands.ts';
import { billOf, billTable, prices, totalOf, volumesOf } from './bill.ts';

const mission = JSON.parse(readFileSync(join(root, 'bench', 'cost', 'budget.json'), 'utf8'));
const nothing = volumesOf(0, mission);

describe('The estimate of a month', () => {
  it('is the one that docs/cost.md prints', () => {
    expect(readFileSync(join(root, 'docs', 'cost.md'), 'utf8')).toContain(billTable(mission));
  });

  it('asks nothing for what is free, and for what is past it the price of each', () => {
    const reads = (count: number) => billOf({ ...nothing, reads: count }).reads;
    expect(reads(prices.reads.free)).toBe(0);
    expect(reads(prices.reads.free + 100_000)).toBeCloseTo(0.06);
  });

  it('of a programme without anybody is that of its schedules', () => {
    expect(totalOf(billOf(nothing))).toBeCloseTo(billOf(nothing).schedules);
  });

  it('of a programme ten times as large is never more than ten times what is free and what is paid', () => {
    for (const item of ['reads', 'writes', 'invocations', 'sentGb'] as const)
      expect(volumesOf(10, mission)[item]).toBeLessThanOrEqual(10 * volumesOf(1, mission)[item]);
  });
});
