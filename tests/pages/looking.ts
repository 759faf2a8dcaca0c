import type { Browser, BrowserContext, Page } from 'playwright-core';
import { seriousFaults } from '../browser/accessible.ts';
import { keptSession } from '../browser/kept-session.ts';
import { authHost, origin } from '../suite.ts';
import { arrive } from './arriving.ts';
import { KnownMarkup } from './known-markup.ts';
import { Openings } from './opening.ts';
import { type PageState, type Somebody, widths } from './states.ts';

/** The pages' own server, and the emulators that stand for Google's four hosts. */
const ours = new RegExp(`^(${origin}|http://127\\.0\\.0\\.1:\\d+|blob:|data:)`);
/** 200 % of zoom on a screen of 1 280 px is a window of 640. */
const zoomed = 640;

/** What is wrong with one page, each fault in a line; empty when nothing is. */
export type Faults = string[];

/** The browser of each reader, opened once: what it has loaded and signed in serves all its pages. And what was seen by any of them. */
export class Readers {
  readonly markup = new KnownMarkup();
  readonly openings = new Openings(this.markup);
  readonly #browser: Browser;
  readonly #contexts = new Map<string, Promise<BrowserContext>>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  contextOf(reader: Somebody | null): Promise<BrowserContext> {
    const key = reader?.uid ?? '';
    const opened = this.#contexts.get(key) ?? contextOf(this.#browser, reader);
    this.#contexts.set(key, opened);
    return opened;
  }
}

/** Looks at one page at a time, in a tab of each reader's browser. */
export class Watcher {
  readonly #readers: Readers;
  readonly #pages = new Map<string, Promise<Page>>();
  readonly #heard = new Map<Page, Faults>();
  /** Looked at to the end, where nothing was pressed: another view may come without loading them again. */
  readonly #untouched = new Set<Page>();

  constructor(readers: Readers) {
    this.#readers = readers;
  }

  /** Opens a page and says all that is wrong with it. */
  async look(state: PageState): Promise<Faults> {
    const page = await this.#pageOf(state.reader);
    const heard = this.#heard.get(page) ?? [];
    heard.length = 0;
    await arrive(page, state, this.#untouched.delete(page));
    const faults = await faultsOfTitle(page);
    faults.push(...(await seriousFaults(page, await this.#readers.markup.unjudged(page))));
    const opened = await this.#readers.openings.faultsOf(page);
    faults.push(...opened.faults, ...(await tooWide(page)));
    if (!opened.hasOpened && state.pressed === undefined) this.#untouched.add(page);
    return [...heard, ...faults];
  }

  /** The page that `reader` looked at last, for what is done there besides. */
  page(reader: Somebody | null): Promise<Page> {
    return this.#pageOf(reader);
  }

  #pageOf(reader: Somebody | null): Promise<Page> {
    const key = reader?.uid ?? '';
    const known = this.#pages.get(key);
    if (known !== undefined) return known;
    const opened = this.#open(reader);
    this.#pages.set(key, opened);
    return opened;
  }

  async #open(reader: Somebody | null): Promise<Page> {
    const context = await this.#readers.contextOf(reader);
    const page = await context.newPage();
    this.#heard.set(page, listen(page));
    return page;
  }
}

async function contextOf(browser: Browser, reader: Somebody | null): Promise<BrowserContext> {
  const kept = reader && (await keptSession({ origin, hosting: origin, authHost }, reader));
  const context = await browser.newContext({
    ...{ locale: 'fr-FR', timezoneId: 'Europe/Paris', baseURL: origin, reducedMotion: 'reduce' },
    ...(kept && { storageState: kept }),
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/** Errors of scripts, what the content security policy refused, and what was asked of anybody else. */
function listen(page: Page): Faults {
  const heard: Faults = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) heard.push(message.text());
  });
  page.on('request', (request) => {
    if (!ours.test(request.url())) heard.push(`asks ${request.url()}`);
  });
  return heard;
}

async function faultsOfTitle(page: Page): Promise<Faults> {
  const title = await page.title();
  const headings = await page.getByRole('heading', { level: 1 }).count();
  return [
    ...(/^.+ · Sur mesure$/.test(title) ? [] : [`its title is « ${title} »`]),
    ...(headings === 1 ? [] : [`it has ${headings} first headings`]),
  ];
}

/** A page that must be pushed sideways to be read: at its own width, on the smallest phone, and enlarged twice. */
async function tooWide(page: Page): Promise<Faults> {
  const faults: Faults = [];
  const [phone] = widths;
  for (const width of new Set([page.viewportSize()?.width ?? phone, phone, zoomed])) {
    await page.setViewportSize({ width, height: 800 });
    const { scrollWidth, clientWidth } = await page
      .locator('html')
      .evaluate((html) => ({ scrollWidth: html.scrollWidth, clientWidth: html.clientWidth }));
    if (scrollWidth > clientWidth) faults.push(`is ${scrollWidth} px wide in ${clientWidth}`);
  }
  return faults;
}
