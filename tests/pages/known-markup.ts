import type { Page } from 'playwright-core';
import * as z from 'zod';

const shapesInPage = z.array(z.object({ shape: z.string(), holder: z.string() }));

/**
 * What axe has judged already. What is made of elements that were all judged, each inside the same elements, at the same width and in the same theme,
 * would be judged as they were: half of the time of these tests went there. An id that is there twice, or a field without a label, is an element never
 * seen before. Each address is judged whole once, whatever it is made of: what its elements are together is seen by nobody else.
 */
export class KnownMarkup {
  readonly #judged = new Map<string, Set<string>>();
  readonly #met = new Set<string>();

  /**
   * What is to be judged of this page, or of one part of it, as selectors: all of it at an address that nobody met, else what is new at this width in
   * this theme, with the list, the button, the scrolled or hidden part that it is in, for some rules go by these; nothing when nothing is new. From now on all of it
   * is judged.
   */
  async unjudged(page: Page, part = 'body'): Promise<readonly string[]> {
    const found: unknown = await page.evaluate(`(${shapesOfElements})(${JSON.stringify(part)})`);
    const judged = await this.#judgedAround(page);
    const unseen = shapesInPage.parse(found).filter(({ shape }) => !judged.has(shape));
    for (const { shape } of unseen) judged.add(shape);
    // A part is looked at in a page that was met.
    if (part !== 'body' || this.#met.has(pathOf(page))) return outermost(unseen.map(({ holder }) => holder));
    this.#met.add(pathOf(page));
    return ['html'];
  }

  async #judgedAround(page: Page): Promise<Set<string>> {
    const isDark = await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
    const around = `${isDark} ${page.viewportSize()?.width}`;
    const judged = this.#judged.get(around) ?? new Set();
    this.#judged.set(around, judged);
    return judged;
  }
}

/** Without those that are inside another of them. */
function outermost(selectors: readonly string[]): string[] {
  const all = [...new Set(selectors)];
  return all.filter((one) => !all.some((other) => one.startsWith(`${other} > `)));
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/**
 * Runs in the page: of each element that is shown, all that axe goes by, without its words, and what holds the first of its kind. What is hidden is
 * judged by nobody: it is new on the day that it shows. An attribute that says nothing, or names an id that is not there, is another than one that does; a name is words that are read aloud.
 */
const shapesOfElements = `(part) => {
  const shapes = new Map();
  const times = new Map();
  for (const { id } of document.querySelectorAll('[id]')) times.set(id, (times.get(id) ?? 0) + 1);
  const naming = new Set(['aria-labelledby', 'aria-controls', 'aria-describedby']);
  const worded = new Set(['aria-label', 'alt', 'title']);
  const says = (one, name) => {
    const value = (one.getAttribute(name) ?? '').trim();
    if (!naming.has(name)) return value !== '' || !worded.has(name);
    return value !== '' && value.split(/\\s+/).every((id) => times.has(id));
  };
  const has = (one, name) => one.hasAttribute(name) && says(one, name);
  const isShown = (one) => one.getClientRects().length > 0 && one.checkVisibility({ visibilityProperty: true });
  const isSpoken = (node) =>
    node.nodeType === Node.TEXT_NODE
      ? node.data.trim() !== ''
      : node.nodeType === Node.ELEMENT_NODE && node.getAttribute('aria-hidden') !== 'true' && isShown(node) && isNamed(node);
  const isNamed = (one) =>
    [...worded, 'aria-labelledby'].some((name) => has(one, name)) ||
    [...(one.labels ?? [])].some((label) => label.textContent.trim() !== '') ||
    [...one.childNodes].some(isSpoken);
  const nameOf = (one) => [one.localName, one.getAttribute('role') ?? '', ...one.classList].join('.');
  const holders = 'ul, ol, dl, table, fieldset, a, button, label, summary, [role], [tabindex]';
  const place = (one) => [...(one.parentElement?.children ?? [])].indexOf(one) + 1;
  const selectorOf = (one) =>
    one === document.body ? 'body' : selectorOf(one.parentElement) + ' > :nth-child(' + place(one) + ')';
  const visit = (one, inside, parent) => {
    if (isShown(one)) {
      const attributes = one.getAttributeNames().filter((name) => name !== 'style' && name !== 'class');
      const said = attributes.map((name) => (says(one, name) ? name : name + '!')).join(' ');
      const twice = times.get(one.id) > 1 ? one.id : '';
      const shape = [inside, parent, nameOf(one), one.type ?? '', said, isNamed(one), twice].join('|');
      if (!shapes.has(shape)) shapes.set(shape, one);
    }
    // What has neither class nor meaning changes nothing to what is in it, but for its own children.
    const isPlain = /^(?:div|span)\\.$/.test(nameOf(one));
    for (const child of one.children) visit(child, isPlain ? inside : inside + '>' + nameOf(one), nameOf(one));
  };
  const root = document.querySelector(part);
  visit(root, '', '');
  const holds = (one) => one.matches(holders) || /auto|scroll/.test(getComputedStyle(one).overflow);
  const closestOf = (one, at) => (at === null || !root.contains(at) ? one : holds(at) ? at : closestOf(one, at.parentElement));
  const holderOf = (one) =>
    selectorOf(one === root ? root : (one.closest('[aria-hidden="true"]') ?? closestOf(one, one.parentElement)));
  return [...shapes].map(([shape, one]) => ({ shape, holder: holderOf(one) }));
}`;
