import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from '../../../tests/browser/accessible.ts';
import { launchBrowser } from '../../../tests/browser/launch.ts';
import { type MailName, mailNames } from '../domain/notifications/mails.ts';
import { exampleFigures, exampleLines } from './example-parts.ts';
import { exampleContext, exampleOf } from './examples.ts';
import { render } from './render.ts';

/** Pictures of every mail, for eyes, when asked for (`SUR_MESURE_PICTURES=1`): each costs more than all that is measured on it. Git-ignored. */
const pictures = fileURLToPath(new URL('../../../.local/mails/', import.meta.url));
const pictured = process.env.SUR_MESURE_PICTURES === '1';
const screens = [
  { width: 360, hour: 'light' },
  { width: 360, hour: 'dark' },
  { width: 600, hour: 'light' },
  { width: 600, hour: 'dark' },
] as const;
/** Between them, every block of the layout. */
const complete: readonly MailName[] = ['missionRequested', 'signIn', 'digest'];
const figures = { ...exampleOf('digest'), parts: [...exampleLines, ...exampleFigures] };
/** A mail is a part of the mail program's page, which has the landmarks. */
const pageRules = ['region', 'landmark-one-main'];

let browser: Browser;
beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(screens)('at $width px, $hour', ({ width, hour }) => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: hour, offline: true });
    page = await context.newPage();
  });

  it('every mail fits, with a button that a thumb can press', async () => {
    for (const name of mailNames) {
      await page.setContent(render(exampleOf(name), exampleContext).html);
      if (pictured) await page.screenshot({ path: `${pictures}${name}-${width}-${hour}.png`, fullPage: true });
      expect(await contentWidth(page), name).toBeLessThanOrEqual(width);
      expect((await page.locator('a.button').boundingBox())?.height, name).toBeGreaterThanOrEqual(44);
    }
  });

  it('long names without a space stay inside', async () => {
    const long = 'M'.repeat(120);
    const changed = { recipientName: long, laureateName: long, expertName: long, byName: long, need: long.repeat(3) };
    await page.setContent(render(exampleOf('missionRequested', changed), exampleContext).html);
    expect(await contentWidth(page)).toBeLessThanOrEqual(width);
  });

  it('figures have bars as long as what they say, and are read without them', async () => {
    await page.setContent(render(figures, exampleContext).html);
    if (pictured) await page.screenshot({ path: `${pictures}figures-${width}-${hour}.png`, fullPage: true });
    expect(await contentWidth(page)).toBeLessThanOrEqual(width);
    const [full, rest] = await Promise.all(
      ['td.barFull', 'td.barRest'].map(async (cell) => (await page.locator(cell).first().boundingBox())?.width ?? 0),
    );
    expect((full ?? 0) / ((full ?? 0) + (rest ?? 0))).toBeCloseTo(0.62, 1);
    const violations = await violationsOf(page, ['body'], pageRules);
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
  });

  it('lines without a space, and figures, stay inside', async () => {
    const long = 'M'.repeat(300);
    const parts = [
      { kind: 'lines', title: long, lines: [{ text: long, detail: long, path: '/laureat' }] },
      { kind: 'figures', title: long, rows: [{ label: long, value: long, share: 0.5 }] },
    ] as const;
    await page.setContent(render({ ...exampleOf('digest'), parts }, exampleContext).html);
    expect(await contentWidth(page)).toBeLessThanOrEqual(width);
  });

  it.each(complete)('%s is legible and can be read aloud', async (name) => {
    await page.setContent(render(exampleOf(name), exampleContext).html);
    const violations = await violationsOf(page, ['body'], pageRules);
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
  });
});

function contentWidth(page: Page): Promise<number> {
  return page.locator('html').evaluate((root) => root.scrollWidth);
}
