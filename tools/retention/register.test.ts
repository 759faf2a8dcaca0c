import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categories } from '../../functions/src/domain/retention/categories.ts';
import { collectionNames, collections } from '../../functions/src/domain/retention/collections.ts';
import { root } from '../commands.ts';
import { register } from './register.ts';

describe('The register', () => {
  it('prints the table that the night applies: else, node tools/retention/register.ts', () => {
    expect(readFileSync(join(root, 'docs', 'rgpd.md'), 'utf8')).toBe(register());
  });
});

describe('The table of retention', () => {
  it('gives a time to what a job ends, and none of the ten years to a job', () => {
    for (const name of collectionNames) {
      const { category, ended, from } = collections[name];
      if (ended === 'job' && name !== 'missions/readings') expect(from, name).not.toBeNull();
      if (ended === 'programme') expect(categories[category].end, name).toBe('review');
    }
  });

  it('knows every place that the rules of Firestore open', () => {
    const rules = readFileSync(join(root, 'firestore.rules'), 'utf8');
    const opened = [...rules.matchAll(/match \/(\w+)\/\{/g)]
      .map(([, name = '']) => name)
      .filter((name) => name !== 'databases');
    const known = new Set(collectionNames.flatMap((name) => name.split('/')));
    expect(opened.filter((name) => !known.has(name))).toEqual([]);
    expect(opened.length).toBeGreaterThan(10);
  });
});
