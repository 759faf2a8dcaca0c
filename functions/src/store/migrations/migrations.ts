import type { Migration } from './migration.ts';

/**
 * By the path of a collection's documents (`missions/{}/events/{}`), the steps from its first shape to that of today, in order. None yet: 0.1.0 is the first
 * release. Whoever changes a shape that `tests/exports` holds adds a step here (docs/backups.md).
 */
export const migrations: Readonly<Record<string, readonly Migration[]>> = {};
