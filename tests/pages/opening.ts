import type { Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { type Faults, seriousFaults } from './looking.ts';

/** Nothing of what is pressed here is done: only what reads passes. */
const refusal = {
  error: {
    ...{ status: 'FAILED_PRECONDITION', message: 'Rien ne change pendant que l’on regarde.' },
    details: { code: 'looked-at' },
  },
};
const writes = /\/api\/(?!view$|openFile$)/;
const refuse = (route: Route) => route.fulfill({ status: 400, json: refusal });

/** The element itself: its place among the others changes with what it opens. */
type Button = Awaited<ReturnType<Locator['elementHandles']>>[number];

/** What is looked for in a page, and what is wrong with what each opens. */
const looks: Readonly<Record<string, (page: Page, button: Button) => Promise<Faults>>> = {
  'button[popovertarget]': faultsOfMenu,
  'main [aria-haspopup="dialog"]:not([aria-disabled])': faultsOfDialog,
  'main form[novalidate] button[type="submit"]:not([aria-disabled])': faultsOfSending,
};

/** The gallery of the pieces shows documents that nobody can open. */
const opensNothing = '/galerie main [aria-haspopup="dialog"]:not([aria-disabled]) Ouvrir';

/**
 * What a page opens over itself, and what its forms say to who forgets something: all that is found in the page, each kind of thing once per page.
 * By keyboard alone: who presses Enter is led inside, Escape leads back.
 */
export class Openings {
  readonly #seen = new Set<string>();

  async faultsOf(page: Page): Promise<Faults> {
    const faults: Faults = [];
    const address = page.url();
    for (const [pressed, look] of Object.entries(looks)) {
      for (const button of await page.locator(pressed).elementHandles()) {
        // A form with nothing missing led elsewhere.
        if (page.url() !== address) break;
        const label = await labelOf(button);
        if (label === '' || !this.#isNew(`${new URL(address).pathname} ${pressed} ${label}`)) continue;
        await page.route(writes, refuse);
        const found = await look(page, button).catch(async (error: Error) => {
          await page.keyboard.press('Escape');
          return [error.message];
        });
        faults.push(...found.map((fault) => `« ${label} »: ${fault}`));
      }
    }
    await page.unroute(writes);
    return faults;
  }

  /** By its words as they are seen, and by what its form asks first: the names of people and files tell two of a kind apart, not two kinds. */
  #isNew(words: string): boolean {
    const kind = words.replace(/«.*»|\d+/g, '');
    if (kind === opensNothing || this.#seen.has(kind)) return false;
    this.#seen.add(kind);
    return true;
  }
}

/** Empty for what can't be seen, and for what a dialog holds: it is looked at when the dialog is. */
function labelOf(button: Button): Promise<string> {
  return button.evaluate((one) => {
    if (!one.checkVisibility() || one.closest('dialog') !== null) return '';
    const seen = one.cloneNode(true);
    for (const unseen of seen.querySelectorAll('.visually-hidden')) unseen.remove();
    const asked = one.type === 'submit' ? one.form?.querySelector('input, select, textarea')?.id : undefined;
    return `${seen.textContent.trim() || one.getAttribute('aria-label') || 'sans texte'} ${asked ?? ''}`.trim();
  });
}

async function press(page: Page, button: Button): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Escape closes what is open, and who opened it is where they were. */
async function leave(page: Page, button: Button, opened: string): Promise<Faults> {
  await page.keyboard.press('Escape');
  await page.locator(opened).waitFor({ state: 'hidden', timeout: 5_000 });
  const isBack = () => button.evaluate((one) => one === one.ownerDocument.activeElement);
  return expect
    .poll(isBack, { timeout: 2_000 })
    .toBe(true)
    .then(
      () => [],
      () => ['Escape does not give the focus back'],
    );
}

async function faultsOfMenu(page: Page, button: Button): Promise<Faults> {
  const menu = '[popover]:popover-open';
  await press(page, button);
  await page.locator(menu).waitFor({ timeout: 5_000 });
  const faults = await seriousFaults(page, menu);
  await page.keyboard.press('Tab');
  if ((await page.locator(menu).locator(':focus').count()) !== 1) faults.push('Tab does not lead into it');
  return [...faults, ...(await leave(page, button, menu))];
}

const dialogOf = (page: Page) => page.locator('dialog[open]');
/** What is missing is told in a list at the top, or at its field. */
const told = '[role="alert"], .field-error';

async function faultsOfDialog(page: Page, button: Button): Promise<Faults> {
  await press(page, button);
  await dialogOf(page).waitFor({ timeout: 10_000 });
  const faults = await faultsOfOpen(page);
  const confirm = dialogOf(page).locator('.dialog-actions button[type="submit"]');
  if ((await confirm.count()) === 1) {
    await confirm.press('Enter');
    // Something is missing, or the refusal is told: here, or in the page when the dialog has left it.
    const isAnswered = async () =>
      (await page.locator(told).first().isVisible()) || (await dialogOf(page).count()) === 0;
    await expect.poll(isAnswered, { timeout: 5_000 }).toBe(true);
    if ((await dialogOf(page).count()) === 0) return faults;
    faults.push(...(await faultsOfMissing(page, 'dialog[open]')));
  }
  return [...faults, ...(await leave(page, button, 'dialog[open]'))];
}

async function faultsOfOpen(page: Page): Promise<Faults> {
  const dialog = dialogOf(page);
  await expect.poll(() => dialog.locator('.skeleton').count(), { timeout: 30_000 }).toBe(0);
  const inside = await dialog.evaluate((one) => one.contains(one.ownerDocument.activeElement));
  const wide = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
  return [
    ...(inside ? [] : ['the focus is not led inside']),
    ...(wide > 0 ? [`is ${wide} px too wide`] : []),
    ...(await seriousFaults(page, 'dialog[open]')),
  ];
}

/** Who sends is led to the list of what is missing, or to the first field that lacks something; each line of the list leads to a field. */
async function faultsOfMissing(page: Page, part: string): Promise<Faults> {
  const faults = [];
  if ((await page.locator(part).locator('.notice-list, .field-error').count()) > 0) {
    const led = page.locator('[role="alert"]:focus, .field:has(.field-error):focus, .field:has(.field-error) :focus');
    const isLed = await led.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (!isLed) faults.push('the focus is not led to what is missing');
  }
  for (const line of await page.locator(part).locator('[role="alert"] .notice-list a').all()) {
    const field = decodeURIComponent((await line.getAttribute('href'))?.slice(1) ?? '');
    if ((await page.locator(`[id="${field}"]`).count()) !== 1)
      faults.push(`« ${await line.textContent()} » leads to no field`);
  }
  return [...faults, ...(await seriousFaults(page, part))];
}

async function faultsOfSending(page: Page, button: Button): Promise<Faults> {
  const before = page.url();
  await press(page, button);
  const answered = async () =>
    page.url() !== before || (await page.locator(`dialog[open], ${told}`).first().isVisible());
  await expect.poll(answered, { timeout: 10_000 }).toBe(true);
  if ((await dialogOf(page).count()) > 0)
    return [...(await faultsOfOpen(page)), ...(await leave(page, button, 'dialog[open]'))];
  return page.url() === before ? faultsOfMissing(page, 'main') : [];
}
