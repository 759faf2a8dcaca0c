import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../tests/browser/launch.ts';
import { root } from '../commands.ts';
import { host, portsFor, requestedOffset } from '../emulators/ports.ts';
import { PATIENCE, settled } from './settled.ts';

/** Each is one page as one person sees it, signed in with one click. */
interface Shot {
  readonly name: string;
  /** What the demonstration calls the person's role; null for a public page. */
  readonly role: RegExp | null;
  readonly width: number;
  readonly height: number;
  /** Opens the page to picture, from the person's home. */
  readonly path?: string;
  readonly follow?: RegExp;
}

const shots: readonly Shot[] = [
  { name: 'directory', role: null, width: 1280, height: 900, path: '/' },
  { name: 'laureate-home', role: /devis à valider/i, width: 390, height: 1060 },
  { name: 'decision', role: /devis à valider/i, width: 390, height: 1060, follow: /Lire et décider/ },
  { name: 'expert', role: /Expert/i, width: 1280, height: 900 },
  { name: 'staff', role: /équipe|FTL|Tiers-Lieux/i, width: 1280, height: 900, path: '/equipe?vue=laureats' },
];

const folder = join(root, 'docs', 'images');

async function take(
  browser: Browser,
  baseURL: string,
  { name, role, width, height, path, follow }: Shot,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    baseURL,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  if (role !== null) {
    await page.goto('/connexion');
    await page.getByRole('listitem').filter({ hasText: role }).getByRole('button').first().click();
    await page.waitForURL((url) => url.pathname !== '/connexion');
  }
  if (path !== undefined) await page.goto(path);
  if (follow !== undefined) await page.getByRole('link', { name: follow }).first().click();
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/images/${name}.png`);
}

/** The pictures of the README, in docs/images. */
export async function readmePictures(flags: readonly string[]): Promise<void> {
  const origin = `http://${host}:${portsFor('start', requestedOffset(flags, process.env)).hosting}`;
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const shot of shots) await take(browser, origin, shot);
  } finally {
    await browser.close();
  }
}
