import type { CompiledTemplate } from 'handlebars/runtime.js';
import type { RequiredContent } from '../domain/templates/required-content.ts';
import {
  type EditableTemplateName,
  editableTemplate,
  LONGEST_TEMPLATE,
  paletteOf,
  type TemplateCheck,
  type TemplateFault,
} from '../domain/templates/templates.ts';
import { templateFaults } from './checking.ts';
import type { Contexts } from './contexts.ts';
import { compileEdited } from './edited-templates.ts';
import { draftModel } from './model.ts';
import { renderDocument } from './render.ts';
import { issuedAtMs } from './samples/samples.ts';
import { TemplateError } from './template-error.ts';
import { parsedTemplate } from './template-parsing.ts';
import { templateVariants } from './template-variants.ts';
import { fill } from './values.ts';

const tooDeep = 'ce texte ne se met pas en pages : des citations, des listes ou des blocs y sont trop imbriqués';
const nothing: TemplateCheck = { faults: [], missing: [] };

/** A text read against its palette, then tried on every variant of its document: some 25 ms. */
export function checkTemplate<Name extends EditableTemplateName>(name: Name, source: string): TemplateCheck {
  if (source.length > LONGEST_TEMPLATE) {
    const reason = `le modèle dépasse ${LONGEST_TEMPLATE / 1_000} 000 signes`;
    return { ...nothing, faults: [{ line: 1, column: null, reason }] };
  }
  const faults = faultsOf(name, source);
  if (faults.length > 0) return { ...nothing, faults };
  const compiled = compileEdited(source);
  const missing = new Set<string>();
  for (const context of templateVariants[name]) {
    const fault = faultIn(() => tried(name, context, compiled, missing));
    if (fault) return { ...nothing, faults: [fault] };
  }
  return { ...nothing, missing: [...missing] };
}

/** All that can be said without a document, in the order of the text. */
function faultsOf(name: EditableTemplateName, source: string): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const reading = faultIn(() => faults.push(...templateFaults(parsedTemplate(source), paletteOf(name))));
  const compiling = reading ?? faultIn(() => compileEdited(source));
  // Compiling stops at its first fault, which reading may have said with its own words.
  if (compiling && faults.every(({ line }) => line !== compiling.line)) faults.push(compiling);
  return faults.toSorted((one, other) => one.line - other.line || (one.column ?? 0) - (other.column ?? 0));
}

function faultIn(act: () => unknown): TemplateFault | null {
  try {
    act();
    return null;
  } catch (error) {
    return faultOf(error);
  }
}

/** What a template's error says, and where. @throws what is no fault of the template. */
export function faultOf(error: unknown): TemplateFault {
  // The call stack: Markdown is read by calls inside of calls.
  if (error instanceof RangeError) return { line: 1, column: null, reason: tooDeep };
  if (!(error instanceof TemplateError)) throw error;
  return { line: error.line ?? 1, column: error.column ?? null, reason: error.reason };
}

function tried<Name extends EditableTemplateName>(
  name: Name,
  context: Contexts[Name],
  compiled: CompiledTemplate,
  missing: Set<string>,
): void {
  const { markdown, fields } = fill(name, context, compiled);
  const words = comparable(markdown);
  for (const required of editableTemplate(name).required) {
    if (isAsked(required, context) && !isPrinted(required, fields, words)) missing.add(required.label);
  }
  renderDocument(name, context, { issuedAtMs, model: draftModel(compiled) });
}

function isAsked({ field, given, without }: RequiredContent, context: object): boolean {
  if (given !== undefined && !valueAt(context, given)) return false;
  if (without !== undefined && valueAt(context, without)) return false;
  // What stands in a list is asked for where the list has something.
  const list = field?.split('[]')[0];
  return list === undefined || list === field || valueAt(context, `${list}.length`) !== 0;
}

function isPrinted({ field, words }: RequiredContent, fields: readonly string[], text: string): boolean {
  return (field === undefined || fields.includes(field)) && (words === undefined || text.includes(comparable(words)));
}

/** Without the marks of Markdown, capitals and kinds of apostrophe and space. */
function comparable(text: string): string {
  return text.toLocaleLowerCase('fr').replaceAll('’', "'").replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ');
}

function valueAt(context: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      context,
    );
}
