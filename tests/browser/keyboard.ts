import type { Locator, Page } from 'playwright-core';

/** More presses than any of our pages needs: past them, something can't be reached. */
const MOST_TABS = 150;

/** Somebody who has no mouse: Tab, Enter, Space, Escape, arrows, letters, and nothing else. */
export class Keyboard {
  readonly #page: Page;
  /** How many times Tab was pressed in all. */
  tabs = 0;
  /** Where the focus stood, on the way too, without being seen. */
  readonly unseen: string[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on with Tab until the focus is there. @throws Error when it never is */
  async to(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      if (await target.first().evaluate((one) => one === one.ownerDocument.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`${target} is not reached with ${MOST_TABS} presses of Tab`);
  }

  async press(key: 'Tab' | 'Enter' | 'Space' | 'Escape'): Promise<void> {
    await this.#page.keyboard.press(key);
    if (key !== 'Tab') return;
    this.tabs += 1;
    const fault = String(await this.#page.evaluate(faultOfFocus));
    if (fault !== '') this.unseen.push(`${new URL(this.#page.url()).pathname}: ${fault}`);
  }

  /** Follows a link, presses a button, or opens what folds. */
  async enter(target: Locator): Promise<void> {
    await this.to(target);
    await this.press('Enter');
  }

  /** Opens a dialog, leaves it with Escape, comes back to where it was opened from, and opens it again. @throws Error when the focus is elsewhere */
  async openTwice(target: Locator): Promise<Locator> {
    const dialog = this.#page.locator('dialog[open]');
    await this.enter(target);
    await this.landsOn(dialog.locator('*'));
    await this.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await this.landsOn(target);
    await this.press('Enter');
    await this.landsOn(dialog.locator('*'));
    return dialog;
  }

  /** The focus is there without a press of Tab: what comes next is heard from there. @throws Error when it stays elsewhere */
  async landsOn(target: Locator): Promise<void> {
    await target.and(this.#page.locator(':focus')).first().waitFor();
  }

  /** After a change of view, or an action that is done: the content begins here. */
  async landsOnContent(): Promise<void> {
    await this.landsOn(this.#page.locator('#contenu'));
  }

  async tick(target: Locator): Promise<void> {
    await this.to(target);
    if (!(await target.first().isChecked())) await this.press('Space');
  }

  /** Replaces what stands in a field. */
  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.type(text);
  }

  /** Goes down a list of choices to this one. */
  async choose(target: Locator, value: string): Promise<void> {
    await this.to(target);
    const choices = await target.first().locator('option').count();
    for (let pressed = 0; pressed < choices; pressed += 1) {
      if ((await target.first().inputValue()) === value) return;
      await this.#page.keyboard.press('ArrowDown');
    }
    throw new Error(`${target} has no choice « ${value} »`);
  }

  /** A date is typed figure by figure, in the order of this browser: day first in French, month first where it knows no French. */
  async typeDate(target: Locator, day: string): Promise<void> {
    await this.to(target);
    const [year = '', month = '', date = ''] = day.split('-');
    for (const figures of [`${date}${month}${year}`, `${month}${date}${year}`]) {
      await this.#page.keyboard.type(figures);
      if ((await target.first().inputValue()) === day) return;
      for (let part = 0; part < 3; part += 1) await this.#page.keyboard.press('ArrowLeft');
    }
    throw new Error(`${target} does not take ${day}`);
  }

  /** The one exception: Enter here opens a window of the system, which no page can drive. The focus gets there by Tab, the file is given to it. */
  async file(target: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.to(target);
    await target.setInputFiles(file);
  }
}

/**
 * Runs in the page: what hides the focus from the eyes, or nothing. It has a ring of two pixels at least, and some point of what it rings is in the window, under
 * nothing else. A file field wears its ring around its label.
 */
const faultOfFocus = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return '';
  const place = one.type === 'file' ? one.parentElement : one;
  const name = one.tagName.toLowerCase() + ' « ' + (one.id || one.textContent.trim().slice(0, 40)) + ' »';
  const { outlineStyle, outlineWidth } = getComputedStyle(place);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return name + ' has no ring';
  const points = [...place.getClientRects()].flatMap(({ left, top, right, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [[x, y], [left + 3, y], [right - 3, y], [x, top + 3], [x, bottom - 3]];
  });
  return points.some(([x, y]) => place.contains(document.elementFromPoint(x, y))) ? '' : name + ' is hidden or out of the window';
})()`;
