import { type Faults, open, seriousFaults, type Watcher } from './looking.ts';
import type { PageState } from './states.ts';

/** States in which one writes, whose form is sent empty: names of the list. */
export const written: readonly string[] = [
  'sign-in',
  'registration',
  'laureate, demande',
  'decision, renvoyer',
  'expert, diagnostic',
  'expert, rapport',
];

/** Sends a form with nothing in it, by keyboard, and follows each line of what is to be corrected to its field. */
export async function faultsOfEmptyForm(watcher: Watcher, state: PageState): Promise<Faults> {
  const page = await watcher.page(state.reader);
  await open(page, state);
  await page.locator('main form button[type="submit"]').last().focus();
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert').filter({ has: page.locator('a[href^="#"]') });
  const wrong = page.locator('main [aria-invalid="true"]');
  await summary.or(wrong).first().waitFor();
  // A form of one field says it beside that field, which has the focus.
  if ((await summary.count()) === 0)
    return (await wrong.first().evaluate((one) => one === one.ownerDocument.activeElement))
      ? []
      : ['the field in error has no focus'];
  const faults = await seriousFaults(page);
  if (!(await summary.evaluate((one) => one.contains(one.ownerDocument.activeElement))))
    faults.push('the summary does not take the focus');
  for (const link of await summary.locator('a').all()) {
    await link.focus();
    await page.keyboard.press('Enter');
    const left = await link.evaluate(
      (one) => one !== one.ownerDocument.activeElement && one.ownerDocument.activeElement !== one.ownerDocument.body,
    );
    if (!left) faults.push(`« ${await link.textContent()} » leads to no field`);
  }
  return faults;
}
