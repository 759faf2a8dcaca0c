import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { buildAll } from './build/build.ts';
import { root, run } from './commands.ts';
import { lastingJava } from './emulators/environment.ts';
import { EmulatorsUnavailable } from './emulators/failure.ts';
import { portsFor, requestedOffset, withoutOffset } from './emulators/ports.ts';
import { startProgramme } from './programme-suite.ts';

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
    const asked = withoutOffset(commandLine);
    code = await (asked.length > 0 ? vitest('asked', asked, environment) : wholeRun(environment));
  } finally {
    await suite.stop();
  }
  await sayTotals();
  return code;
}

const checks = [
  ['biome', 'check', '.'],
  ['tsc', '-p', '.'],
  ['tsc', '-p', 'web'],
  ['tsc', '-p', 'web/tsconfig.node.json'],
] as const;

/** Projects of vitest (`vitest.config.ts`) that one worker runs. */
interface Lane {
  readonly name: string;
  readonly projects: readonly string[];
  /** As of `os.setPriority`: lets whatever is more urgent go first. */
  readonly priority?: number;
}

/**
 * The lanes of a step run at the same time. What shares the started suite goes file by file, and waits for what its triggers do; what needs no suite, or
 * has one of its own, works in the half of a core that this leaves, and gives way: people of the journeys must not wait for it. Rejected: a second suite for
 * every other file, which cost as much as it gave.
 */
const steps: readonly (readonly Lane[])[] = [
  [
    { name: 'suite', projects: ['emulator', 'browser'] },
    { name: 'beside', projects: ['apart', 'unit'], priority: 5 },
  ],
  [{ name: 'last', projects: ['last', 'killed'] }],
];

type Environment = Readonly<Record<string, string>>;

async function wholeRun(environment: Environment): Promise<number> {
  const codes: number[] = [];
  for (const lanes of steps) codes.push(...(await Promise.all(lanes.map((lane) => runLane(lane, environment)))));
  return Math.max(...codes);
}

function runLane({ name, projects, priority }: Lane, environment: Environment): Promise<number> {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return vitest(name, [...chosen, '--maxWorkers=1'], environment, priority);
}

function vitest(name: string, asked: readonly string[], environment: Environment, priority?: number): Promise<number> {
  const report = `--outputFile.json=${join(reports, `${name}.json`)}`;
  return run('vitest', ['run', '--reporter=default', '--reporter=json', report, ...asked], environment, priority);
}

const totals = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numPendingTests: z.number() });

/** The last line, for people and for continuous integration: of all that ran. */
async function sayTotals(): Promise<void> {
  const found = await Promise.all(
    (await readdir(reports)).map(async (name) => totals.parse(JSON.parse(await readFile(join(reports, name), 'utf8')))),
  );
  const sum = (count: keyof z.infer<typeof totals>) => found.reduce((total, one) => total + one[count], 0);
  say('Done.');
  console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${sum('numPendingTests')} skipped`);
}

process.exitCode = await test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof EmulatorsUnavailable ? error.message : error);
  return 1;
});
