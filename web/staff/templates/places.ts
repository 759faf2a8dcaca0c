import type { TemplateFault } from '@sur-mesure/functions/domain/templates/templates';

/** Where a fault is in the text, in characters: its line's beginning where no column is known. */
export function offsetOf(source: string, { line, column }: Pick<TemplateFault, 'line' | 'column'>): number {
  const lines = source.split('\n');
  const before = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  const within = Math.min((column ?? 1) - 1, lines[line - 1]?.length ?? 0);
  return Math.min(before + within, source.length);
}

/** The line and column of a character, from 1. */
export function placeOf(source: string, offset: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `text` in the place of what is selected, and where the caret is then: in the empty line of a block, else after. */
export function inserted(
  source: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): { readonly source: string; readonly caret: number } {
  const blank = text.indexOf('\n\n');
  return {
    source: `${source.slice(0, start)}${text}${source.slice(end)}`,
    caret: start + (blank === -1 ? text.length : blank + 1),
  };
}
