import runtime, { type CompiledTemplate } from 'handlebars/runtime.js';
import { formatting } from './formatting.ts';
import { precompiledTemplates } from './precompiled.generated.ts';
import { printable } from './typography.ts';

/**
 * A template's text and its values stay apart until Markdown has been read: each value is represented by one private-use
 * character, which no Markdown rule knows, and takes its place in the tokens afterwards. So nothing that a person types
 * can act as markup, and the text of a value is never searched for markup either.
 */
export interface Filled {
  markdown: string;
  values: readonly string[];
}

/** Private use, two planes: 6 400 values in one UTF-16 unit each, then as many as a document may need in two. */
const firstSlot = 0xe000;
const oneUnitSlots = 0x1900;
const firstWideSlot = 0xf0000;

export const slots = /[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/g;

function slotAt(index: number): string {
  return String.fromCodePoint(index < oneUnitSlots ? firstSlot + index : firstWideSlot + index - oneUnitSlots);
}

function indexOf(slot: string): number {
  const character = slot.codePointAt(0) ?? 0;
  return character < firstWideSlot ? character - firstSlot : character - firstWideSlot + oneUnitSlots;
}

/** The value that a placeholder stands for. */
export function valueAt(filled: Filled, slot: string): string {
  return filled.values[indexOf(slot)] ?? '';
}

let collected: string[] = [];

function slot(value: unknown, name: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError(`The template prints « ${String(name)} », which the document's context does not give`);
  }
  collected.push(printable(String(value)));
  return slotAt(collected.length - 1);
}

const handlebars = runtime.create();
handlebars.registerHelper({ ...formatting, slot });

const compiled = new Map<string, CompiledTemplate>();

function compiledTemplate(name: keyof typeof precompiledTemplates): CompiledTemplate {
  const known = compiled.get(name);
  if (known) return known;
  const template = handlebars.template(precompiledTemplates[name]);
  compiled.set(name, template);
  return template;
}

/** Runs a template on its context. Handlebars is synchronous, so the values of two documents never mix. */
export function fill(name: keyof typeof precompiledTemplates, context: object): Filled {
  collected = [];
  const markdown = compiledTemplate(name)(context);
  return { markdown, values: collected };
}
