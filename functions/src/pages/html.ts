import { spaced } from '../domain/french-spacing.ts';

/** Markup of ours, as opposed to text, which is escaped wherever it is put. Only `html` makes some. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Part = string | number | Html | null | undefined | false | readonly Part[];

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

/**
 * Markup from a template: what is written here is kept, with the no-break spaces of French; what is put in it is escaped, so that nothing that
 * somebody typed is ever read as markup, in a text or between the quotes of an attribute. Attributes are always quoted.
 */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = words.map((word) => word.replaceAll(/ (?=[:»])/g, noBreak).replaceAll(/ (?=[;!?])/g, narrowNoBreak));
  return new Html(
    written.map((word, index) => `${index === 0 ? '' : markupOf(parts[index - 1])}${opened(word)}`).join(''),
  );
}

function opened(word: string): string {
  return word.replaceAll('« ', `«${noBreak}`);
}

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object' && part !== null) return part.map(markupOf).join('');
  return part === null || part === undefined || part === false ? '' : escaped(String(part));
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.toWellFormed().replaceAll(/[&<>"']/g, (character) => references[character] ?? '');
}

/** A label of the programme, or what somebody typed, as a text that is read: never the value of a field. */
export function shown(text: string): string {
  return spaced(text);
}

/** « 1 expert », « 3 experts », « 0 expert ». */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${thousands(count)}${noBreak}${count < 2 ? singular : plural}`;
}

/** « 1 250 ». Written out: what `Intl` formats numbers with takes milliseconds of each fresh process. */
export function thousands(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, narrowNoBreak);
}

/** Data for programs inside a page. No `<` is left in it, so that nothing closes the element; browsers run none of it. */
export function dataBlock(value: unknown): Html {
  return new Html(`<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`);
}
