import type { Firestore } from 'firebase-admin/firestore';

/** As Firestore bills them: each document read or found missing, each query without a result, each document written or deleted. */
export interface Operations {
  reads: number;
  writes: number;
  deletes: number;
}

export interface Counter {
  readonly operations: Operations;
  /** How often each method of Firestore was asked to read: queries are `runQuery`. */
  readonly requests: Readonly<Record<string, number>>;
  /** The paths written since the last time this was asked. */
  takeWritten(): string[];
}

type Funnel = (method: string, ...rest: readonly unknown[]) => Promise<unknown>;

const isFunnel = (value: unknown): value is Funnel => typeof value === 'function';
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Counts what passes through the two funnels of the Firestore client, `request` and `requestStream`: every call of whatever version of the store
 * goes through them, over gRPC and REST alike. They are internal, so a client without them is an error, never a count of zero.
 */
export function countOperations(firestore: Firestore): Counter {
  const operations: Operations = { reads: 0, writes: 0, deletes: 0 };
  const requests: Record<string, number> = {};
  let written: string[] = [];
  wrap(firestore, 'request', (request) => async (method, ...rest) => {
    const answer = await request(method, ...rest);
    for (const write of writesOf(rest[0])) {
      if (write.deletes) operations.deletes += 1;
      else operations.writes += 1;
      written.push(write.path);
    }
    return answer;
  });
  wrap(firestore, 'requestStream', (request) => async (method, ...rest) => {
    requests[method] = (requests[method] ?? 0) + 1;
    const stream = await request(method, ...rest);
    if (isObject(stream)) countReads(stream, operations);
    return stream;
  });
  return {
    operations,
    requests,
    takeWritten() {
      const taken = written;
      written = [];
      return taken;
    },
  };
}

function wrap(firestore: Firestore, name: string, around: (funnel: Funnel) => Funnel): void {
  const funnel: unknown = Reflect.get(firestore, name);
  if (!isFunnel(funnel))
    throw new Error(`The Firestore client has no ${name} any more: count its operations elsewhere`);
  Reflect.set(firestore, name, around(funnel.bind(firestore)));
}

/** The stream comes paused; listening to it would let it flow, so its `emit` is watched instead. */
function countReads(stream: object, operations: Operations): void {
  const emit: unknown = Reflect.get(stream, 'emit');
  if (typeof emit !== 'function') throw new Error('The Firestore client answers with something else than a stream');
  let found = 0;
  Reflect.set(stream, 'emit', (event: string, ...values: readonly unknown[]) => {
    if (event === 'data') found += values.filter(isRead).length;
    if (event === 'end') operations.reads += Math.max(1, found);
    return Reflect.apply(emit, stream, [event, ...values]);
  });
}

function isRead(answer: unknown): boolean {
  return isObject(answer) && ['found', 'missing', 'document'].some((field) => Boolean(Reflect.get(answer, field)));
}

function writesOf(request: unknown): { path: string; deletes: boolean }[] {
  const writes: unknown = isObject(request) ? Reflect.get(request, 'writes') : undefined;
  if (!Array.isArray(writes)) return [];
  return writes.map((write: object) => {
    const deleted: unknown = Reflect.get(write, 'delete');
    const update: unknown = Reflect.get(write, 'update');
    const name: unknown = isObject(update) ? Reflect.get(update, 'name') : deleted;
    return {
      path: String(name).replace(/^.*?\/documents\//, ''),
      deletes: typeof deleted === 'string' && deleted !== '',
    };
  });
}
