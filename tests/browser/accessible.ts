import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const { resolve } = createRequire(import.meta.resolve('@axe-core/playwright'));
/** The one that the builder would send is as its authors wrote it: to read it takes a page three times as long. */
const axeSource = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with the page as it stands, or with some parts of it (none: nothing), `without` these rules. No page of ours has a frame of somebody else: the
 * mode that looks into them opens a tab of its own each time.
 */
export async function violationsOf(page: Page, parts: readonly string[] = ['html'], without: readonly string[] = []) {
  // Without one, axe would look at all of the page.
  if (parts.length === 0) return [];
  // Half a megabyte of source is sent once to each page that is loaded.
  if ((await page.evaluate('typeof axe')) !== 'object') await page.evaluate(axeSource);
  const axe = new AxeBuilder({ page, axeSource: ';' })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .disableRules([...without]);
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations;
}

/** What is serious or worse in these parts of a page, each rule in a line. */
export async function seriousFaults(page: Page, parts: readonly string[]): Promise<string[]> {
  const violations = await violationsOf(page, parts);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}

/** Nothing of what axe knows to look for is wrong with the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const violations = await violationsOf(page);
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}
