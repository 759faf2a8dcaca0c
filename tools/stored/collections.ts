import { globSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Collection } from '../../functions/src/store/collection.ts';
import { patternOf, shapeOf } from '../../functions/src/store/migrations/migration.ts';
import { root } from '../commands.ts';

export type KnownCollection = Pick<Collection<object, never[]>, 'path' | 'parsed'>;

/** The collections that read the documents of one path. */
export interface Known {
  /** `missions/{}/events/{}`. */
  readonly shape: string;
  readonly readers: readonly KnownCollection[];
}

const folder = join(root, 'functions/src/store/collections');
const isCollection = z.custom<KnownCollection>(
  (value) => typeof value === 'object' && value !== null && 'path' in value && 'parsed' in value,
);

/** Every collection of the code, read from the files that declare them: none can be forgotten here. */
export async function knownCollections(): Promise<Known[]> {
  const files = globSync('*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'));
  const modules = await Promise.all(
    files.map(async (file) => z.record(z.string(), z.unknown()).parse({ ...(await import(join(folder, file))) })),
  );
  const collections = modules.flatMap((exported) =>
    Object.values(exported).flatMap((value) => isCollection.safeParse(value).data ?? []),
  );
  const byShape = Map.groupBy(collections, ({ path }) => shapeOf(path));
  return [...byShape].map(([shape, readers]) => ({ shape, readers }));
}

/** Which of them a document is of: the one that says most of its path in words. Null for a document that no code knows. */
export function finder(known: readonly Known[]): (path: string) => Known | null {
  const ordered = known
    .map((one) => ({ one, pattern: patternOf(one.shape), words: one.shape.replaceAll('{}', '').length }))
    .sort((a, b) => b.words - a.words);
  return (path) => ordered.find(({ pattern }) => pattern.test(path))?.one ?? null;
}
