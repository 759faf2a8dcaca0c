/** Which glyphs of which font files the documents may use: a table, read by `fonts.ts` only. */

type Range = readonly [first: number, last: number];

/** What French needs: one small font file covers nearly every document. */
const frenchRanges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x152, 0x153],
  [0x178, 0x178],
  [0x2009, 0x200a],
  [0x2010, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x25a0, 0x25a1],
  [0x2713, 0x2713],
] as const satisfies readonly Range[];

/** What else people type: Latin Extended-A, Romanian commas, combining marks, Greek, Cyrillic, signs. Embedded only when used. */
const widerRanges = [
  [0x100, 0x17f],
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x300, 0x328],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2007, 0x2007],
  [0x203c, 0x208e],
  [0x20bd, 0x20bd],
  [0x2116, 0x2117],
  [0x2150, 0x215f],
  [0x2194, 0x21d5],
  [0x2200, 0x22ff],
  [0x25a2, 0x25ff],
  [0x2610, 0x2611],
  [0x2660, 0x2666],
  [0x2714, 0x2718],
] as const satisfies readonly Range[];

/** Fingerprints are hexadecimal; the rest lets an identifier or a file name be set in the same face. */
const codeRanges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2013, 0x2014],
  [0x2019, 0x2019],
  [0x2026, 0x2026],
] as const satisfies readonly Range[];

export interface FontSource {
  /** File in node_modules. */
  file: string;
  ranges: readonly Range[];
  kerned: boolean;
  /** Axes to pin when the file is a variable font. */
  axes?: Readonly<Record<string, number>>;
}

const sourceSans = (style: string) => `source-sans/TTF/SourceSans3-${style}.ttf`;
const bricolage = '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2';

export const fontSources = {
  regular: { file: sourceSans('Regular'), ranges: frenchRanges, kerned: true },
  regularWider: { file: sourceSans('Regular'), ranges: widerRanges, kerned: false },
  bold: { file: sourceSans('Semibold'), ranges: frenchRanges, kerned: true },
  boldWider: { file: sourceSans('Semibold'), ranges: widerRanges, kerned: false },
  italic: { file: sourceSans('It'), ranges: frenchRanges, kerned: true },
  italicWider: { file: sourceSans('It'), ranges: widerRanges, kerned: false },
  boldItalic: { file: sourceSans('SemiboldIt'), ranges: frenchRanges, kerned: true },
  boldItalicWider: { file: sourceSans('SemiboldIt'), ranges: widerRanges, kerned: false },
  heading: { file: bricolage, ranges: frenchRanges, kerned: true, axes: { opsz: 24, wght: 700, wdth: 100 } },
  code: {
    file: '@fontsource/source-code-pro/files/source-code-pro-latin-400-normal.woff2',
    ranges: codeRanges,
    kerned: false,
  },
} as const satisfies Record<string, FontSource>;
