/** Without accents, capitals or kinds of apostrophe: « Économie » is found by « economie ». */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

/** Whether every word of `words`, in any order, is somewhere in `text`. No word asks for nothing. */
export function hasWords(text: string, words: string): boolean {
  const content = folded(text);
  return folded(words)
    .split(/\s+/)
    .every((word) => content.includes(word));
}
