import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What a copy of the functions exports to be asked for any of them; the copies are written by `copies.ts`. */
const ENTRY = 'anyFunction';
const HEADER = 'x-emulated-function';
/** Beside the functions of a copy that has the entry. */
export const MARK = '.shared-process';

/** As much as the longest of them has in production. */
const LONGEST_SECONDS = 540;

/** The export that hands a request to the function that it names. It has no endpoint, so firebase-tools does not list it as a function. */
export const sharedEntry = `export const ${ENTRY} = (request, response) => createRequire(import.meta.url)('./functions.mjs')[request.headers['${HEADER}']](request, response);\n`;

const secretsAsked = z.array(z.looseObject({ key: z.string() })).default([]);

const described = z.looseObject({
  def: z.looseObject({
    id: z.string(),
    entryPoint: z.string(),
    secretEnvironmentVariables: secretsAsked,
    httpsTrigger: z.unknown().optional(),
    schedule: z.unknown().optional(),
  }),
  backend: z.looseObject({ functionsDir: z.string() }),
});

/** Its export, and the name of the process where it answers. */
interface Sharing {
  readonly entry: string;
  readonly key: string;
}

/**
 * Which functions of the emulator answer from one process: those that ask for the same secrets, since one that forgot to ask would find those of
 * another there, and fail in production alone. Not what is told of events, whose body firebase-tools reads by the kind of the process.
 */
export class SharedProcess {
  /** By the name of the trigger. */
  readonly #sharing = new Map<unknown, Sharing>();

  /** Looks at a function that is about to be asked for, each time: a reload may have changed what it asks. */
  meet(record: unknown): void {
    const read = described.safeParse(record);
    if (!read.success) {
      throw new Error(
        'firebase-tools describes a function otherwise than tools/emulators/shared-process.ts expects: was it upgraded?',
        { cause: read.error },
      );
    }
    const { def, backend } = read.data;
    this.#sharing.delete(def.id);
    const answersRequests = def.httpsTrigger !== undefined || def.schedule !== undefined;
    if (!answersRequests || !existsSync(join(backend.functionsDir, MARK))) return;
    const secrets = def.secretEnvironmentVariables.map(({ key }) => key).sort();
    this.#sharing.set(def.id, { entry: def.entryPoint, key: `~shared~${backend.functionsDir}~${secrets}` });
  }

  /** Under which name the processes of a function are kept. */
  keyOf(id: unknown): unknown {
    return this.#sharing.get(id)?.key ?? id;
  }

  /** What firebase-tools starts for a function. */
  startedAs(trigger: unknown): unknown {
    if (typeof trigger !== 'object' || trigger === null || !this.#sharing.has(Reflect.get(trigger, 'id')))
      return trigger;
    return { ...trigger, entryPoint: ENTRY, timeoutSeconds: LONGEST_SECONDS };
  }

  /** The request of a function, saying which one it is for. */
  addressed(id: unknown, request: unknown): unknown {
    const entry = this.#sharing.get(id)?.entry;
    if (entry === undefined || typeof request !== 'object' || request === null) return request;
    return { ...request, headers: { ...Reflect.get(request, 'headers'), [HEADER]: entry } };
  }
}

const asking = z.looseObject({ secretEnvironmentVariables: secretsAsked });

/** Of the secrets of the folder, those that a function asks for; all of them when the functions are listed, which no function does. */
export function secretsOf(trigger: unknown, secrets: object): object {
  if (trigger === undefined) return secrets;
  const asked = asking.parse(trigger).secretEnvironmentVariables.map(({ key }) => key);
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => asked.includes(name)));
}
