import type { Page } from 'playwright-core';

const PATIENCE = 60_000;

/** Waits until everything of the page has come, however slow the machine, and fills the window. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle', { timeout: PATIENCE });
  await page.locator('.skeleton').first().waitFor({ state: 'detached', timeout: PATIENCE });
  // A browser without a screen has no scrollbar: the place that pages keep for one would be an empty band in their picture. As text, since the types
  // of this project's tools know no page.
  await page.evaluate("document.documentElement.style.scrollbarGutter = 'auto'");
}
