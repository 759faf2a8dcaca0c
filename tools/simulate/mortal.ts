import { AsyncLocalStorage } from 'node:async_hooks';
import type { Firestore } from 'firebase-admin/firestore';

/** How a process dies: at which of its writes, and whether the database had taken it. */
export interface Death {
  readonly atWrite: number;
  readonly writeArrives: boolean;
}

interface Life {
  readonly death: Death;
  readonly ends: () => void;
  writes: number;
  dead: boolean;
}

type Request = (method: string, request: object, ...rest: readonly unknown[]) => Promise<unknown>;
const isRequest = (value: unknown): value is Request => typeof value === 'function';

const lives = new AsyncLocalStorage<Life>();
/** What a process that died never hears. */
const never = () => new Promise<never>(() => undefined);

/**
 * Lets work die as its process would: at one of its commits, before or after the database takes it, everything that it was going to do stays undone, its
 * `catch` and `finally` too. It passes through `request`, the funnel of the Firestore client that every version of the store goes through; a
 * client without it is an error, never a process that can't die.
 */
export function makeMortal(firestore: Firestore): void {
  const funnel: unknown = Reflect.get(firestore, 'request');
  if (!isRequest(funnel)) throw new Error('The Firestore client has no request any more: let handlers die elsewhere');
  const request: Request = funnel.bind(firestore);
  const mortal: Request = async (method, asked, ...rest) => {
    const life = lives.getStore();
    if (life === undefined || method !== 'commit') return request(method, asked, ...rest);
    life.writes += 1;
    const dies = life.dead || life.writes === life.death.atWrite;
    if (!dies) return request(method, asked, ...rest);
    const arrives = !life.dead && life.death.writeArrives;
    life.dead = true;
    if (arrives) await request(method, asked, ...rest);
    else await giveBack(request, asked);
    life.ends();
    return never();
  };
  Reflect.set(firestore, 'request', mortal);
}

/** The server ends the transactions of a client that is gone; the emulator would keep their locks, and the next to come would wait for them. */
async function giveBack(request: Request, asked: object): Promise<void> {
  const transaction: unknown = Reflect.get(asked, 'transaction');
  if (transaction === undefined || transaction === null) return;
  const database: unknown = Reflect.get(asked, 'database');
  await request('rollback', { database, transaction }, 'simulated-death').catch(() => undefined);
}

/** Does `work`; `died` when its process did before the end. Without a death it is as if it were called. */
export async function mayDie<Result>(death: Death | null, work: () => Promise<Result>): Promise<Result | 'died'> {
  if (death === null) return work();
  const { promise, resolve } = Promise.withResolvers<'died'>();
  const life: Life = { death, ends: () => resolve('died'), writes: 0, dead: false };
  return Promise.race([lives.run(life, work), promise]);
}
