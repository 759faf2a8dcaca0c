import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { constants, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { announcement, binaryNames, chooseBinaries, missingMessage } from './binaries.ts';
import { type EmulatorName, emulatorNames, neededPorts, writeConfiguration } from './configuration.ts';
import { clientEnvironment, prepareSettings, suiteEnvironment } from './environment.ts';
import { EmulatorsUnavailable } from './failure.ts';
import { requireJava } from './java.ts';
import { gatherFacts } from './machine.ts';
import { host, type Ports, requireFreePorts } from './ports.ts';
import { prepareBinaries } from './prepare.ts';
import { reportReady } from './readiness.ts';

export interface EmulatorOptions {
  /** `demo-` makes firebase-tools refuse anything outside this machine; one per suite that runs at the same time. */
  readonly projectId: `demo-${string}`;
  readonly ports: Ports;
  /** Default: all. */
  readonly only?: readonly EmulatorName[];
  /** The folder of firebase.json; default: the repository. Generated files and logs go to its `.emulators/`. */
  readonly root?: string;
  /** Loads the functions from here instead of where firebase.json says. */
  readonly functionsSource?: string;
  /** Serves the pages from here instead of where firebase.json says. */
  readonly pages?: string;
  /** A folder exported earlier; nothing is imported when it does not exist yet. */
  readonly importFrom?: string;
  /** Writes everything there when the suite stops. */
  readonly exportOnExit?: string;
  /** What functions find in `process.env`, besides what Firebase gives them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Starts Firebase's own pages (the Emulator UI) where they can be had. */
  readonly userInterface?: boolean;
  /** Stops the suite, then ends this process, on Ctrl-C and its like (default). False: the caller does. */
  readonly stopOnSignals?: boolean;
  /** One line per step, for a person who waits. */
  readonly progress?: (line: string) => void;
  /** Each line of firebase-tools; all of them are in `logFile` too. */
  readonly log?: (line: string) => void;
}

export interface RunningEmulators {
  /** What firebase-admin and the client libraries read to talk to this suite. */
  readonly env: Readonly<Record<string, string>>;
  readonly ports: Ports;
  readonly hubUrl: string;
  readonly logFile: string;
  /** Resolves when the suite has ended and left no process, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  /** Lets documents be written without their triggers, and waits for those already running. */
  disableBackgroundTriggers(): Promise<void>;
  /** Loads the functions anew: takes a second or two. */
  enableBackgroundTriggers(): Promise<void>;
  exportTo(folder: string): Promise<void>;
}

const repositoryRoot = resolve(import.meta.dirname, '..', '..');
const firebaseTools = createRequire(import.meta.url).resolve('firebase-tools/lib/bin/firebase.js');

const repairs = import.meta.resolve('./repairs.ts');

/** How long a suite may take to end by itself: functions finish, and an export writes every document. */
const graceMs = { plain: 20_000, exporting: 120_000 };

/**
 * Starts the emulator suite and resolves once every emulator answers and the functions are loaded.
 *
 * @throws EmulatorsUnavailable with what to install or change (Java, an emulator, a taken port) or why it did not start:
 *   callers print its message alone
 */
export async function startEmulators(options: EmulatorOptions): Promise<RunningEmulators> {
  const root = resolve(options.root ?? repositoryRoot);
  const folder = join(root, '.emulators', options.projectId);
  const plan = await prepare(options, root, folder);
  const logFile = join(folder, 'emulators.log');
  const hubUrl = `http://${host}:${options.ports.hub}`;
  const grace = `${options.exportOnExit === undefined ? graceMs.plain : graceMs.exporting}`;
  const keeper = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'keeper.ts'),
      logFile,
      grace,
      hubUrl,
      process.execPath,
      '--import',
      repairs,
      firebaseTools,
      ...plan.commandLine,
    ],
    { cwd: folder, env: plan.environment, detached: true, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const suite = control(keeper, plan.scratch, options.stopOnSignals ?? true);
  try {
    await reportReady({ lines: linesOf(keeper), ended: suite.ended, logFile, ...plan, ...options });
  } catch (failure) {
    await suite.stop();
    throw failure;
  }
  const env = clientEnvironment(options.projectId, options.ports);
  return { env, ports: options.ports, hubUrl, logFile, ...suite, ...hubCommands(hubUrl) };
}

interface Plan {
  readonly only: readonly EmulatorName[];
  readonly commandLine: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** The suite's temporary files, gone with it. */
  readonly scratch: string;
  /** Whether firebase-tools downloads first, which is worth a longer patience. */
  readonly downloading: boolean;
}

async function prepare(options: EmulatorOptions, root: string, folder: string): Promise<Plan> {
  const { ports, only = emulatorNames } = options;
  const binaries = binaryNames.filter((name) => only.includes(name));
  if (binaries.length > 0) await requireJava();
  const facts = await gatherFacts(binaries, options.userInterface ?? true);
  const choices = chooseBinaries(binaries, facts);
  const problem = missingMessage(choices);
  if (problem !== undefined) throw new EmulatorsUnavailable(problem);
  const { userInterface } = facts;
  await requireFreePorts(ports, neededPorts(only, userInterface));
  const said = announcement(choices);
  if (said !== undefined) options.progress?.(said);
  const generated = join(root, '.emulators');
  const { functionsSource, pages } = options;
  await mkdir(folder, { recursive: true });
  const configuration = await writeConfiguration({
    root,
    folder,
    only,
    ports,
    userInterface,
    ...(functionsSource && { functionsSource: resolve(functionsSource) }),
    ...(pages && { pages: resolve(pages) }),
  });
  const scratch = await mkdtemp(join(tmpdir(), 'sur-mesure-'));
  const built = await prepareBinaries(choices, join(generated, 'built'));
  const settings = await prepareSettings(join(generated, 'settings'));
  return {
    only,
    commandLine: await commandLine(options, configuration, only),
    environment: suiteEnvironment(process.env, {
      ...options.environment,
      ...built,
      ...settings,
      ...temporary(scratch),
    }),
    scratch,
    downloading: Object.values(choices).some(({ kind }) => kind === 'download'),
  };
}

/**
 * The Storage emulator keeps its bytes in one temporary folder for the whole machine, and empties it when it stops: a test run would take the
 * files of a running `npm start` with it. Not inside the repository: workers' sockets live there too, and their paths are short by law.
 */
function temporary(folder: string): Record<string, string> {
  return { TMPDIR: folder, TEMP: folder, TMP: folder };
}

async function commandLine(
  options: EmulatorOptions,
  configuration: string,
  only: readonly EmulatorName[],
): Promise<string[]> {
  const { projectId, importFrom, exportOnExit } = options;
  const imported = importFrom !== undefined && (await isExport(importFrom)) ? ['--import', resolve(importFrom)] : [];
  const exported = exportOnExit === undefined ? [] : ['--export-on-exit', resolve(exportOnExit)];
  const project = ['--project', projectId, '--config', configuration, '--only', only.join(',')];
  return ['emulators:start', '--non-interactive', ...project, ...imported, ...exported];
}

const isExport = (folder: string) =>
  stat(join(folder, 'firebase-export-metadata.json')).then(
    () => true,
    () => false,
  );

async function* linesOf(keeper: ChildProcess): AsyncGenerator<string> {
  if (keeper.stdout !== null) yield* createInterface({ input: keeper.stdout });
}

/** Closing the pipe is the order to stop; it is also what happens when this process dies without a word. */
function control(
  keeper: ChildProcess,
  scratch: string,
  stopOnSignals: boolean,
): Pick<RunningEmulators, 'ended' | 'stop'> {
  const closed = new Promise<void>((done) => keeper.once('close', () => done()));
  const ended = closed.then(() => rm(scratch, { recursive: true, force: true }));
  const stop = () => {
    keeper.stdin?.end();
    return ended;
  };
  if (stopOnSignals) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const end = () => void stop().then(() => process.exit(128 + constants.signals[signal]));
      process.once(signal, end);
      void ended.then(() => process.off(signal, end));
    }
  }
  return { ended, stop };
}

function hubCommands(
  hubUrl: string,
): Pick<RunningEmulators, 'disableBackgroundTriggers' | 'enableBackgroundTriggers' | 'exportTo'> {
  const order = async (method: 'PUT' | 'POST', path: string, body: object = {}) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${hubUrl}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The emulator hub refused ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    disableBackgroundTriggers: () => order('PUT', '/functions/disableBackgroundTriggers'),
    enableBackgroundTriggers: () => order('PUT', '/functions/enableBackgroundTriggers'),
    exportTo: (target) => order('POST', '/_admin/export', { path: resolve(target), initiatedBy: 'sur-mesure' }),
  };
}
