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
  it.each(['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })])('%s', (page) => {
    const targets = targetsOf(readFileSync(join(root, page), 'utf8'));
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});

it('Links and images are found', () => {
  expect(targetsOf(readFileSync(join(root, 'README.md'), 'utf8'))).toEqual(
    expect.arrayContaining(['docs/glossary.md', 'docs/images/laureate-home.png']),
  );
});
