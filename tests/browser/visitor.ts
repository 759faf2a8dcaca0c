import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { freshHour } from '../fresh-hour.ts';
import { inbox, origin } from '../suite.ts';

/** With what somebody comes: the state of a browser in which they signed in before, or a browser that runs no script. */
export type Arrival = Pick<BrowserContextOptions, 'storageState' | 'javaScriptEnabled'>;

/** One person with a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, what the content security policy refused, pages wider than the window. */
  readonly complaints: string[];
}

export async function visitor(browser: Browser, width: number, arrival: Arrival): Promise<Visitor> {
  const context = await browser.newContext({
    ...arrival,
    viewport: { width, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    baseURL: origin,
  });
  // A slow machine is no failure; what never comes still ends.
  context.setDefaultTimeout(30_000);
  await context.addInitScript({ content: tellOfOverflow });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refusal that a page shows is an HTTP error to the browser; what it must never say is that a policy was broken.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return { page, context, complaints };
}

/** Runs in each page: one that must be pushed sideways to be read is a fault, whatever the test looks at. */
const tellOfOverflow = `
  let asked = false;
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) reportError(new Error(location.href + ' is ' + scrollWidth + ' wide in ' + clientWidth));
    });
  }).observe(document, { childList: true, subtree: true, attributes: true });
`;

/** Asks for a link with an address, as on the first visit, and follows the mail. */
export async function signInByMail({ page }: Visitor, email: string): Promise<void> {
  await freshHour();
  await page.goto('/connexion');
  await page.locator('#email').fill(email);
  await page.getByRole('button', { name: 'Recevoir' }).click();
  const mail = await inbox.awaitMessage(email, 'Votre lien de connexion');
  await followMail(page, mail.text);
}

/** Opens the link of a mail and presses the one button that uses it. */
export async function followMail(page: Page, text: string): Promise<void> {
  const [link] = /https?:\/\/\S+#jeton=[\w-]+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`no link in the mail: ${text}`);
  // Another page first: only the fragment differs between two links, and the browser would not load anything.
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

/** Opens a page as a tab that one leaves for another thing. */
export async function leftTab({ context }: Visitor, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(address);
  return page;
}

/** A quarter of a minute later, with nobody waiting for it: what the page shows is old, and it looks again at once. */
export async function comeBackTo(page: Page): Promise<void> {
  await page.clock.setSystemTime(Date.now() + 16_000);
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
}

/** Opens a document over the page and reads all of it there: at once when no picture of its first page is made yet. */
export async function readInPage(page: Page, row: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: row }).click();
  const reader = page.locator('.reader');
  const read = reader.getByRole('button', { name: 'Lire dans la page' });
  const pages = reader.getByLabel('Page 1', { exact: true });
  await read.or(pages).first().waitFor();
  if (await read.isVisible()) await read.click();
  await pages.waitFor();
  return reader;
}
