import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../commands.ts';
import { noticesOf, packagesOf } from './notices.ts';

const inModules = (path: string) => join(root, 'node_modules', path);

it('packages are found by the modules that a bundle holds, each once, and our own sources are none', () => {
  const modules = [
    ...[inModules('preact/dist/preact.mjs'), inModules('preact/hooks/dist/hooks.mjs')],
    ...[inModules('@firebase/app/dist/index.js'), join(root, 'web', 'sign-in', 'main.tsx')],
  ];
  expect(packagesOf(modules)).toEqual([inModules('@firebase/app'), inModules('preact')]);
});

it('each package is named with its licence, a text that several share stands once, and the fonts have theirs', () => {
  const written = noticesOf([inModules('@firebase/app'), inModules('@firebase/util'), inModules('preact')]);
  expect(written).toMatch(/@firebase\/app [\d.]+ \(Apache-2\.0\)\n@firebase\/util [\d.]+ \(Apache-2\.0\)\n/);
  expect(written).toMatch(/preact [\d.]+ \(MIT\)\n\nThe MIT License \(MIT\)\n\nCopyright/);
  expect(written.split('SIL OPEN FONT LICENSE Version 1.1')).toHaveLength(3);
});
