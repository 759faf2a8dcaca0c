import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './commands.ts';

/** Where a Markdown page leads inside the project: its links and its images, without their anchors. */
function targetsOf(text: string): string[] {
  const found = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)];
  return found
    .flatMap(([, target = '']) => target.split('#')[0] ?? [])
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

describe('Every relative link and image resolves in', () => {
  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'THIRD-PARTY.md',
    ...globSync('docs/**/*.md', { cwd: root }),
  ])('%s', (page) => {
    const targets = targetsOf(readFileSync(join(root, page), 'utf8'));
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});

it('Links and images are found', () => {
  expect(targetsOf(readFileSync(join(root, 'README.md'), 'utf8'))).toEqual(
    expect.arrayContaining(['docs/glossary.md', 'docs/images/laureate-home.png']),
  );
});

/** Where its own words point to: `functions/src/domain`, `tools/build/*.ts`; not what a build makes. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w./*-]+)`/g)].flatMap(([, path]) => path ?? []);
  return quoted.filter((path) =>
    /^(?:bench|docs|functions|scanner|tests|tools|web|\.github)\/|^(?!dist\/)\w.*\.(?:rules|json|ts)$/.test(path),
  );
}

describe('Every path that is named exists, in', () => {
  it.each([
    ['docs/architecture.md', 40],
    ['SECURITY.md', 30],
    ['CONTRIBUTING.md', 5],
    ['THIRD-PARTY.md', 5],
  ])('%s, which names %i at least', (page, least) => {
    const paths = pathsIn(readFileSync(join(root, page), 'utf8'));
    expect(paths.length).toBeGreaterThanOrEqual(least);
    expect(paths.filter((path) => globSync(path.replace(/\/$/, ''), { cwd: root }).length === 0)).toEqual([]);
  });

  it('and a path that does not would be seen', () => {
    expect(pathsIn('See `functions/src/nowhere.ts`, `npm test`, `dist/sbom.json`.')).toEqual([
      'functions/src/nowhere.ts',
    ]);
  });
});
