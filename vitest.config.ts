import { defineConfig } from 'vitest/config';

/** Searches what all the others made the functions log. */
const logs = 'tests/logs.emulator.test.ts';
/** Kills the functions of the suite: firebase-tools may not survive the next reload of its triggers. */
const kills = 'tools/simulate/kill.emulator.test.ts';
const outside = ['**/node_modules/**', '**/dist/**'];
/** They start a suite of their own, or play whole programmes in a database of their own: nothing of theirs meets what the others do. */
const apart = [
  'tools/emulators/launch.emulator.test.ts',
  'tools/backup/backup.emulator.test.ts',
  'tools/seed/demonstration.emulator.test.ts',
  'tools/simulate/{year,simulate}.emulator.test.ts',
  'functions/src/store/{laureates,missions,notifications,retention}/*.emulator.test.ts',
];

/**
 * A project per cost, one for what can run beside all others, and two last ones. All but `unit` ask the runner (`tools/test.ts`) for a started suite and
 * fail without it. The runner says which run at the same time; alone, vitest runs one group after the other.
 */
export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['**/*.test.ts'],
          exclude: [...outside, '**/*.emulator.test.ts', '**/*.browser.test.ts'],
          // The default leaves one of two cores idle.
          maxWorkers: '100%',
          // They keep nothing outside of themselves: loading the domain anew for each of two hundred files took more time than the tests.
          isolate: false,
          // Five seconds is no verdict on a machine that several suites share; a test that hangs still ends.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'apart',
          sequence: { groupOrder: 0 },
          include: apart,
          maxWorkers: '100%',
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'emulator',
          sequence: { groupOrder: 1 },
          include: ['**/*.emulator.test.ts'],
          exclude: [...outside, ...apart, logs, kills],
          // One process for them all: forty files would each load the Admin SDK anew. What they share is the suite, in any case.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Storage verdicts go through one process that answers one at a time: files in sequence keep them apart.
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['**/*.browser.test.ts'],
          exclude: outside,
          // As above: what they share is the suite.
          isolate: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'last',
          sequence: { groupOrder: 3 },
          include: [logs],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'killed',
          sequence: { groupOrder: 4 },
          include: [kills],
          testTimeout: 240_000,
        },
      },
    ],
  },
});
