import { Found, type Threat } from '../threats.ts';
import { isDictionary, type PdfDictionary, type PdfValue, valuesOf } from './lexer.ts';
import { dictionariesOf, type PdfObjects, resolve } from './objects.ts';

/** ISO 32000-2, 12.6.4: types of actions that reach out of the document. The others move in it, or open a web page when somebody clicks. */
const actions = new Map<string, Threat>([
  ['JavaScript', 'pdf-javascript'],
  ['Launch', 'pdf-launch'],
  ['SubmitForm', 'pdf-sends-data'],
  ['ImportData', 'pdf-sends-data'],
  ['GoToR', 'pdf-other-file'],
  ['GoToE', 'pdf-other-file'],
  ['Rendition', 'pdf-media'],
  ['Movie', 'pdf-media'],
  ['Sound', 'pdf-media'],
  ['GoTo3DView', 'pdf-media'],
  ['RichMediaExecute', 'pdf-media'],
]);
/** Annotations that play or run something. */
const subtypes = new Map<string, Threat>([
  ['RichMedia', 'pdf-media'],
  ['Movie', 'pdf-media'],
  ['Sound', 'pdf-media'],
  ['3D', 'pdf-media'],
  ['U3D', 'pdf-media'],
  ['PRC', 'pdf-media'],
]);
/** Keys that say it by themselves. `null` under one of them is nothing. */
const keys = new Map<string, Threat>([
  ['JS', 'pdf-javascript'],
  ['XFA', 'pdf-dynamic-form'],
  ['RichMediaContent', 'pdf-media'],
]);
const namedUnder = new Map([
  ['S', actions],
  ['Subtype', subtypes],
]);

/** Refuses what is dangerous wherever it is written: in an action, an annotation, a names tree, a form, a revision that was replaced. */
export function refuseActive(value: PdfValue): void {
  // An object that is only a name is what another one says by reference: `/S 7 0 R`.
  refuseNamed(value, actions);
  refuseNamed(value, subtypes);
  refuseWithin(value);
}

function refuseWithin(value: PdfValue): void {
  if (typeof value === 'number') return;
  if (value.kind === 'array') for (const item of value.items) refuseWithin(item);
  if (value.kind !== 'dictionary') return;
  for (const [key, held] of value.entries) {
    const threat = keys.get(key);
    if (threat && !isNull(held)) throw new Found(threat);
    refuseNamed(held, namedUnder.get(key));
    refuseWithin(held);
  }
}

function refuseNamed(value: PdfValue, table: ReadonlyMap<string, Threat> | undefined): void {
  const threat = typeof value === 'object' && value.kind === 'name' ? table?.get(value.name) : undefined;
  if (threat) throw new Found(threat);
}

function isNull(value: PdfValue): boolean {
  return typeof value === 'object' && value.kind === 'other' && value.word === 'null';
}

/** Whether anything in this value acts without a click. */
export function actsAlone(value: PdfValue): boolean {
  if (typeof value === 'number') return false;
  if (value.kind === 'array') return value.items.some(actsAlone);
  if (value.kind !== 'dictionary') return false;
  return value.entries.some(([key, held]) => key === 'OpenAction' || key === 'AA' || actsAlone(held));
}

/** Refuses what opens with the document, a page or a field, unless it only goes to a place in this document (LibreOffice writes that). */
export function refuseAutomatic(objects: PdfObjects, value: PdfValue): void {
  if (typeof value === 'number') return;
  if (value.kind === 'array') for (const item of value.items) refuseAutomatic(objects, item);
  if (value.kind !== 'dictionary') return;
  for (const [key, held] of value.entries) {
    if (key === 'OpenAction') refuseAction(objects, held);
    else if (key === 'AA') refuseAdditional(objects, held);
    else refuseAutomatic(objects, held);
  }
}

function refuseAdditional(objects: PdfObjects, value: PdfValue): void {
  for (const additional of resolve(objects, value).filter(isDictionary))
    for (const [, action] of additional.entries) refuseAction(objects, action);
}

/** Twenty actions in a row is more than any document has; a chain that never ends is refused too. */
function refuseAction(objects: PdfObjects, value: PdfValue, chained = 0): void {
  if (chained > 20) throw new Found('pdf-acts-alone');
  for (const action of resolve(objects, value)) {
    if (typeof action === 'object' && action.kind === 'array' && chained > 0)
      for (const item of action.items) refuseAction(objects, item, chained + 1);
    if (!isDictionary(action)) continue;
    if (typesOf(objects, action).some((type) => type !== 'GoTo')) throw new Found('pdf-acts-alone');
    for (const next of valuesOf(action, 'Next')) refuseAction(objects, next, chained + 1);
  }
}

function typesOf(objects: PdfObjects, action: PdfDictionary): string[] {
  return valuesOf(action, 'S')
    .flatMap((type) => resolve(objects, type))
    .map((type) => (typeof type === 'object' && type.kind === 'name' ? type.name : ''));
}

const MOST_PAGES = 500;

/** Counts pages as a reader does, from the root down; a tree that comes back on itself is endless, so it has too many. */
export function refuseTooManyPages(objects: PdfObjects, catalogs: readonly PdfDictionary[]): void {
  const counts = catalogs.map((catalog) => countPages(objects, catalog));
  if (Math.max(0, ...counts) === 0) throw new Found('pdf-broken');
}

function countPages(objects: PdfObjects, catalog: PdfDictionary): number {
  const waiting = dictionariesOf(objects, catalog, 'Pages').slice(-1);
  let [pages, visited] = [0, 0];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visited += 1;
    const kids = valuesOf(node, 'Kids').flatMap((kid) => resolve(objects, kid));
    if (kids.length === 0) pages += 1;
    if (pages > MOST_PAGES || visited > 4 * MOST_PAGES) throw new Found('pdf-too-many-pages');
    for (const kid of kids) waiting.push(...nodesIn(objects, kid));
  }
  return pages;
}

function nodesIn(objects: PdfObjects, kids: PdfValue): PdfDictionary[] {
  if (typeof kids === 'number' || kids.kind !== 'array') return [];
  if (kids.items.length > 4 * MOST_PAGES) throw new Found('pdf-too-many-pages');
  return kids.items.flatMap((kid) => resolve(objects, kid).filter(isDictionary).slice(-1));
}
