import type { Warn } from '../warn.ts';

/**
 * What `read` gives, or null where it throws, which is told: of a copy that can be made again from its sources, so that a damaged one heals instead
 * of failing for ever, in the very function that would repair it.
 */
export async function orNull<Value>(read: () => Promise<Value | null>, warn: Warn): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    warn('the index of the directory can’t be read', { why: error instanceof Error ? error.message : String(error) });
    return null;
  }
}
