import type { Page } from 'playwright-core';
import { renderDocument } from '../../functions/src/documents/render.ts';
import { issuedAtMs, samples } from '../../functions/src/documents/samples/samples.ts';

/** Fills in the fields of these ids. */
export async function answer(page: Page, answers: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, text] of Object.entries(answers)) await page.locator(`#${id}`).fill(text);
}

/** Opens a theme and ticks one of its sub-themes. */
export async function choose(page: Page, theme: string, subtheme: string): Promise<void> {
  await page.getByText(theme, { exact: false }).first().click();
  await page.getByLabel(subtheme).check();
}

/** A devis that our own engine printed: every byte the same each time. */
export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(renderDocument('devis-sample', samples['devis-sample'], { issuedAtMs })),
});
