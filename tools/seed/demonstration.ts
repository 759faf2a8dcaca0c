import { mkdir } from 'node:fs/promises';
import { wipeDocuments } from '../backup/wiping.ts';
import { emulatorNames, neededPorts } from '../emulators/configuration.ts';
import { EmulatorsUnavailable } from '../emulators/failure.ts';
import { host, isFree, type Ports, requireFreePorts } from '../emulators/ports.ts';
import { multiply } from '../multiply/multiply.ts';
import { type ProgrammeSuite, startProgramme } from '../programme-suite.ts';
import { hasDemonstration } from './accounts.ts';
import { connectTo } from './connection.ts';
import { forget, keptIn, requireWholeExport } from './kept.ts';
import type { Size } from './programme.ts';
import { seedDemonstration } from './seed.ts';

export interface DemonstrationOptions {
  readonly projectId: `demo-${string}`;
  readonly ports: Ports;
  readonly inboxPorts: { readonly smtp: number; readonly web: number };
  /** Where data and mails stay from one start to the next. */
  readonly folder: string;
  /** Forgets what was kept. */
  readonly reset: boolean;
  readonly size: Size;
  /** How many programmes there are when it is written: copies of the first, to see pages as they will be. 1 when absent. */
  readonly times?: number;
  readonly stopOnSignals: boolean;
  readonly progress: (line: string) => void;
}

export interface Demonstration {
  readonly suite: ProgrammeSuite;
  /** Whether the demonstration was written by this start. */
  readonly seeded: boolean;
  readonly addresses: readonly { readonly name: string; readonly address: string }[];
  /** Resolves when the emulators have ended; true when a signal asked for it. */
  readonly ended: Promise<boolean>;
}

/**
 * Starts the programme from what was built and kept, and writes the demonstration when it is not there yet.
 *
 * @throws EmulatorsUnavailable with what to do, when a port is taken, a save was cut short, or the emulators can't start
 */
export async function startDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const { folder, projectId, ports, stopOnSignals, progress } = options;
  const kept = keptIn(folder);
  if (options.reset) await forget(folder);
  await requireWholeExport(kept);
  await mkdir(kept.mails, { recursive: true });
  progress('Emulators…');
  const stopping = sayWhenStopped(stopOnSignals, progress);
  const { inboxPorts } = options;
  const suite = await startProgramme({ projectId, ports, inboxPorts, kept, stopOnSignals, progress });
  const { emulators } = suite;
  try {
    const seeded = await seedIfMissing(suite, options);
    if (seeded) {
      // A crash from now on keeps what took half a minute to write.
      progress('Saving…');
      await emulators.exportTo(kept.data);
    }
    return { suite, seeded, addresses: await addressesOf(suite), ended: emulators.ended.then(stopping) };
  } catch (failure) {
    // Ctrl-C in the middle of the seed: the emulators leave under its feet, and the signal's own handler ends the process.
    if (stopping()) await new Promise(() => undefined);
    await suite.stop();
    throw failure;
  }
}

async function seedIfMissing(
  suite: ProgrammeSuite,
  { projectId, size, times = 1, progress }: DemonstrationOptions,
): Promise<boolean> {
  const { stage, disconnect } = connectTo(suite, projectId);
  try {
    if (await hasDemonstration(stage.auth)) return false;
    progress('The demonstration is not there yet: writing it…');
    // What an interrupted seed left is not worth keeping.
    await wipeDocuments({ project: projectId, emulator: suite.emulators.env.FIRESTORE_EMULATOR_HOST ?? null });
    await suite.emulators.disableBackgroundTriggers();
    const now = Date.now();
    await seedDemonstration(stage, { now, size, progress });
    if (times > 1) await multiply(stage.firestore, { times, now, progress });
    await suite.emulators.enableBackgroundTriggers();
    return true;
  } finally {
    await disconnect();
  }
}

function sayWhenStopped(stopOnSignals: boolean, progress: (line: string) => void): () => boolean {
  let stopped = false;
  const say = () => {
    stopped = true;
    progress('Saving, then stopping…');
    process.once('exit', () => progress('Stopped. Everything is kept for the next start.'));
  };
  if (stopOnSignals) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, say);
  return () => stopped;
}

/**
 * Asked before anything is built, too: a build under the feet of a running start would take its pages away for a moment.
 *
 * @throws EmulatorsUnavailable naming each taken port and what to do
 */
export async function requireRoom({
  ports,
  inboxPorts,
}: Pick<DemonstrationOptions, 'ports' | 'inboxPorts'>): Promise<void> {
  await requireFreePorts(ports, neededPorts(emulatorNames, false));
  const needed = [
    { port: inboxPorts.smtp, what: 'takes its mails' },
    { port: inboxPorts.web, what: 'shows its mails' },
  ];
  const free = await Promise.all(needed.map(({ port }) => port === 0 || isFree(port)));
  const taken = needed.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  const lines = taken.map(({ port, what }) => `Port ${port} is taken: the local inbox ${what} there.`);
  throw new EmulatorsUnavailable(
    `${lines.join('\n')}\nStop the program that uses it, or move every port up: npm start -- --port-offset 1000.`,
  );
}

async function addressesOf({ origin, inbox, emulators }: ProgrammeSuite): Promise<Demonstration['addresses']> {
  const running: object = JSON.parse(await (await fetch(`${emulators.hubUrl}/emulators`)).text());
  return [
    { name: 'Sign in', address: `${origin}/connexion` },
    { name: 'Directory of experts', address: origin },
    { name: 'Laureates', address: `${origin}/laureat` },
    { name: 'Experts', address: `${origin}/expert` },
    { name: 'France Tiers-Lieux', address: `${origin}/equipe` },
    { name: 'Inbox (mails sent)', address: inbox.address },
    ...('ui' in running ? [{ name: 'Emulators', address: `http://${host}:${emulators.ports.ui}` }] : []),
  ];
}
