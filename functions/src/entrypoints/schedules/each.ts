import { logger } from 'firebase-functions';

/**
 * Does `work` on every item, in order: one that fails is logged and left for the next sweep, and does not hold up the others. `together`: how many
 * at a time, of those that do not meet. Answers how many failed, which its schedule must tell `recorded`: a log alone is read by nobody.
 */
export async function each<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  together = 1,
): Promise<number> {
  const left = items.values();
  let failed = 0;
  const one = async () => {
    for (const item of left) {
      await work(item).catch((error: unknown) => {
        failed += 1;
        logger.error('a swept item failed', { stack: error instanceof Error ? error.stack : null });
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, one));
  return failed;
}

/** The same, of items that may meet: those of one name one after the other, `together` names at a time. */
export async function eachApart<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string | undefined,
  work: (item: Item) => Promise<void>,
  together: number,
): Promise<number> {
  let failed = 0;
  const notDone = await each(
    [...Map.groupBy(items, nameOf).values()],
    async (own) => {
      const ofOne = await each(own, work);
      failed += ofOne;
    },
    together,
  );
  return failed + notDone;
}
