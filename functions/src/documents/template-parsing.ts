import Handlebars from 'handlebars';
import { TemplateError } from './template-error.ts';

/** Template source → its tree. @throws {@link TemplateError} with the place where it stops being one, in French: Handlebars answers in English. */
export function parsedTemplate(template: string): hbs.AST.Program {
  try {
    return Handlebars.parse(template);
  } catch (error) {
    throw frenchError(error, template);
  }
}

const closing = /^(\S+) doesn't match (\S+)/;

function frenchError(error: unknown, template: string): TemplateError {
  const message = error instanceof Error ? error.message : '';
  const [, opened, closed] = closing.exec(message) ?? [];
  if (opened !== undefined && closed !== undefined) {
    return new TemplateError(`« ${opened} » est fermé par « ${closed} » : écrivez {{/${opened}}}`, placeIn(error));
  }
  const line = Number(/error on line (\d+)/.exec(message)?.[1] ?? 1);
  const reason = /Expecting.*got 'EOF'/s.test(message)
    ? 'un bloc ou des accolades ne sont pas fermés'
    : 'ces accolades ne sont pas attendues ici : un nom manque, ou un bloc n’est pas fermé plus haut';
  return new TemplateError(reason, { line: Math.min(line, template.split('\n').length) });
}

/** Handlebars gives its own exceptions a place; those of its parser only name the line. */
function placeIn(error: unknown): { line: number; column?: number } {
  if (typeof error !== 'object' || error === null || !('lineNumber' in error)) return { line: 1 };
  const line = Number(error.lineNumber);
  return 'column' in error ? { line, column: Number(error.column) } : { line };
}
