import type { Migration } from './migration.ts';

/**
 * Kept packed (`store/collections/summaries.ts`): a step would be given what is packed, and not the fields that it means to change. Whoever must add one
 * first has these documents inflated before their steps, where they are read and in `migrate.ts`. Until then it does not compile.
 */
interface Packed {
  readonly 'summaries/{}'?: never;
  readonly 'currentSummaries/{}'?: never;
}

/**
 * By the path of a collection's documents (`missions/{}/events/{}`), the steps from its first shape to that of today, in order. None yet: 0.1.0 is the first
 * release. Whoever changes a shape that `tests/exports` holds adds a step here (docs/backups.md).
 */
export const migrations: Readonly<Record<string, readonly Migration[]>> & Packed = {};
