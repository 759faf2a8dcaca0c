/**
 * Five repairs of firebase-tools 14.27, loaded into it before it runs (`node --import`). Each one looks for what it
 * repairs and stops with a clear message when it is not there: a newer firebase-tools must be looked at, not guessed.
 *
 * 1. Storage verdicts. It takes each chunk of the rules runtime's output for one message. Two answers in one chunk, which
 *    a busy moment is enough for, are both lost, and their requests hang for ever. Here a chunk is a line (15.x does so).
 * 2. Concurrency. It starts a process per simultaneous request (50 calls at once: 50 processes, 7 GB, 49 s on two cores),
 *    where production gives up to 80 requests to one. Here a function has one process at most, its own or a shared one, as at a small load in production.
 * 3. Storage's « only where nothing is yet » (`created-once.ts`).
 * 4. One process for all functions that may share it (`shared-process.ts`): seventy that start one after the other cost two seconds of a core each.
 * 5. Secrets. It gives all those of the folder to every function; here a function finds those that it asks for, as in production.
 */
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { createdOnce } from './created-once.ts';
import { SharedProcess, secretsOf } from './shared-process.ts';

// firebase-tools is CommonJS: required from its own folder, these are the very modules that it will use.
const requireAsTools = createRequire(createRequire(import.meta.url).resolve('firebase-tools/package.json'));

type Method = (this: object, ...values: unknown[]) => unknown;

/** Puts a method in the place of another, which it is given. */
function replace(holder: unknown, name: string, replacement: (original: Method) => Method): void {
  const original: unknown = isHolder(holder) ? Reflect.get(holder, name) : undefined;
  if (!isHolder(holder) || !isMethod(original)) {
    throw new Error(`firebase-tools has no "${name}" where tools/emulators/repairs.ts expects it: was it upgraded?`);
  }
  Reflect.set(holder, name, replacement(original));
}

const isHolder = (value: unknown): value is object => (typeof value === 'object' && value !== null) || isMethod(value);
const isMethod = (value: unknown): value is Method => typeof value === 'function';

function prototypeOf(path: string, name: string): unknown {
  return Reflect.get(Object(Reflect.get(requireAsTools(`./lib/emulator/${path}`), name)), 'prototype');
}

replace(
  requireAsTools('cross-spawn'),
  'spawn',
  (spawn) =>
    function (...values) {
      const child = spawn.apply(this, values);
      const [, commandLine] = values;
      // Only the Storage rules' runtime is started with `serve`.
      if (isHolder(child) && Array.isArray(commandLine) && commandLine.at(-1) === 'serve') {
        Reflect.set(child, 'stdout', lineByLine(Reflect.get(child, 'stdout')));
      }
      return child;
    },
);

function lineByLine(output: Readable): Readable {
  const lines = new PassThrough({ objectMode: true });
  createInterface({ input: output }).on('line', (line) => lines.write(Buffer.from(line)));
  return lines;
}

/** A worker in these states takes requests; in the others it starts or ends. */
const accepting = ['IDLE', 'BUSY'];

replace(
  prototypeOf('functionsRuntimeWorker', 'RuntimeWorkerPool'),
  'getIdleWorker',
  (getIdleWorker) =>
    function (triggerId) {
      const idle = getIdleWorker.call(this, triggerId);
      if (idle !== undefined) return idle;
      const workers: unknown = Reflect.apply(Reflect.get(this, 'getTriggerWorkers'), this, [triggerId]);
      return Array.isArray(workers)
        ? workers.find((worker: unknown) => isHolder(worker) && accepting.includes(Reflect.get(worker, 'state')))
        : undefined;
    },
);

/** The first to finish would declare the worker idle, and a reload would end it under the others. */
const requestsInside = new WeakMap<object, number>();

replace(
  prototypeOf('functionsRuntimeWorker', 'RuntimeWorker'),
  'request',
  (request) =>
    async function (...values) {
      requestsInside.set(this, (requestsInside.get(this) ?? 0) + 1);
      await request.apply(this, values);
      const others = (requestsInside.get(this) ?? 1) - 1;
      requestsInside.set(this, others);
      if (others > 0 && Reflect.get(this, 'state') === 'IDLE') Reflect.set(this, 'state', 'BUSY');
    },
);

const shared = new SharedProcess();

replace(
  prototypeOf('functionsEmulator', 'FunctionsEmulator'),
  'getTriggerRecordByKey',
  (getTriggerRecordByKey) =>
    function (id) {
      const record = getTriggerRecordByKey.call(this, id);
      shared.meet(record);
      return record;
    },
);

replace(
  prototypeOf('functionsRuntimeWorker', 'RuntimeWorkerPool'),
  'getKey',
  (getKey) =>
    function (id) {
      return getKey.call(this, shared.keyOf(id));
    },
);

replace(
  prototypeOf('functionsRuntimeWorker', 'RuntimeWorkerPool'),
  'submitRequest',
  (submitRequest) =>
    function (id, request, ...others) {
      return submitRequest.call(this, id, shared.addressed(id, request), ...others);
    },
);

/** Requests that come while the function's process starts wait for that one instead of starting another. */
const startingWorkers = new Map<unknown, unknown>();

replace(
  prototypeOf('functionsEmulator', 'FunctionsEmulator'),
  'startRuntime',
  (startRuntime) =>
    function (backend, trigger) {
      const key = shared.keyOf(isHolder(trigger) ? Reflect.get(trigger, 'id') : trigger);
      const starting =
        startingWorkers.get(key) ??
        Promise.resolve(startRuntime.call(this, backend, shared.startedAs(trigger))).finally(() =>
          startingWorkers.delete(key),
        );
      startingWorkers.set(key, starting);
      return starting;
    },
);

replace(
  prototypeOf('functionsEmulator', 'FunctionsEmulator'),
  'resolveSecretEnvs',
  (resolveSecretEnvs) =>
    async function (backend, trigger) {
      const secrets: unknown = await resolveSecretEnvs.call(this, backend, trigger);
      return isHolder(secrets) ? secretsOf(trigger, secrets) : secrets;
    },
);

replace(
  requireAsTools('./lib/emulator/storage/apis/gcloud'),
  'createCloudEndpoints',
  (create) =>
    function (emulator) {
      const route = create.call(this, emulator);
      const layer: unknown = isHolder(emulator) ? Reflect.get(emulator, 'adminStorageLayer') : undefined;
      const known: unknown = isHolder(layer) ? Reflect.get(layer, 'getMetadata') : undefined;
      if (!isMethod(route) || !isHolder(layer) || !isMethod(known)) {
        throw new Error(
          'firebase-tools keeps objects elsewhere than tools/emulators/repairs.ts expects: was it upgraded?',
        );
      }
      return createdOnce(
        (...values) => route.apply(layer, values),
        (bucket, name) => known.call(layer, bucket, name) !== undefined,
      );
    },
);
