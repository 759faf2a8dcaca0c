import type { Page } from 'playwright-core';
import type { Theme } from './states.ts';

/**
 * What axe has judged already. A page made of elements that were all judged, each inside the same elements, at the same width and in the same theme, would
 * be judged as they were: a third of the time of these tests went there. An id that is there twice, or a field without a label, is an element never seen
 * before. Each address is judged once whatever it is made of: what its elements are together is seen by nobody else.
 */
export class KnownMarkup {
  readonly #judged = new Map<string, Set<string>>();
  readonly #met = new Set<string>();

  /** Whether something of this page, or of one part of it, was not judged at this width in this theme; from now on it is. */
  async isNew(page: Page, theme: Theme, part?: string): Promise<boolean> {
    const shapes: unknown = await page.evaluate(`(${shapesOfElements})(${JSON.stringify(part ?? 'body')})`);
    const around = `${theme} ${page.viewportSize()?.width}`;
    const judged = this.#judged.get(around) ?? new Set();
    this.#judged.set(around, judged);
    const before = judged.size;
    for (const shape of Array.isArray(shapes) ? shapes : []) judged.add(String(shape));
    // A part is looked at in a page that was met.
    const isMet = part !== undefined || this.#met.has(pathOf(page));
    if (!isMet) this.#met.add(pathOf(page));
    return !isMet || judged.size > before;
  }
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/**
 * Runs in the page: of each element that is shown, all that axe goes by, without its words. What is hidden is judged by nobody: it is new on the day that
 * it shows. An attribute that says nothing, or names an id that is not there, is another than one that does; a name is words that are read aloud.
 */
const shapesOfElements = `(part) => {
  const shapes = new Set();
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
  const visit = (one, inside, parent) => {
    if (isShown(one)) {
      const attributes = one.getAttributeNames().filter((name) => name !== 'style' && name !== 'class');
      const said = attributes.map((name) => (says(one, name) ? name : name + '!')).join(' ');
      const twice = times.get(one.id) > 1 ? one.id : '';
      shapes.add([inside, parent, nameOf(one), one.type ?? '', said, isNamed(one), twice].join('|'));
    }
    // What has neither class nor meaning changes nothing to what is in it, but for its own children.
    const isPlain = /^(?:div|span)\\.$/.test(nameOf(one));
    for (const child of one.children) visit(child, isPlain ? inside : inside + '>' + nameOf(one), nameOf(one));
  };
  visit(document.querySelector(part), '', '');
  return [...shapes];
}`;
