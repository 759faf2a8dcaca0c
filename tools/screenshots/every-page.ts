import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import type { Browser, Page } from 'playwright-core';
import { keptSession } from '../../tests/browser/kept-session.ts';
import { launchBrowser } from '../../tests/browser/launch.ts';
import { castOf } from '../../tests/pages/cast.ts';
import { press } from '../../tests/pages/pressing.ts';
import { type Cast, type PageState, statesOf, type Theme, widths } from '../../tests/pages/states.ts';
import { root } from '../commands.ts';
import { host, type Ports, portsFor, requestedOffset } from '../emulators/ports.ts';
import { inParallel } from '../seed/world.ts';

const folder = join(root, '.local', 'pages');
const themes: readonly Theme[] = ['light', 'dark'];
/** Pictures on one sheet, beside each other. */
const ON_A_SHEET = 12;
const AT_ONCE = 3;

interface Picture {
  readonly file: string;
  readonly name: string;
}

/** Every page of the list that the tests look at, as a picture. */
export async function everyPage(flags: readonly string[]): Promise<void> {
  const ports = portsFor('start', requestedOffset(flags, process.env));
  const only = flags[flags.indexOf('--only') + 1];
  const named = flags.includes('--only') && only !== undefined ? only : '';
  const states = statesOf(await castOn(ports)).filter(({ name }) => name.includes(named));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    const pictures = new Map<string, Picture[]>();
    await inParallel(states, AT_ONCE, (state) => takeAll(browser, ports, state, pictures));
    for (const [sheet, taken] of pictures) await makeSheets(browser, sheet, taken);
  } finally {
    await browser.close();
  }
}

/** Whose pages are looked at, found in the demonstration that runs on these ports. */
export async function castOn(ports: Ports): Promise<Cast> {
  process.env.FIRESTORE_EMULATOR_HOST = `${host}:${ports.firestore}`;
  const app = initializeApp({ projectId: 'demo-sur-mesure' }, 'pictures');
  try {
    return await castOf(getFirestore(app));
  } finally {
    await deleteApp(app);
  }
}

async function takeAll(
  browser: Browser,
  ports: Ports,
  { name, path, reader, pressed }: PageState,
  pictures: Map<string, Picture[]>,
): Promise<void> {
  const origin = `http://${host}:${ports.hosting}`;
  const place = { origin, hosting: origin, authHost: `${host}:${ports.auth}` };
  const kept = reader === null ? undefined : await keptSession(place, reader);
  const context = await browser.newContext({
    ...{ baseURL: origin, locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' },
    ...(kept && { storageState: kept }),
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await press(page, { pressed });
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const sheet = `${width}-${theme}`;
      const file = `${name.replaceAll(/[^\w]+/g, '-')}.${sheet}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      pictures.set(sheet, [...(pictures.get(sheet) ?? []), { file, name }]);
    }
  }
  await context.close();
  console.log(name);
}

/** Many pictures in one, small: what is wrong with a page is often seen from afar. */
async function makeSheets(browser: Browser, sheet: string, pictures: readonly Picture[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1200 } });
  for (let first = 0; first < pictures.length; first += ON_A_SHEET) {
    const shown = pictures.slice(first, first + ON_A_SHEET);
    const html = join(folder, 'sheet.html');
    await writeFile(html, sheetOf(shown));
    await page.goto(`file://${html}`);
    await imagesLoaded(page);
    await page.screenshot({ path: join(folder, `sheet.${sheet}.${1 + first / ON_A_SHEET}.png`), fullPage: true });
  }
  await page.close();
}

function sheetOf(pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ file, name }) => `<figure><img src="${file}" alt=""><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body { display: grid; grid-template-columns: repeat(6, 1fr); gap: 12px; margin: 12px; background: #777; font: 13px sans-serif }
    figure { margin: 0; background: #fff; height: 620px; overflow: hidden } img { width: 100% } figcaption { position: relative }
    figure { display: flex; flex-direction: column-reverse; justify-content: flex-end }
  </style>${figures.join('')}`;
}

function imagesLoaded(page: Page): Promise<unknown> {
  return page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
}
