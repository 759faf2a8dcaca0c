import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmulatorName } from './configuration.ts';
import { EmulatorsUnavailable } from './failure.ts';
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

/** The frames and tables that firebase-tools draws say nothing to a person who looks for a fault. */
const drawing = /^\s*$|[│┌├└]/;

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
  const output = new Output(start);
  try {
    await Promise.race([
      Promise.all([answering, output.ready]),
      start.ended.then(() => output.fail('The emulators ended before they were ready.')),
      pause(patience, undefined, { signal: giveUp.signal }).then(() =>
        output.fail(`The emulators are not ready after ${patience / 1000} s.`),
      ),
    ]);
  } finally {
    giveUp.abort();
  }
}

/** What firebase-tools prints, read to the end so that its pipe never fills, and its last lines kept for a failure. */
class Output {
  readonly ready: Promise<void>;
  private readonly start: Start;
  private lines: string[] = [];
  private broken = false;

  constructor(start: Start) {
    this.start = start;
    this.ready = new Promise((resolve, reject) => {
      this.read(() => (this.broken ? reject(this.failure('The functions could not be loaded.')) : resolve())).catch(
        reject,
      );
    });
  }

  fail(problem: string): never {
    throw this.failure(problem);
  }

  private async read(whenReady: () => void): Promise<void> {
    for await (const line of this.start.lines) {
      this.start.log?.(line);
      this.broken ||= brokenFunctions.test(line);
      if (line.includes(readyLine)) whenReady();
      if (!drawing.test(line)) this.lines = [...this.lines.slice(-19), line];
    }
  }

  private failure(problem: string): EmulatorsUnavailable {
    return new EmulatorsUnavailable(
      [problem, ...this.lines.map((line) => `  ${line}`), `All of it: ${this.start.logFile}`].join('\n'),
    );
  }
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
