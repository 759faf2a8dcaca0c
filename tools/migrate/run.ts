import type { Firestore } from 'firebase-admin/firestore';
import { migrateCollection } from '../../functions/src/store/migrations/migrate.ts';
import type { Migration } from '../../functions/src/store/migrations/migration.ts';

interface World {
  readonly firestore: Firestore;
  readonly migrations: Readonly<Record<string, readonly Migration[]>>;
  readonly say: (text: string) => void;
}

/** Each collection whose shape has changed, one after the other. Resolves to the exit code: 0 when no document stays behind. */
export async function runMigrate(apply: boolean, { firestore, migrations, say }: World): Promise<number> {
  const changed = Object.entries(migrations).filter(([, steps]) => steps.length > 0);
  if (changed.length === 0) say('Aucune forme n’a changé : il n’y a rien à porter.');
  let left = 0;
  for (const [shape, steps] of changed) {
    const { read, behind, written, unknown } = await migrateCollection(firestore, { shape, steps }, apply);
    say(`${shape} : ${read} relus, ${behind} d’une forme ancienne, ${written} écrits.`);
    for (const step of steps) say(`    ${step.from} → ${step.from + 1} : ${step.what}`);
    for (const path of unknown) say(`    ${path} ne dit pas sa forme : laissé tel quel.`);
    left += unknown.length + (apply ? 0 : behind);
  }
  if (!apply && left > 0) say('Rien n’est écrit : --apply les porte à la forme d’aujourd’hui.');
  return left === 0 ? 0 : 1;
}
