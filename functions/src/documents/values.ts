import runtime, { type CompiledTemplate } from 'handlebars/runtime.js';
import { formatting } from './formatting.ts';
import { precompiledTemplates } from './precompiled.generated.ts';
import { TemplateError } from './template-error.ts';
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

/** With the whole path of each value, in the same order: what a check of the template asks. */
export interface Printed extends Filled {
  fields: readonly string[];
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
let fields: string[] = [];

/**
 * Prints a value: `slot "whole.path" "format" value …`. Handlebars adds where that is written.
 * @throws {@link TemplateError} for what the context does not give, or of another kind: a document with a hole is never issued.
 */
function slot(...given: unknown[]): string {
  const options = given.pop();
  const [field, format, ...values] = given;
  const printed = formatted(String(format), values);
  if (printed === undefined) {
    throw new TemplateError(
      `« ${String(field)} » n’a pas ici la valeur que le modèle veut imprimer`,
      isCalled(options) ? options.loc.start : undefined,
    );
  }
  collected.push(printable(printed));
  fields.push(String(field));
  return slotAt(collected.length - 1);
}

function formatted(format: string, values: readonly unknown[]): string | undefined {
  const [value, ...others] = values;
  if (format === '') return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  try {
    return isFormatting(format) ? formatWith(formatting[format], value, others) : undefined;
  } catch {
    return undefined;
  }
}

function formatWith(format: (...values: unknown[]) => string, value: unknown, others: readonly unknown[]): string {
  return format(value, ...others);
}

function isFormatting(name: string): name is keyof typeof formatting {
  return Object.hasOwn(formatting, name);
}

/** Where Handlebars says that a call is written: what it adds to each call of a helper. */
interface Called {
  readonly loc: { readonly start: { readonly line: number; readonly column: number } };
}

function isCalled(options: unknown): options is Called {
  return typeof options === 'object' && options !== null && 'loc' in options;
}

/** What templates may call: ours on the small runtime, those of staff on the whole of Handlebars. */
export const templateHelpers: Readonly<Record<string, (...values: unknown[]) => string>> = { ...formatting, slot };

const handlebars = runtime.create();
handlebars.registerHelper(templateHelpers);

const compiled = new Map<string, CompiledTemplate>();

function builtIn(name: keyof typeof precompiledTemplates): CompiledTemplate {
  const known = compiled.get(name);
  if (known) return known;
  const template = handlebars.template(precompiledTemplates[name]);
  compiled.set(name, template);
  return template;
}

/** Runs a template on its context: ours of that name, or another one. Handlebars is synchronous, so the values of two documents never mix. */
export function fill(
  name: keyof typeof precompiledTemplates,
  context: object,
  template: CompiledTemplate | null = null,
): Printed {
  collected = [];
  fields = [];
  const markdown = (template ?? builtIn(name))(context);
  return { markdown, values: collected, fields };
}
