import { failedAs } from './failures.ts';

const lost = ['documentExists', 'documentChanged', 'aborted'] as const;

/** Whether a commit failed because what it rests on has changed since it was read: to read again, then decide again. */
export function lostRace(error: unknown): boolean {
  return lost.some((failure) => failedAs(error, failure));
}

/** The same for documents that somebody may also have deleted meanwhile. */
export function lostRaceOrGone(error: unknown): boolean {
  return lostRace(error) || failedAs(error, 'documentAbsent');
}

/** Waits for a write. False when somebody else wrote first, which then stands; any other failure is thrown. */
export async function cameFirst(writing: Promise<unknown>, isLost = lostRace): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (isLost(error)) return false;
    throw error;
  }
}
