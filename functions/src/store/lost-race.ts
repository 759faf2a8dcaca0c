// gRPC: 6 already exists, 9 failed precondition, 10 aborted. Each means that somebody else came first.
const LOST_RACE = new Set<unknown>([6, 9, 10]);

/** Whether a commit failed because what it rests on has changed since it was read: to read again, then decide again. */
export function lostRace(error: unknown): boolean {
  return error instanceof Error && 'code' in error && LOST_RACE.has(error.code);
}

/** Whether what a commit would change, or delete as it was read, is no longer there (gRPC: 5). */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 5;
}
