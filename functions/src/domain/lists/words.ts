/** Without accents, capitals or kinds of apostrophe: « Économie » is found by « economie ». What lists are searched and ordered by. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

/** Whether every word of `words`, in any order, is somewhere in `text`. No word asks for nothing. */
export function hasWords(text: string, words: string): boolean {
  const content = folded(text);
  return folded(words)
    .split(/\s+/)
    .every((word) => content.includes(word));
}

/** Whether what was typed is the beginning of one of these SIRET, a SIREN at least, spaces aside. Fewer digits are words like any others. */
export function isNumberOf(sirets: readonly string[], words: string): boolean {
  const digits = words.replaceAll(/\s/g, '');
  return /^\d{9,14}$/.test(digits) && sirets.some((siret) => siret.startsWith(digits));
}
