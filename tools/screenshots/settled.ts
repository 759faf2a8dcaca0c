import type { Page } from 'playwright-core';

/** A busy machine answers late; a picture of what is still to come is of no use. */
export const PATIENCE = 90_000;

/** As text, since the types of this project's tools know no page. What stands lower comes when it is scrolled to. */
const untilNothingIsToCome = `new Promise((settle, fail) => {
  const look = () => {
    const coming = [...document.querySelectorAll('.skeleton')].some((one) => one.getBoundingClientRect().top < innerHeight);
    if (!coming) settle();
    else if (performance.now() > ${PATIENCE}) fail(new Error('something of the page has not come'));
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Waits until everything in the window has come, and lets the page fill it. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: PATIENCE });
  await page.waitForLoadState('networkidle', { timeout: PATIENCE });
  await page.evaluate(untilNothingIsToCome);
  // A browser without a screen has no scrollbar: the place that pages keep for one would be an empty band in their picture.
  await page.evaluate("document.documentElement.style.scrollbarGutter = 'auto'");
}
