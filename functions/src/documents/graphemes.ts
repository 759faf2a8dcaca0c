let segmenter: Intl.Segmenter | undefined;

/** The signs of a text, as people count them. Nearly no document has to be cut sign by sign: what cuts is made when one has. */
export function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('fr', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
