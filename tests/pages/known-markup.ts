import type { Page } from 'playwright-core';
import type { Theme } from './states.ts';

/**
 * What axe has judged already. A page made of elements that were all judged, each inside the same classes and in the same theme, would be judged as they
 * were: a third of the time of these tests went there. An id that is there twice, or a field without a label, is an element never seen before.
 */
export class KnownMarkup {
  readonly #judged: Readonly<Record<Theme, Set<string>>> = { light: new Set(), dark: new Set() };

  /** Whether something of this page, or of one part of it, was not judged in this theme; from now on it is. */
  async isNew(page: Page, theme: Theme, part = 'body'): Promise<boolean> {
    const shapes: unknown = await page.evaluate(`(${shapesOfElements})(${JSON.stringify(part)})`);
    const judged = this.#judged[theme];
    const before = judged.size;
    for (const shape of Array.isArray(shapes) ? shapes : []) judged.add(String(shape));
    return judged.size > before;
  }
}

/** Runs in the page: of each element, all that axe goes by, without its words. */
const shapesOfElements = `(part) => {
  const ids = new Set();
  const shapes = new Set();
  const classes = (one) => [...one.classList].join('.');
  const visit = (one, inside) => {
    const { localName, type = '', id, labels } = one;
    const attributes = one.getAttributeNames().filter((name) => name !== 'style').join(' ');
    const named = one.textContent.trim() !== '' || one.hasAttribute('aria-label') || labels?.length > 0;
    const twice = id !== '' && ids.has(id) ? id : '';
    ids.add(id);
    shapes.add([inside, localName, classes(one), type, one.getAttribute('role'), attributes, named, twice].join('|'));
    const within = one.classList.length === 0 ? inside : inside + '>' + classes(one);
    for (const child of one.children) visit(child, within);
  };
  visit(document.querySelector(part), '');
  return [...shapes];
}`;
