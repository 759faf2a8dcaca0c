import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scheduleNames } from '../../functions/src/domain/health/schedules.ts';
import { root } from '../../tools/commands.ts';
import { billOf, billTable, billWords, idle, nightReadsOf, prices, totalOf, volumesOf } from './bill.ts';

const mission = JSON.parse(readFileSync(join(root, 'bench', 'cost', 'budget.json'), 'utf8'));
const page = readFileSync(join(root, 'docs', 'cost.md'), 'utf8');
const nothing = volumesOf(0, mission);

describe('The estimate of a month', () => {
  it('is the one that docs/cost.md prints', () => {
    expect(page).toContain(billTable(mission));
  });

  it.each(billWords(mission))('is told there by its own figures: %s', (words) => {
    expect(page).toContain(words);
  });

  it('counts every schedule, what each writes to say that it ended, and what retention reads and deletes', () => {
    expect(idle.schedules).toBe(scheduleNames.length + 1);
    // Each quarter of an hour, each third of an hour twice, each half-hour, each hour twice, ten a day.
    expect(idle.writes).toBe(30 * (96 + 2 * 72 + 48 + 2 * 24 + 10));
    expect(nothing.writes).toBe(idle.writes);
    expect(volumesOf(1, mission).deletes).toBeGreaterThan(0);
    expect(volumesOf(1, mission).reads).toBeGreaterThan(nightReadsOf(1));
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
