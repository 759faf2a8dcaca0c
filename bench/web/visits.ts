import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { keptSession } from '../../tests/browser/kept-session.ts';
import { thirdGeneration } from './budgets.ts';
import { holdsFirestore, sentKb } from './built-pages.ts';

export type Kept = Awaited<ReturnType<typeof keptSession>>;

/** One page, in the browser of one person or of nobody. */
export interface Visit {
  readonly address: string;
  readonly kept: Kept | undefined;
}

function openContext(browser: Browser, baseURL: string, { kept }: Visit, javaScriptEnabled = true) {
  const viewport = { width: 390, height: 844 };
  return browser.newContext({
    ...{ baseURL, viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris', javaScriptEnabled },
    ...(kept && { storageState: kept }),
  });
}

/** What a page shows once it is there: its title, and nothing that is still to come. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

export interface Scripts {
  readonly kb: number;
  readonly firestoreKb: number;
  readonly paths: readonly string[];
  /** Requests to anybody but us and Google's four hosts, and what the content security policy refused. */
  readonly strangers: number;
}

/** Those that the content security policy names. */
const known =
  /^https:\/\/(surmesure\.example|(identitytoolkit|securetoken|firestore|firebasestorage)\.googleapis\.com)\/|^(blob|data):/;

/** Every script that the browser asked for while its reader did nothing. */
export async function requestedScripts(browser: Browser, origin: string, visit: Visit): Promise<Scripts> {
  const context = await openContext(browser, origin, visit);
  const page = await context.newPage();
  const found = new Map<string, Promise<Buffer>>();
  let strangers = 0;
  page.on('request', (request) => {
    if (!known.test(request.url())) strangers += 1;
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) strangers += 1;
  });
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') found.set(new URL(response.url()).pathname, response.body());
  });
  await page.goto(visit.address);
  await settled(page);
  const bodies = await Promise.all(found.values());
  await context.close();
  const total = (all: readonly Buffer[]) => all.reduce((sum, body) => sum + sentKb(body), 0);
  return { kb: total(bodies), firestoreKb: total(bodies.filter(holdsFirestore)), paths: [...found.keys()], strangers };
}

/** Whether the page shows any of `selector` in a browser that runs no script. */
export async function showsWithoutScript(browser: Browser, origin: string, visit: Visit, selector: string) {
  const context = await openContext(browser, origin, visit, false);
  const page = await context.newPage();
  await page.goto(visit.address);
  const count = await page.locator(selector).count();
  await context.close();
  return count > 0;
}

async function slow(context: BrowserContext, page: Page): Promise<void> {
  const { bytesPerSecond, uploadBytesPerSecond, latencyMs } = thirdGeneration;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: uploadBytesPerSecond,
  });
}

/**
 * Milliseconds under 3G from the first byte asked for until `selector` is drawn and the page takes a press, with an empty cache, then again
 * with what the first visit left.
 */
export async function readyTimes(browser: Browser, origin: string, visit: Visit, selector: string) {
  const context = await openContext(browser, origin, visit);
  await context.addInitScript({ content: whenDrawn(selector) });
  const time = async () => {
    const page = await context.newPage();
    await slow(context, page);
    await page.goto(visit.address, { waitUntil: 'commit' });
    await page.locator('html[data-drawn]').waitFor({ state: 'attached' });
    const drawn = Number(await page.locator('html').getAttribute('data-drawn'));
    await page.close();
    return drawn;
  };
  const cold = await time();
  const warm = await time();
  await context.close();
  return { cold, warm };
}

/** Of a first visit under 3G. */
export async function firstPaint(browser: Browser, origin: string, visit: Visit): Promise<number> {
  const context = await openContext(browser, origin, visit);
  const page = await context.newPage();
  await slow(context, page);
  await page.goto(visit.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const paint: unknown = await page.evaluate(
    'performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN',
  );
  await context.close();
  return Number(paint);
}

/** Runs in the page: two frames after the element is there it is drawn, and the thread that answers presses was free. */
const whenDrawn = (selector: string) => `
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) return requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      document.documentElement.dataset.drawn = String(performance.now());
    }));
  };
  look();
`;
