import { logger } from 'firebase-functions';

/**
 * Does `work` on every item, in order: one that fails is logged and left for the next sweep, and does not hold up the others. `together`: how many
 * at a time, of those that do not meet.
 */
export async function each<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  together = 1,
): Promise<void> {
  const left = items.values();
  const one = async () => {
    for (const item of left) {
      await work(item).catch((error: unknown) => {
        logger.error('a swept item failed', { stack: error instanceof Error ? error.stack : null });
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, one));
}
