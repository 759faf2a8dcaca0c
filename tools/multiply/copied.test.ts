import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../commands.ts';
import { copied, copiedUnder, notCopied } from './copied.ts';

const folder = join(root, 'functions', 'src', 'store', 'collections');
const paths = globSync('*.ts', { cwd: folder }).flatMap((file) => [
  ...readFileSync(join(folder, file), 'utf8').matchAll(/=>\s+`([a-zA-Z]+)\/[^`]*`/g),
]);

it('Each collection is copied with the programme, or left for a reason', () => {
  const tops = new Set(paths.map(([, top = '']) => top));
  expect(tops.size).toBeGreaterThan(30);
  expect([...tops].filter((top) => !copied.some((name) => name === top) && !Object.hasOwn(notCopied, top))).toEqual([]);
});

it('What is under a document that is copied is copied too', () => {
  const under = paths.flatMap(([path, top = '']) => {
    const [, name] = /^=>\s+`[a-zA-Z]+\/[^/]+\/([a-zA-Z]+)/.exec(path) ?? [];
    return name !== undefined && copied.some((one) => one === top) ? [name] : [];
  });
  expect(new Set(under).size).toBeGreaterThan(10);
  expect([...new Set(under)].filter((name) => !copiedUnder.some((one) => one === name))).toEqual([]);
});
