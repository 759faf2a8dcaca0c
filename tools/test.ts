import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAll } from './build/build.ts';
import { root, run } from './commands.ts';
import { lastingJava } from './emulators/environment.ts';
import { EmulatorsUnavailable } from './emulators/failure.ts';
import { portsFor, requestedOffset } from './emulators/ports.ts';
import { startProgramme } from './programme-suite.ts';

/**
 * `npm test`: lint, types, build, then every test in one run of vitest beside a started suite, on ports and a project of its own, so that it
 * works while `npm start` is running. What is typed after `--` goes to vitest (`npm test -- --project unit`).
 */
const started = Date.now();
const say = (line: string) => console.log(`[${((Date.now() - started) / 1_000).toFixed(0).padStart(3)} s] ${line}`);
const reportFile = join(root, '.emulators', 'vitest.json');
// Forty files and as many functions each load the Admin SDK in a process of its own: compiled once, it takes half the time.
process.env.NODE_COMPILE_CACHE ??= join(root, '.emulators', 'compile-cache');

async function test(vitest: readonly string[]): Promise<number> {
  say('Lint and types…');
  for (const [command, ...values] of checks) {
    const failed = await run(command, values);
    if (failed !== 0) return failed;
  }
  await buildAll(['production', 'emulator'], say);
  const ports = portsFor('test', requestedOffset(vitest, process.env));
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
    await rm(reportFile, { force: true });
    say('Tests…');
    const environment = {
      ...suite.emulators.env,
      SUR_MESURE_ORIGIN: suite.origin,
      SUR_MESURE_INBOX: suite.inbox.address,
      SUR_MESURE_SUITE_LOG: suite.emulators.logFile,
      // Whose children the processes of the functions are, for the tests that kill some.
      SUR_MESURE_SUITE_PID: `${process.pid}`,
    };
    code = await run(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`, ...vitest],
      environment,
    );
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

/** The last line, for people and for continuous integration. */
async function sayTotals(): Promise<void> {
  const report: unknown = JSON.parse(await readFile(reportFile, 'utf8'));
  const count = (name: string) =>
    typeof report === 'object' && report !== null ? Number(Reflect.get(report, name) ?? 0) : 0;
  say('Done.');
  console.log(
    `${count('numPassedTests')} passed, ${count('numFailedTests')} failed, ${count('numPendingTests')} skipped`,
  );
}

process.exitCode = await test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof EmulatorsUnavailable ? error.message : error);
  return 1;
});
