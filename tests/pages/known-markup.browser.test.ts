import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFaults } from '../browser/accessible.ts';
import { launchBrowser } from '../browser/launch.ts';
import { KnownMarkup } from './known-markup.ts';

const site = 'http://planted.example';
const wide = 1280;
let browser: Browser;
let page: Page;
let shown = '';
let markup: KnownMarkup;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  // Of no server: nothing of the suite is asked for.
  await page.route(`${site}/**`, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown }));
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(() => {
  markup = new KnownMarkup();
});

/** What axe says of a page of ours, null where it is not asked. */
async function look(content: string, { path = '/une', width = wide } = {}): Promise<string | null> {
  shown = `<!doctype html><html lang="fr"><title>Une page</title><body><main><h1>Une page</h1>${content}</main></body></html>`;
  await page.setViewportSize({ width, height: 800 });
  await page.goto(`${site}${path}`);
  const parts = await markup.unjudged(page);
  return parts.length > 0 ? (await seriousFaults(page, parts)).join('\n') : null;
}

const icon = '<svg aria-hidden="true" width="9" height="9"></svg>';
const pale = '<style>@media (max-width: 500px) { .word { color: #bbb } }</style><p class="word">Pâle</p>';
const folded = (before: string) =>
  `<style>.shut + p { display: none } .faint { color: #bbb }</style>${before}<p class="faint">Pâle</p>`;

describe('A serious fault is found though elements of the same shape were judged before:', () => {
  it.each([
    [
      'a label that says nothing',
      `<button aria-label="Fermer">${icon}</button>`,
      `<button aria-label="">${icon}</button>`,
      'button-name',
    ],
    [
      'a name that is nowhere',
      `<h2 id="a">Fermer</h2><button aria-labelledby="a">${icon}</button>`,
      `<h2 id="a">Fermer</h2><button aria-labelledby="b">${icon}</button>`,
      'button-name',
    ],
    [
      'words that are not read aloud',
      '<button class="close"><span>×</span></button><button class="close" aria-label="Fermer"><span aria-hidden="true">×</span></button>',
      '<button class="close"><span aria-hidden="true">×</span></button>',
      'button-name',
    ],
    [
      'a line out of its list',
      '<ul class="lines"><li>Une</li></ul><div class="lines"><p>Une</p></div>',
      '<div class="lines"><li>Une</li></div>',
      'listitem',
    ],
    [
      'what takes the focus where nothing is read aloud',
      '<div aria-hidden="true"><p>Une</p></div><p><button>Ici</button></p>',
      '<div aria-hidden="true"><p>Une</p><button>Ici</button></div>',
      'aria-hidden-focus',
    ],
    ['what was hidden', folded('<hr class="shut">'), folded(''), 'color-contrast'],
  ])('%s', async (_what, judged, planted, rule) => {
    expect(await look(judged)).toBe('');
    expect(await look(judged)).toBeNull();
    expect(await look(planted)).toContain(rule);
  });

  it('and looked for in what holds it alone', async () => {
    const known = '<section><p>Une</p></section>';
    expect(await look(`${known}<section><ul><li>Une</li></ul></section>`)).toBe('');
    shown = shown.replace('<li>', '<li class="new">');
    await page.goto(`${site}/une`);
    expect(await markup.unjudged(page)).toEqual(['body > :nth-child(1) > :nth-child(3) > :nth-child(1)']);
    expect(await look(`${known}<section><ul><li>Une</li><p>Deux</p></ul></section>`)).toContain('list');
  });

  it('a contrast that one width alone lacks', async () => {
    expect(await look(pale)).toBe('');
    expect(await look(pale)).toBeNull();
    expect(await look(pale, { width: 360 })).toContain('color-contrast');
  });

  it('whatever is at an address that nobody met', async () => {
    const [known, lone] = ['<p>Une</p><p>Deux</p>', '<p>Une</p>'];
    expect(await look(known)).toBe('');
    expect(await look(lone)).toBeNull();
    expect(await look(lone, { path: '/autre' })).toBe('');
    expect(await look(lone, { path: '/autre' })).toBeNull();
  });
});
