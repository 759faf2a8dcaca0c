/** A stretch of a text compared with another: kept, added, or taken away. */
export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Above it, comparing word by word would cost more than it tells: what differs is then shown whole, before and after. In cells of the table. */
const LARGEST_TABLE = 4_000_000;

/**
 * What a text becomes, word by word. What is kept and removed, put end to end, is the text before; what is kept and added, the text after. What is
 * removed comes before what is added in its place, and two stretches side by side are never of one kind.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, next] = [wordsOf(before), wordsOf(after)];
  const head = commonStart(old, next);
  const tail = commonStart(old.slice(head).toReversed(), next.slice(head).toReversed());
  const [oldMiddle, nextMiddle] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  return joined([
    ...of('same', next.slice(0, head)),
    ...middle(oldMiddle, nextMiddle),
    ...of('same', next.slice(next.length - tail)),
  ]);
}

/** Words and what parts them, so that put end to end they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs === -1 ? one.length : differs;
}

function of(kind: WordChange['kind'], words: readonly string[]): WordChange[] {
  return words.map((text) => ({ kind, text }));
}

/** By the longest common subsequence of both. */
function middle(old: readonly string[], next: readonly string[]): WordChange[] {
  if (old.length * next.length > LARGEST_TABLE) return [...of('removed', old), ...of('added', next)];
  const longest = longestFrom(old, next);
  const width = next.length + 1;
  const found: WordChange[] = [];
  let [at, to] = [0, 0];
  while (at < old.length && to < next.length) {
    if (old[at] === next[to]) {
      found.push({ kind: 'same', text: next[to] ?? '' });
      at += 1;
      to += 1;
    } else if ((longest[(at + 1) * width + to] ?? 0) >= (longest[at * width + to + 1] ?? 0)) {
      found.push({ kind: 'removed', text: old[at] ?? '' });
      at += 1;
    } else {
      found.push({ kind: 'added', text: next[to] ?? '' });
      to += 1;
    }
  }
  return [...found, ...of('removed', old.slice(at)), ...of('added', next.slice(to))];
}

/** For each pair of places, how many words both have in common from there on. */
function longestFrom(old: readonly string[], next: readonly string[]): Uint16Array {
  const width = next.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = next.length - 1; to >= 0; to -= 1) {
      const [right, below] = [longest[at * width + to + 1] ?? 0, longest[(at + 1) * width + to] ?? 0];
      longest[at * width + to] =
        old[at] === next[to] ? (longest[(at + 1) * width + to + 1] ?? 0) + 1 : Math.max(right, below);
    }
  }
  return longest;
}

/**
 * One stretch a kind, what goes before what comes. A space alone between two words that change goes with them: « deux ateliers » that become « trois
 * plans » are read as such, not word after word.
 */
function joined(words: readonly WordChange[]): WordChange[] {
  const found: WordChange[] = [];
  const pending = { removed: '', added: '', gap: '' };
  let same = '';
  const put = (kind: WordChange['kind'], text: string) => {
    if (text !== '') found.push({ kind, text });
  };
  const keep = (text: string) => {
    put('removed', pending.removed);
    put('added', pending.added);
    same = pending.gap + text;
    Object.assign(pending, { removed: '', added: '', gap: '' });
  };
  for (const { kind, text } of words) {
    const changing = pending.removed !== '' || pending.added !== '';
    if (kind !== 'same') {
      if (!changing) put('same', same);
      same = '';
      pending.removed += pending.gap;
      pending.added += pending.gap;
      pending.gap = '';
      pending[kind] += text;
    } else if (!changing) same += text;
    else if (text.trim() === '' && pending.gap === '') pending.gap = text;
    else keep(text);
  }
  if (pending.removed !== '' || pending.added !== '') keep('');
  put('same', same);
  return found;
}
