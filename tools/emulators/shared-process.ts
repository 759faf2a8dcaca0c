import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What a copy of the functions exports to be asked for any of them; the copies are written by `copies.ts`. */
const ENTRY = 'anyFunction';
const HEADER = 'x-emulated-function';
const KEY = '~shared~';
/** Beside the functions of a copy that has the entry. */
export const MARK = '.shared-process';

/** As much as the longest of them has in production. */
const LONGEST_SECONDS = 540;

/** The export that hands a request to the function that it names. It has no endpoint, so firebase-tools does not list it as a function. */
export const sharedEntry = `export const ${ENTRY} = (request, response) => createRequire(import.meta.url)('./functions.mjs')[request.headers['${HEADER}']](request, response);\n`;

const described = z.looseObject({
  def: z.looseObject({
    id: z.string(),
    entryPoint: z.string(),
    secretEnvironmentVariables: z.array(z.unknown()).default([]),
    httpsTrigger: z.unknown(),
    schedule: z.unknown(),
  }),
  backend: z.looseObject({ functionsDir: z.string() }),
});

/**
 * Which functions of the emulator answer from one process. Not what asks for secrets: a function that forgot to would find those of another there, and
 * fail in production alone. Not what is told of events, whose body firebase-tools reads by the kind of the process.
 */
export class SharedProcess {
  /** Name of the trigger → name of the export. */
  readonly #entries = new Map<unknown, string>();

  /** Looks at a function that is about to be asked for. */
  meet(record: unknown): void {
    const read = described.safeParse(record);
    if (!read.success || this.#entries.has(read.data.def.id)) return;
    const { def, backend } = read.data;
    const answersRequests = def.httpsTrigger !== undefined || def.schedule !== undefined;
    if (!answersRequests || def.secretEnvironmentVariables.length > 0) return;
    if (existsSync(join(backend.functionsDir, MARK))) this.#entries.set(def.id, def.entryPoint);
  }

  /** Under which name the processes of a function are kept. */
  keyOf(id: unknown): unknown {
    return this.#entries.has(id) ? KEY : id;
  }

  /** What firebase-tools starts for a function. */
  startedAs(trigger: unknown): unknown {
    if (typeof trigger !== 'object' || trigger === null || !this.#entries.has(Reflect.get(trigger, 'id')))
      return trigger;
    return { ...trigger, entryPoint: ENTRY, timeoutSeconds: LONGEST_SECONDS };
  }

  /** The request of a function, saying which one it is for. */
  addressed(id: unknown, request: unknown): unknown {
    const entry = this.#entries.get(id);
    if (entry === undefined || typeof request !== 'object' || request === null) return request;
    return { ...request, headers: { ...Reflect.get(request, 'headers'), [HEADER]: entry } };
  }
}
