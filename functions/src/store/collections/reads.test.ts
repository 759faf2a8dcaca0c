import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reads } from '../../domain/access/reads.ts';

/** `laureates/${laureateId}/members/${uid}` and `laureates/{laureate}/members/{person}` are one path. */
const shapeOf = (path: string) => path.replaceAll(/\$?\{\w+\}/g, '{}');

it('Each document that is stored has its line in the reference policy, and each line a document', () => {
  const sources = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'));
  const stored = sources.flatMap((file) =>
    [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/=>\s*`([^`]+)`/g)]
      .map(([, path = '']) => shapeOf(path))
      // An odd number of words is a collection, whose documents are named elsewhere.
      .filter((path) => path.split('/').length % 2 === 0),
  );
  const policy = Object.values(reads).map(({ path }) => shapeOf(path));
  expect(policy.toSorted()).toEqual([...new Set(stored)].toSorted());
});
