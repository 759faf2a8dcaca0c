import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { root, run } from '../../tools/commands.ts';
import { startEmulators } from '../../tools/emulators/launch.ts';
import { host, portsFor, requestedOffset } from '../../tools/emulators/ports.ts';
import type { Goal } from '../goal.ts';

/** Longest that a year of the whole demonstration may take, its mails sent to a real server. */
const LONGEST_MS = 120_000;
const year = 'tools/simulate/year.emulator.test.ts';
const reportFile = join(root, '.emulators', 'year.json');
const report = z.object({ success: z.boolean(), numPassedTests: z.int().min(1) });

/**
 * The simulated year that `npm test` lives a season of, with everything that it asserts: a year in which something is missed, sent twice or too often has no
 * duration. Beside the two emulators that it writes to, under the name of its own project: of another one, each request is a warning in two logs.
 */
export async function goals(): Promise<Goal[]> {
  const ports = portsFor('bench', requestedOffset(process.argv, process.env));
  const projectId = 'demo-sur-mesure-year';
  const emulators = await startEmulators({ projectId, ports, only: ['firestore', 'storage'], userInterface: false });
  try {
    await rm(reportFile, { force: true });
    // By the clock: the report times the tests alone, and the year is lived before the first of them.
    const started = performance.now();
    await run(
      'vitest',
      ['run', '--project=apart', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, year],
      {
        environment: {
          ...emulators.env,
          SUR_MESURE_YEAR: 'whole',
          // What else the tests ask of a started suite; nobody signs in or opens a page here, and the year has a mail server of its own.
          FIREBASE_AUTH_EMULATOR_HOST: `${host}:${ports.auth}`,
          SUR_MESURE_ORIGIN: `http://${host}:${ports.hosting}`,
          SUR_MESURE_INBOX: `http://${host}`,
          SUR_MESURE_SUITE_LOG: emulators.logFile,
        },
      },
    );
    const ours = performance.now() - started;
    await requireSuccess();
    return [{ name: 'a year of the demonstration', ours, reference: LONGEST_MS, goal: 1, unit: 'ms' }];
  } finally {
    await emulators.stop();
  }
}

/** @throws Error when something of the year did not go as it must. */
async function requireSuccess(): Promise<void> {
  const { success } = report.parse(JSON.parse(await readFile(reportFile, 'utf8')));
  if (!success) throw new Error('The year did not go as it must: see what is printed above.');
}
