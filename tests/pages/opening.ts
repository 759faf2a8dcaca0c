import type { Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from '../browser/accessible.ts';
import type { KnownMarkup } from './known-markup.ts';
import type { Faults } from './looking.ts';

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

type Look = (opening: Opening) => Promise<Faults>;

/** What is looked for in a page, and what is wrong with what each opens. */
const looks: Readonly<Record<string, Look>> = {
  'button[popovertarget]': faultsOfMenu,
  'main [aria-haspopup="dialog"]:not([aria-disabled])': faultsOfDialog,
  'main form[novalidate] button[type="submit"]:not([aria-disabled])': faultsOfSending,
};

/** The gallery of the pieces shows documents that nobody can open. */
const opensNothing = '/galerie main [aria-haspopup="dialog"]:not([aria-disabled]) Ouvrir';

interface Opening {
  readonly page: Page;
  readonly button: Button;
  /** What axe says of one part of the page, when something of it was never judged. */
  readonly seriousIn: (part: string) => Promise<Faults>;
}

/**
 * What a page opens over itself, and what its forms say to who forgets something: each kind of thing once for each audience, on the first of its pages
 * that has it. By keyboard alone: who presses Enter is led inside, Escape leads back.
 */
export class Openings {
  readonly #seen = new Set<string>();
  readonly #markup: KnownMarkup;

  constructor(markup: KnownMarkup) {
    this.#markup = markup;
  }

  /** @returns what is wrong, and whether anything was opened or sent: the page is then not as somebody who comes finds it. */
  async faultsOf(page: Page): Promise<{ readonly faults: Faults; readonly hasOpened: boolean }> {
    const faults: Faults = [];
    let hasOpened = false;
    const address = page.url();
    const seriousIn = async (part: string) => seriousFaults(page, await this.#markup.unjudged(page, part));
    for (const [pressed, look] of Object.entries(looks)) {
      const unseen = await this.#unseen(page, pressed);
      if (unseen.length > 0) await page.route(writes, refuse);
      for (const { kind, button } of unseen) {
        // A form with nothing missing led elsewhere; or another reader's page came to it first; or what was opened before took it away.
        if (page.url() !== address) break;
        if (!(await button.isVisible()) || this.#seen.has(kind)) continue;
        this.#seen.add(kind);
        hasOpened = true;
        const found = await look({ page, button, seriousIn }).catch(async (error: Error) => {
          await page.keyboard.press('Escape');
          return [error.message];
        });
        faults.push(...found.map((fault) => `« ${kind} »: ${fault}`));
      }
    }
    await page.unroute(writes);
    return { faults, hasOpened };
  }

  /** What was looked for and is in no page: it would never be looked at. */
  missing(): string[] {
    return Object.keys(looks).filter((pressed) => ![...this.#seen].some((kind) => kind.includes(` ${pressed} `)));
  }

  /** One of each kind that nobody has looked at. Most pages have none: they cost one question. */
  async #unseen(page: Page, pressed: string): Promise<{ readonly kind: string; readonly button: Button }[]> {
    const found = page.locator(pressed);
    const audience = new URL(page.url()).pathname;
    const kinds = (await labelsOf(found)).map((label) => kindOf(audience, pressed, label));
    const first = kinds.map(
      (kind, place) => kind !== undefined && !this.#seen.has(kind) && kinds.indexOf(kind) === place,
    );
    if (!first.includes(true)) return [];
    const buttons = await found.elementHandles();
    return buttons.flatMap((button, place) => {
      const kind = kinds[place];
      return first[place] && kind !== undefined ? [{ kind, button }] : [];
    });
  }
}

/** By its words as they are seen, and by what its form asks first: the names of people and files tell two of a kind apart, not two kinds. */
function kindOf(audience: string, pressed: string, label: string): string | undefined {
  const kind = `${audience} ${pressed} ${label}`.replace(/«.*»|\d+/g, '');
  return label === '' || kind === opensNothing ? undefined : kind;
}

/** Empty for what can't be seen, and for what a dialog holds: it is looked at when the dialog is. */
function labelsOf(buttons: Locator): Promise<string[]> {
  return buttons.evaluateAll((all) =>
    all.map((one) => {
      if (!one.checkVisibility() || one.closest('dialog') !== null) return '';
      // The menu of a person is named by them.
      if (one.popoverTargetElement) return one.popoverTargetElement.id;
      const seen = one.cloneNode(true);
      for (const unseen of seen.querySelectorAll('.visually-hidden')) unseen.remove();
      const asked = one.type === 'submit' ? one.form?.querySelector('input, select, textarea')?.id : undefined;
      return `${seen.textContent.trim() || one.getAttribute('aria-label') || 'sans texte'} ${asked ?? ''}`.trim();
    }),
  );
}

async function press(page: Page, button: Button): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Escape closes what is open, and who opened it is where they were. */
async function leave(page: Page, button: Button, opened: string): Promise<Faults> {
  await page.keyboard.press('Escape');
  return faultsOfClosed(page, button, opened);
}

/** At once, not a moment later: Tab would start from the top of the page. */
async function faultsOfClosed(page: Page, button: Button, opened: string): Promise<Faults> {
  await page.locator(opened).waitFor({ state: 'hidden', timeout: 15_000 });
  const led = await button.evaluate((one) => {
    const { activeElement } = one.ownerDocument;
    return activeElement === one ? null : (activeElement?.outerHTML.slice(0, 160) ?? 'nothing');
  });
  return led === null ? [] : [`it does not give the focus back, but to ${led}`];
}

async function faultsOfMenu({ page, button, seriousIn }: Opening): Promise<Faults> {
  const menu = '[popover]:popover-open';
  await press(page, button);
  await page.locator(menu).waitFor({ timeout: 15_000 });
  const faults = await seriousIn(menu);
  await page.keyboard.press('Tab');
  if ((await page.locator(menu).locator(':focus').count()) !== 1) faults.push('Tab does not lead into it');
  return [...faults, ...(await leave(page, button, menu))];
}

const dialogOf = (page: Page) => page.locator('dialog[open]');
/** What is missing is told in a list at the top, or at its field. */
const told = '[role="alert"], .field-error';

async function faultsOfDialog(opening: Opening): Promise<Faults> {
  const { page, button } = opening;
  const open = async () => {
    await press(page, button);
    await dialogOf(page).waitFor({ timeout: 15_000 });
  };
  await open();
  const faults = [...(await faultsOfOpen(opening)), ...(await leave(page, button, 'dialog[open]'))];
  const confirm = dialogOf(page).locator('.dialog-actions button[type="submit"]');
  await open();
  if ((await confirm.count()) === 1) {
    await page.evaluate(lateFrames);
    await confirm.press('Enter');
    // Something is missing, or the refusal is told: here, or in the page when the dialog has left it.
    const isAnswered = async () =>
      (await dialogOf(page).count()) === 0 || (await dialogOf(page).locator(told).first().isVisible());
    await expect.poll(isAnswered, { timeout: 15_000 }).toBe(true);
    if ((await dialogOf(page).count()) === 0) return faults;
    faults.push(...(await faultsOfMissing(opening, 'dialog[open]')), ...(await faultsOfWords(opening, open)));
  }
  return [...faults, ...(await leave(page, button, 'dialog[open]'))];
}

/** As on a busy phone: what the page does in its next frame comes when its reader has gone on. */
const lateFrames = 'window.requestAnimationFrame = (next) => setTimeout(() => next(performance.now()), 300)';

async function faultsOfOpen({ page, seriousIn }: Opening): Promise<Faults> {
  const dialog = dialogOf(page);
  await expect.poll(() => dialog.locator('.skeleton').count(), { timeout: 30_000 }).toBe(0);
  const inside = await dialog.evaluate((one) => one.contains(one.ownerDocument.activeElement));
  const wide = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
  return [
    ...(inside ? [] : ['the focus is not led inside']),
    ...(wide > 0 ? [`is ${wide} px too wide`] : []),
    ...(await seriousIn('dialog[open]')),
  ];
}

/**
 * Words typed in a dialog are asked about before Escape loses them, or are there again when it opens anew. It is then open, and nothing typed stays:
 * the next page would take back the draft of this one.
 */
async function faultsOfWords({ page, button }: Opening, open: () => Promise<void>): Promise<Faults> {
  const field = dialogOf(page).locator('textarea, input:not([type="checkbox"], [type="radio"], [type="date"])').first();
  if ((await field.count()) === 0) return [];
  const typeThenEscape = async () => {
    await field.fill('7');
    await page.keyboard.press('Escape');
  };
  await typeThenEscape();
  const question = dialogOf(page).getByRole('group', { name: 'Fermer sans garder' });
  const isAnswered = async () => (await question.count()) === 1 || (await dialogOf(page).count()) === 0;
  await expect.poll(isAnswered, { timeout: 15_000 }).toBe(true);
  if ((await question.count()) === 0) {
    await open();
    const isKept = (await field.count()) === 1 && /^7/.test(await field.inputValue());
    if (isKept) await field.fill('');
    return isKept ? [] : ['Escape loses what was typed'];
  }
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached', timeout: 15_000 });
  const isWriting = await field.evaluate((one) => one === one.ownerDocument.activeElement);
  await typeThenEscape();
  await question.getByRole('button', { name: 'Fermer sans garder' }).press('Enter');
  const faults = await faultsOfClosed(page, button, 'dialog[open]');
  await open();
  return [...faults, ...(isWriting ? [] : ['who goes on writing is led elsewhere'])];
}

/** Who sends is led to the list of what is missing, or to the first field that lacks something; each line of the list leads to a field. */
async function faultsOfMissing({ page, seriousIn }: Opening, part: string): Promise<Faults> {
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
  return [...faults, ...(await seriousIn(part))];
}

async function faultsOfSending(opening: Opening): Promise<Faults> {
  const { page, button } = opening;
  const before = page.url();
  await press(page, button);
  const answered = async () =>
    page.url() !== before || (await page.locator(`dialog[open], ${told}`).first().isVisible());
  await expect.poll(answered, { timeout: 15_000 }).toBe(true);
  if ((await dialogOf(page).count()) > 0)
    return [...(await faultsOfOpen(opening)), ...(await leave(page, button, 'dialog[open]'))];
  return page.url() === before ? faultsOfMissing(opening, 'main') : [];
}
