import { logger } from 'firebase-functions';

/** Does `work` on every item: one that fails is logged and left for the next sweep, and does not hold up the others. */
export async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (const item of items) {
    await work(item).catch((error: unknown) => {
      logger.error('a swept item failed', { stack: error instanceof Error ? error.stack : null });
    });
  }
}
