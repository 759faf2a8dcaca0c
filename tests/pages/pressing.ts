import type { Page } from 'playwright-core';
import type { PageState } from './states.ts';

/** Brings the page to the state that only a press shows, where there is one. */
export async function press(page: Page, { pressed }: Pick<PageState, 'pressed'>): Promise<void> {
  if (pressed === undefined) return;
  for (const [id, text] of Object.entries(pressed.typed)) await page.locator(`#${id}`).fill(text);
  await page.getByRole('button', { name: pressed.button }).click();
  await page.getByText(pressed.shows).first().waitFor();
}
