import Handlebars from 'handlebars';
import type { CompiledTemplate } from 'handlebars/runtime.js';
import { checkedProgram, compiling } from './compiling.ts';
import { templateHelpers } from './values.ts';

/**
 * Templates that staff wrote, compiled here from their text: no function but those that need one loads the compiler. What is compiled comes from
 * the checked tree alone, never from the text.
 */
const handlebars = Handlebars.create();
handlebars.registerHelper(templateHelpers);

/** @throws TemplateError with the line and a French reason. */
export function compileEdited(source: string): CompiledTemplate {
  const template = handlebars.compile(checkedProgram(source), compiling);
  return (context) => template(context);
}

const most = 50;
const versions = new Map<string, CompiledTemplate>();

/** A published version, compiled once a process: its text never changes. `read` is asked for the text the first time. */
export async function publishedTemplate(
  name: string,
  version: number,
  read: () => Promise<string>,
): Promise<CompiledTemplate> {
  const key = `${name}.${version}`;
  const known = versions.get(key);
  if (known) return known;
  const compiled = compileEdited(await read());
  if (versions.size >= most) versions.clear();
  versions.set(key, compiled);
  return compiled;
}
