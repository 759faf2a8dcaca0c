import { diffLines } from 'diff';

/** A line of a comparison: where it stands in the new text, or in the old one for what is removed. */
export type DiffRow =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly line: number; readonly text: string }
  | { readonly kind: 'skipped'; readonly count: number };

/** Lines shown around what changes. */
const AROUND = 2;

/** What changes from one text to the other, line by line, with what stands around; empty when nothing does. */
export function changedLines(before: string, after: string): DiffRow[] {
  const parts = diffLines(ended(before), ended(after));
  let [old, next] = [1, 1];
  return parts.flatMap((part, index) => {
    const lines = part.value.split('\n').slice(0, -1);
    const first = part.removed ? old : next;
    if (!part.added) old += lines.length;
    if (!part.removed) next += lines.length;
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
    const rows = lines.map((text, offset) => ({ kind, line: first + offset, text }) as const);
    if (kind !== 'same') return rows;
    return around(rows, { begins: index === 0, ends: index === parts.length - 1 });
  });
}

/** A last line without its end would differ from the same one that has it. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function around(
  rows: readonly Exclude<DiffRow, { kind: 'skipped' }>[],
  { begins, ends }: { readonly begins: boolean; readonly ends: boolean },
): DiffRow[] {
  const head = begins ? [] : rows.slice(0, AROUND);
  const tail = ends ? [] : rows.slice(Math.max(head.length, rows.length - AROUND));
  const count = rows.length - head.length - tail.length;
  return [...head, ...(count > 0 ? [{ kind: 'skipped', count } as const] : []), ...tail];
}
