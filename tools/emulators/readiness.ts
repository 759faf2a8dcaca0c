import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmulatorName } from './configuration.ts';
import { host, type Ports } from './ports.ts';

interface Start {
  readonly lines: AsyncIterable<string>;
  readonly ended: Promise<void>;
  readonly logFile: string;
  readonly only: readonly EmulatorName[];
  readonly ports: Ports;
  readonly downloading: boolean;
  readonly progress?: (line: string) => void;
  readonly log?: (line: string) => void;
}

const patienceMs = { plain: 120_000, downloading: 900_000 };

/** Said once every emulator listens and the functions' triggers are registered; the hub lists emulators before that. */
const readyLine = 'All emulators ready!';
/** firebase-tools goes on without the functions then: a suite that answers and does nothing. */
const brokenFunctions = /Failed to load function definition|Failed to start Functions emulator/;

/** Resolves when the suite is ready; rejects when it ends first, loads no functions, or takes too long. */
export async function reportReady(start: Start): Promise<void> {
  const startedAt = performance.now();
  const giveUp = new AbortController();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  const answering = Promise.all(
    start.only.map(async (name) => {
      await listening(start.ports[name], giveUp.signal);
      if (!giveUp.signal.aborted) start.progress?.(`${name} answers on ${host}:${start.ports[name]} (${seconds()})`);
    }),
  );
  const patience = start.downloading ? patienceMs.downloading : patienceMs.plain;
  try {
    await Promise.race([
      Promise.all([answering, readiness(start)]),
      start.ended.then(() => fail(start.logFile, 'The emulators ended before they were ready.')),
      pause(patience, undefined, { signal: giveUp.signal }).then(() =>
        fail(start.logFile, `The emulators are not ready after ${patience / 1000} s.`),
      ),
    ]);
  } finally {
    giveUp.abort();
  }
}

/** Reads on after the suite is ready, for `log` and so that the pipe never fills. */
function readiness(start: Start): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = async () => {
      for await (const line of start.lines) {
        start.log?.(line);
        if (line.includes(readyLine)) resolve();
        if (brokenFunctions.test(line)) reject(await failure(start.logFile, 'The functions could not be loaded.'));
      }
    };
    read().catch(reject);
  });
}

async function listening(port: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await accepts(port))) await pause(150);
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

async function fail(logFile: string, problem: string): Promise<never> {
  throw await failure(logFile, problem);
}

async function failure(logFile: string, problem: string): Promise<Error> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  return new Error([problem, `The end of ${logFile}:`, ...lines.slice(-15).map((line) => `  ${line}`)].join('\n'));
}
