import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * What axe finds wrong with the page as it stands, or with one part of it, `without` these rules. No page of ours has a frame of somebody else: the mode that looks into
 * them opens a tab of its own each time.
 */
export async function violationsOf(page: Page, part = 'html', without: readonly string[] = []) {
  // Half a megabyte of source is sent once to each page that is loaded.
  const isThere = await page.evaluate('typeof axe === "object"');
  const axe = new AxeBuilder({ page, ...(isThere === true && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .disableRules([...without]);
  const { violations } = await axe.include(part).analyze();
  return violations;
}

/** What is serious or worse, in the page or in one part of it, each rule in a line. */
export async function seriousFaults(page: Page, part = 'html'): Promise<string[]> {
  const violations = await violationsOf(page, part);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}

/** Nothing of what axe knows to look for is wrong with the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const violations = await violationsOf(page);
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
}
