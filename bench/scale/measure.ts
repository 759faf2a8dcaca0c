import { type Counter, countOperations } from '../cost/counting.ts';

/** What one piece of work asked of Firestore, and how long it took here. */
export interface Measure {
  readonly reads: number;
  readonly writes: number;
  /** Round trips that read. */
  readonly requests: number;
  readonly milliseconds: number;
  /** Of what it answers, as JSON. */
  readonly bytes: number;
}

export type Meter = (work: () => Promise<unknown>) => Promise<Measure>;

/** Counts on one client of Firestore, one piece of work at a time. */
export function meterOf(firestore: Parameters<typeof countOperations>[0]): Meter {
  const counter = countOperations(firestore);
  return async (work) => {
    const before = { ...counter.operations, requests: requestsOf(counter) };
    const started = performance.now();
    const answer = await work();
    const milliseconds = performance.now() - started;
    const { reads, writes } = counter.operations;
    return {
      ...{ reads: reads - before.reads, writes: writes - before.writes, milliseconds },
      requests: requestsOf(counter) - before.requests,
      bytes: JSON.stringify(answer ?? null).length,
    };
  };
}

function requestsOf({ requests }: Counter): number {
  return Object.values(requests).reduce((total, count) => total + count, 0);
}
