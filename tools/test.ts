import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { buildAll } from './build/build.ts';
import { type Running, root, run } from './commands.ts';
import { lastingJava } from './emulators/environment.ts';
import { EmulatorsUnavailable } from './emulators/failure.ts';
import { portsFor, requestedOffset, withoutOffset } from './emulators/ports.ts';
import { textOfOptional } from './optional-file.ts';
import { startProgramme } from './programme-suite.ts';
import { steps } from './test-lanes.ts';

/**
 * `npm test`: lint, types, build, then every test with vitest beside a started suite, on ports and a project of its own, so that it works while
 * `npm start` is running. What is typed after `--` goes to vitest, which then runs once (`npm test -- --project unit`).
 */
const started = Date.now();
const say = (line: string) => console.log(`[${((Date.now() - started) / 1_000).toFixed(0).padStart(3)} s] ${line}`);
const reports = join(root, '.emulators', 'vitest');
// Forty files and as many functions each load the Admin SDK in a process of its own: compiled once, it takes half the time.
process.env.NODE_COMPILE_CACHE ??= join(root, '.emulators', 'compile-cache');

async function test(commandLine: readonly string[]): Promise<number> {
  say('Lint and types…');
  for (const [command, ...values] of checks) {
    const failed = await run(command, values);
    if (failed !== 0) return failed;
  }
  await buildAll(['production', 'emulator'], say);
  const ports = portsFor('test', requestedOffset(commandLine, process.env));
  say('Emulators…');
  const suite = await startProgramme({
    projectId: 'demo-sur-mesure-test',
    ports,
    inboxPorts: { smtp: 0, web: 0 },
    stopOnSignals: true,
    environment: lastingJava,
    progress: say,
  });
  const asked = withoutOffset(commandLine);
  let code = 1;
  try {
    await rm(reports, { recursive: true, force: true });
    say('Tests…');
    const environment = {
      ...suite.emulators.env,
      SUR_MESURE_ORIGIN: suite.origin,
      SUR_MESURE_INBOX: suite.inbox.address,
      SUR_MESURE_SUITE_LOG: suite.emulators.logFile,
      // Whose children the processes of the functions are, for the tests that kill some.
      SUR_MESURE_SUITE_PID: `${process.pid}`,
    };
    code = await (asked.length > 0 ? vitest('asked', asked, { environment }) : wholeRun(environment));
  } finally {
    await suite.stop();
  }
  await sayTotals(asked.length > 0 ? ['asked'] : steps.flat().map(({ name }) => name));
  return code;
}

const checks = [
  ['biome', 'check', '.'],
  ['tsc', '-p', '.'],
  ['tsc', '-p', 'web'],
  ['tsc', '-p', 'web/tsconfig.node.json'],
] as const;

type Environment = Readonly<Record<string, string>>;

/** Each lane to its end, even where another failed: the suite stops after all of them. */
async function wholeRun(environment: Environment): Promise<number> {
  const codes: number[] = [];
  for (const lanes of steps) {
    const ended = await Promise.allSettled(
      lanes.map(({ name, projects, priority }) => {
        const chosen = projects.flatMap((project) => ['--project', project]);
        const running = { environment, isOneOfMany: true, ...(priority !== undefined && { priority }) };
        return vitest(name, [...chosen, '--maxWorkers=1'], running);
      }),
    );
    for (const lane of ended) {
      if (lane.status === 'rejected') console.error(lane.reason);
      codes.push(lane.status === 'fulfilled' ? lane.value : 1);
    }
  }
  return Math.max(...codes);
}

function vitest(name: string, asked: readonly string[], running: Running): Promise<number> {
  return run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`, ...asked],
    running,
  );
}

const reportOf = (name: string) => join(reports, `${name}.json`);
const totals = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });

/** The last line, for people and for continuous integration: of all that ran. One that left no report is told, and failed by its exit code. */
async function sayTotals(names: readonly string[]): Promise<void> {
  const found = await Promise.all(
    names.map(async (name) => {
      const report = await textOfOptional(reportOf(name));
      if (report === null) console.error(`The tests « ${name} » left no report: they did not end.`);
      return report === null ? [] : [totals.parse(JSON.parse(report))];
    }),
  );
  const sum = (count: keyof z.infer<typeof totals>) => found.flat().reduce((total, one) => total + one[count], 0);
  say('Done.');
  console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${sum('numPendingTests')} skipped`);
}

process.exitCode = await test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof EmulatorsUnavailable ? error.message : error);
  return 1;
});
