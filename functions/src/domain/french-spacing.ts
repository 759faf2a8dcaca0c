const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

/** The spaces that French keeps with their mark, set on a sentence written with ordinary ones. Nothing else changes. */
export function spaced(text: string): string {
  return text
    .replaceAll(/(?<=\S) (?=[:»])/g, noBreak)
    .replaceAll(/(?<=«) /g, noBreak)
    .replaceAll(/(?<=\S) (?=[;!?])/g, narrowNoBreak);
}
