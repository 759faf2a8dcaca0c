import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { keptSession } from '../../tests/browser/kept-session.ts';
import { launchBrowser } from '../../tests/browser/launch.ts';
import { type PageState, type Somebody, statesOf } from '../../tests/pages/states.ts';
import { root } from '../commands.ts';
import { host, type Ports, portsFor, requestedOffset } from '../emulators/ports.ts';
import { castOn } from './every-page.ts';
import { frameOf, guideShots } from './guide-shots.ts';
import { PATIENCE, settled } from './settled.ts';

const folder = join(root, 'docs', 'guides', 'images');
/** Text stays sharp, and a page of a form weighs some thirty kilobytes. */
const QUALITY = 0.7;

/** A browser that can't write one gives a PNG, silently. */
const webpMark = 'data:image/webp;base64,';
const webp = z.string().startsWith(webpMark);

/** The pictures of the guides of users, in docs/guides/images, from a demonstration that runs. @throws Error when a state is in no list any more. */
export async function guidePictures(flags: readonly string[]): Promise<void> {
  const ports = portsFor('start', requestedOffset(flags, process.env));
  const states = statesOf(await castOn(ports));
  await mkdir(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const { name, state } of guideShots) {
      const found = states.find((one) => one.name === state);
      if (found === undefined) throw new Error(`No page is looked at as « ${state} »: see tests/pages/states.ts.`);
      await writeFile(join(folder, `${name}.webp`), await takeGuide(browser, ports, { ...found, name }));
      console.log(`docs/guides/images/${name}.webp`);
    }
  } finally {
    await browser.close();
  }
}

async function takeGuide(
  browser: Browser,
  ports: Ports,
  { name, path, reader }: Pick<PageState, 'name' | 'path' | 'reader'>,
): Promise<Buffer> {
  const { width, height, scale } = frameOf(name);
  const context = await browser.newContext({
    ...{ viewport: { width, height }, deviceScaleFactor: scale, baseURL: originOf(ports) },
    ...{ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce', colorScheme: 'light' },
    ...(reader !== null && { storageState: await sessionOf(ports, reader) }),
  });
  try {
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(path);
    await settled(page);
    return await asWebp(browser, await page.screenshot(), frameOf(name));
  } finally {
    await context.close();
  }
}

const originOf = (ports: Ports) => `http://${host}:${ports.hosting}`;

function sessionOf(ports: Ports, reader: Somebody) {
  const origin = originOf(ports);
  return keptSession({ origin, hosting: origin, authHost: `${host}:${ports.auth}` }, reader);
}

/** The browser writes WebP, a third of what the PNG weighs; no library is needed for it. */
async function asWebp(browser: Browser, png: Buffer, frame: ReturnType<typeof frameOf>): Promise<Buffer> {
  const page: Page = await browser.newPage();
  try {
    const size = { width: frame.width * frame.scale, height: frame.height * frame.scale };
    const asked = JSON.stringify({
      ...size,
      quality: QUALITY,
      source: `data:image/png;base64,${png.toString('base64')}`,
    });
    // Text, since the types of this project's tools know no page.
    const written = await page.evaluate(`(async ({ width, height, quality, source }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d', { alpha: false }).drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
      const reader = new FileReader();
      reader.readAsDataURL(blob);
      await new Promise((loaded) => reader.addEventListener('load', loaded));
      return reader.result;
    })(${asked})`);
    return Buffer.from(webp.parse(written).slice(webpMark.length), 'base64');
  } finally {
    await page.close();
  }
}
