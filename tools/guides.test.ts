import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { someCast } from '../tests/pages/some-cast.ts';
import { statesOf } from '../tests/pages/states.ts';
import { root } from './commands.ts';
import { guideShots } from './screenshots/guide-shots.ts';

/** What all the pictures may weigh together: they are cloned with the sources, and opened on poor networks. */
const MOST_BYTES = 1_500_000;

const guides = globSync('docs/guides/*.md', { cwd: root });
const textOf = (guide: string) => readFileSync(join(root, guide), 'utf8');

/** With ordinary spaces and apostrophes, as one line. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('&nbsp;', ' ').trim();

/** Each text that a page, a public page or a table of the domain gives to be read, whole: a word inside of a sentence is no button. */
function shownTexts(): Set<string> {
  const files = globSync(['web/**/*.{ts,tsx}', 'functions/src/{domain,pages}/**/*.ts'], {
    cwd: root,
    exclude: (name) => /node_modules|\.test\.ts/.test(name),
  });
  const texts = files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    const between = [...source.matchAll(/[>}]([^<>{}`]+)(?=[<{])/g)];
    const quoted = [...source.matchAll(/'([^'\n]+)'|"([^"\n]+)"/g)];
    return [...between, ...quoted].map(([, one, other]) => plain(one ?? other ?? ''));
  });
  return new Set(texts);
}

const quotedIn = (text: string) => [...text.matchAll(/«\s([^»]+)\s»/g)].map(([, words = '']) => plain(words));

describe('The guide', () => {
  const shown = shownTexts();

  it.each(guides)('%s quotes words of the pages alone, as they are written there', (guide) => {
    const quoted = quotedIn(textOf(guide));
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter((words) => !shown.has(words))).toEqual([]);
  });

  it.each(guides)('%s says what one wants to do, what to do when it goes wrong, and whom to call', (guide) => {
    const titles = [...textOf(guide).matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
    expect(titles.slice(-2)).toEqual(['Quelque chose ne va pas', 'Qui appeler']);
    expect(titles.slice(0, -2).filter((title) => !title.startsWith('Je '))).toEqual([]);
  });

  it.each(['laureat', 'expert'])('of %s promises no longer a wait for the network than the pages have', (name) => {
    expect(textOf('web/common/network/network.ts')).toContain('PATIENCE_MS = 120_000;');
    expect(plain(textOf(`docs/guides/${name}.md`))).toContain('si elle revient dans les deux minutes ; sinon');
  });

  it('would be refused a word that no page has', () => {
    expect(shown.has('Lire et décider')).toBe(true);
    expect(shown.has('Lire et signer')).toBe(false);
  });
});

describe('The pictures of the guides', () => {
  const pictures = globSync('docs/guides/images/*', { cwd: root });
  const used = guides.flatMap((guide) =>
    [...textOf(guide).matchAll(/!\[[^\]]{20,}\]\(images\/([\w-]+)\.webp\)/g)].map(([, name = '']) => name),
  );

  it('are those that `node tools/screenshots.ts --guides` takes, each shown once, with words that tell what it shows', () => {
    const taken = guideShots.map(({ name }) => name);
    expect(used.toSorted()).toEqual(taken.toSorted());
    expect(taken.filter((name) => !existsSync(join(root, `docs/guides/images/${name}.webp`)))).toEqual([]);
    expect(pictures).toHaveLength(taken.length);
  });

  it('show states that the tests look at', () => {
    const states = statesOf(someCast).map(({ name }) => name);
    expect(guideShots.filter(({ state }) => !states.includes(state))).toEqual([]);
  });

  it('weigh little together', () => {
    const bytes = pictures.map((file) => statSync(join(root, file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});
