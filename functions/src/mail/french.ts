const NO_BREAK = '\u00a0';

/** Sets the no-break spaces of French on the words written here, and leaves the values as their authors typed them. */
export function french(words: TemplateStringsArray, ...values: readonly string[]): string {
  return words
    .map((word) => word.replace(/ (?=[:;!?»%€])/g, NO_BREAK).replace(/(?<=«) /g, NO_BREAK))
    .reduce((sentence, word, index) => `${sentence}${values[index - 1] ?? ''}${word}`);
}
