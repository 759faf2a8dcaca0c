import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../../tools/commands.ts';
import type { Goal } from '../goal.ts';

/** Longest that a year of the whole demonstration may take, its mails sent to a real server. */
const LONGEST_MS = 120_000;
const report = z.object({
  success: z.boolean(),
  testResults: z.array(z.object({ startTime: z.number(), endTime: z.number() })),
});

/**
 * The simulated year that `npm test` lives a season of, with everything that it asserts: a year in which something is missed, sent twice or too often has no
 * duration. It needs a started suite, and so goes through the command of the tests.
 */
export async function goals(): Promise<Goal[]> {
  const environment = { ...process.env, SUR_MESURE_YEAR: 'whole' };
  const command = [join(root, 'tools', 'test.ts'), 'tools/simulate/year.emulator.test.ts'];
  spawnSync(process.execPath, command, { stdio: 'inherit', env: environment });
  const { success, testResults } = report.parse(
    JSON.parse(readFileSync(join(root, '.emulators', 'vitest.json'), 'utf8')),
  );
  const [lived] = testResults;
  if (!success || lived === undefined) throw new Error('The year did not go as it must: see what is printed above.');
  const ours = lived.endTime - lived.startTime;
  return [{ name: 'a year of the demonstration', ours, reference: LONGEST_MS, goal: 1, unit: 'ms' }];
}
