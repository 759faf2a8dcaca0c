import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { host, type PortName, type Ports } from './ports.ts';

/** What the suite can run, in firebase-tools' words. */
export const emulatorNames = [
  'auth',
  'firestore',
  'storage',
  'functions',
  'hosting',
  'pubsub',
  'tasks',
  'eventarc',
] as const;
export type EmulatorName = (typeof emulatorNames)[number];

/** What each emulator listens on; the hub and its log are always there. */
const portsOf: Record<EmulatorName, readonly PortName[]> = {
  auth: ['auth'],
  firestore: ['firestore', 'firestoreWebsocket'],
  storage: ['storage'],
  // firebase-tools starts Eventarc and Cloud Tasks together with functions, asked or not.
  functions: ['functions', 'eventarc', 'tasks'],
  hosting: ['hosting'],
  pubsub: ['pubsub'],
  tasks: ['tasks'],
  eventarc: ['eventarc'],
};

export function neededPorts(only: readonly EmulatorName[], userInterface: boolean): PortName[] {
  const fixed: PortName[] = userInterface ? ['hub', 'logging', 'ui'] : ['hub', 'logging'];
  return [...new Set([...fixed, ...only.flatMap((name) => portsOf[name])])];
}

type Json = Readonly<Record<string, unknown>>;

export interface ConfigurationOptions {
  /** Absolute: the folder of the repository's firebase.json, which its paths are relative to. */
  readonly root: string;
  /** Absolute: where the generated firebase.json goes. */
  readonly folder: string;
  readonly only: readonly EmulatorName[];
  readonly ports: Ports;
  readonly userInterface: boolean;
  /** Absolute: loads the functions from here instead of where firebase.json says. */
  readonly functionsSource?: string;
  /** Absolute: serves the pages from here instead of where firebase.json says. */
  readonly pages?: string;
}

/**
 * The repository's firebase.json made ready for one run: own ports, loopback only, paths that work from the generated
 * file's folder. Everything else (rewrites, headers, runtime) stays, so that what is tested is what is deployed.
 */
export function emulatorConfiguration(repository: Json, options: ConfigurationOptions): Json {
  const { firestore, storage, functions, hosting } = repository;
  return {
    ...repository,
    ...(firestore !== undefined && {
      firestore: eachEntry(firestore, (entry) => withPaths(entry, ['rules', 'indexes'], absoluteIn(options))),
    }),
    ...(storage !== undefined && {
      storage: eachEntry(storage, (entry) => withPaths(entry, ['rules'], absoluteIn(options))),
    }),
    ...(functions !== undefined && { functions: eachEntry(functions, (entry) => functionsEntry(entry, options)) }),
    ...(hosting !== undefined && {
      hosting: eachEntry(hosting, (entry) => hostingEntry(entry, options)),
    }),
    emulators: listening(options),
  };
}

/** firebase-tools refuses rules "outside of the project directory" when relative, and takes them when absolute... */
const absoluteIn =
  ({ root }: ConfigurationOptions) =>
  (path: string) =>
    resolve(root, path);

/** ...while it joins the folders of functions and hosting to its own: those must be relative. */
const relativeIn =
  ({ root, folder }: ConfigurationOptions) =>
  (path: string) =>
    relative(folder, resolve(root, path));

function functionsEntry(entry: Json, options: ConfigurationOptions): Json {
  // The hooks of a deployment (build, install) are the launcher's caller's business.
  const { predeploy: _predeploy, postdeploy: _postdeploy, ...kept } = entry;
  return withPaths(
    { ...kept, ...(options.functionsSource && { source: options.functionsSource }) },
    ['source'],
    relativeIn(options),
  );
}

/** Pages built for the emulators may talk to them: their addresses join the policy here, never in production's configuration. */
function hostingEntry(entry: Json, options: ConfigurationOptions): Json {
  const { auth, firestore, storage } = options.ports;
  const addresses = [auth, firestore, storage].map((port) => `http://${host}:${port}`).join(' ');
  const opened = (value: string) => value.replace("connect-src 'self'", `connect-src 'self' ${addresses}`);
  const headers = eachEntry(entry.headers, (rule) => ({
    ...rule,
    headers: eachEntry(rule.headers, (header) => eachText(header, opened)),
  }));
  const served = {
    ...entry,
    ...(options.pages && { public: options.pages }),
    ...(entry.headers !== undefined && { headers }),
  };
  return withPaths(served, ['public'], relativeIn(options));
}

function eachText(entry: Json, change: (text: string) => string): Json {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, typeof value === 'string' ? change(value) : value]),
  );
}

function eachEntry(value: unknown, change: (entry: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((entry) => eachEntry(entry, change));
  return isObject(value) ? change(value) : value;
}

function withPaths(entry: Json, keys: readonly string[], rewrite: (path: string) => string): Json {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      keys.includes(key) && typeof value === 'string' ? rewrite(value) : value,
    ]),
  );
}

function listening({ only, ports, userInterface }: ConfigurationOptions): Json {
  const services = Object.fromEntries(only.map((name) => [name, { host, port: ports[name] }]));
  return {
    ...services,
    ...(only.includes('firestore') && {
      firestore: { host, port: ports.firestore, websocketPort: ports.firestoreWebsocket },
    }),
    ...(only.includes('functions') && { eventarc: { host, port: ports.eventarc }, tasks: { host, port: ports.tasks } }),
    hub: { host, port: ports.hub },
    logging: { host, port: ports.logging },
    ui: { enabled: userInterface, host, port: ports.ui },
    // Tests that live in a database of their own name another project: told of otherwise, twice in two logs, at each of their requests.
    singleProjectMode: false,
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writes the generated firebase.json and answers its path. */
export async function writeConfiguration(options: ConfigurationOptions): Promise<string> {
  const repository: unknown = JSON.parse(await readFile(join(options.root, 'firebase.json'), 'utf8'));
  if (!isObject(repository)) throw new TypeError('firebase.json must hold an object.');
  const path = join(options.folder, 'firebase.json');
  await mkdir(options.folder, { recursive: true });
  await writeFile(path, JSON.stringify(emulatorConfiguration(repository, options), null, 2));
  return path;
}
