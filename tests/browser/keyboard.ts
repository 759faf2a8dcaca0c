import type { Locator, Page } from 'playwright-core';

/** More presses than any of our pages needs: past them, something can't be reached. */
const MOST_TABS = 150;

/** Somebody who has no mouse: Tab, Enter, Space, letters, and nothing else. */
export class Keyboard {
  readonly #page: Page;
  /** How many times Tab was pressed in all. */
  tabs = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Goes on with Tab until the focus is there. @throws Error when it never is, or when the focus can't be seen where it stands */
  async to(target: Locator): Promise<void> {
    await target.first().waitFor();
    for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
      if (await target.first().evaluate((one) => one === one.ownerDocument.activeElement)) return;
      await this.#page.keyboard.press('Tab');
      this.tabs += 1;
    }
    throw new Error(`${target} is not reached with ${MOST_TABS} presses of Tab`);
  }

  /** Follows a link, presses a button, or opens what folds. */
  async enter(target: Locator): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press('Enter');
  }

  async tick(target: Locator): Promise<void> {
    await this.to(target);
    if (!(await target.first().isChecked())) await this.#page.keyboard.press('Space');
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

  /** A date is typed in the order that this browser asks: day, month, year. */
  async typeDate(target: Locator, day: string): Promise<void> {
    await this.to(target);
    const [year = '', month = '', date = ''] = day.split('-');
    await this.#page.keyboard.type(`${date}${month}${year}`);
  }

  /** Opens the browser's own window, whose files are not ours to choose by keyboard. */
  async file(target: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.to(target);
    const [chooser] = await Promise.all([this.#page.waitForEvent('filechooser'), this.#page.keyboard.press('Enter')]);
    await chooser.setFiles(file);
  }
}
