import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { origin } from '../suite.ts';
import { press } from './pressing.ts';
import type { PageState } from './states.ts';

/**
 * Brings `page` to a state, and waits until nothing is to come: what is looked at is what stays. Loaded from its address, as from a mail; or, where the page
 * is open already and `isUntouched`, as by one of its own links, which loads nothing again and takes a third of the time.
 */
export async function arrive(page: Page, state: PageState, isUntouched: boolean): Promise<void> {
  const { path, width, theme, pressed } = state;
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme: theme });
  const isThere = isUntouched && pressed === undefined && (await follows(page, path));
  if (!isThere) await load(page, path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The gallery shows one for ever.
  const staying = path.startsWith('/galerie') ? 1 : 0;
  const stillToCome = async () => {
    await page.evaluate(unfold);
    // A list keeps what it shows until the next answer comes.
    return page.locator('.skeleton, .turning').count();
  };
  await expect.poll(stillToCome, { timeout: 30_000 }).toBe(staying);
  await press(page, { pressed });
}

/** Whether the page that is open leads there itself. What follows « # » is read once, when a page is loaded. */
async function follows(page: Page, path: string): Promise<boolean> {
  const { href, pathname, hash } = new URL(path, origin);
  if (hash !== '' || !page.url().startsWith(origin) || new URL(page.url()).pathname !== pathname) return false;
  const isOwn: unknown = await page.evaluate(`(${follow})(${JSON.stringify(path)})`);
  return isOwn === true && page.url() === href;
}

async function load(page: Page, path: string): Promise<void> {
  // Two views that differ by their fragment alone are one page to the browser.
  if (path.includes('#')) await page.goto('about:blank');
  await page.goto(path);
}

/**
 * Runs in the page: a click on a link, until the view that it leads to is drawn, with the places of what is to come. False where the page leaves its links
 * to the browser, which then follows none.
 */
const follow = `async (path) => {
  const link = document.createElement('a');
  link.href = path;
  document.body.append(link);
  let isOwn = false;
  const afterThePage = (event) => {
    isOwn = event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', afterThePage, { once: true });
  link.click();
  link.remove();
  if (isOwn) await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return isOwn;
}`;

/** Runs in the page, again and again: what comes only where it is scrolled to or unfolded comes too. */
const unfold = `
  for (const fold of document.querySelectorAll('details:not([open])')) fold.open = true;
  scrollTo(0, document.body.scrollHeight);
`;
