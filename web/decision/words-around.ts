import type { WordChange } from '@sur-mesure/functions/domain/missions/word-changes';

/** Words of what stays that are shown on each side of a change. */
const AROUND = 12;

/** A long text that changes in two places is shown around them: what stays elsewhere is read in the diagnostic itself. */
export function wordsAround(changes: readonly WordChange[]): WordChange[] {
  return changes.map((change, index) => {
    if (change.kind !== 'same') return change;
    return { kind: 'same', text: cut(change.text, { first: index === 0, last: index === changes.length - 1 }) };
  });
}

function cut(text: string, { first, last }: { readonly first: boolean; readonly last: boolean }): string {
  const words = text.match(/\s*\S+\s*/g) ?? [];
  if (words.length <= AROUND * 2) return text;
  const head = first ? '' : `${words.slice(0, AROUND).join('').trimEnd()} `;
  const tail = last ? '' : ` ${words.slice(-AROUND).join('').trimStart()}`;
  return `${head}[…]${tail}`;
}
