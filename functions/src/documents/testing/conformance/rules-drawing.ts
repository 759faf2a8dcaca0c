import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib';
import { isText, type Operand } from './content.ts';
import { decoded, dictionaryIn, get, numberIn, type ReadFile, type ReadPage, textIn } from './reading.ts';
import type { Rule } from './rules-file.ts';

const broken = (is: boolean, what: string): string[] => (is ? [what] : []);

export interface Font {
  dictionary: PDFDict;
  descendant: PDFDict;
  descriptor: PDFDict | undefined;
}

export function fontOf({ dictionary }: ReadPage, name: string): Font | undefined {
  const fonts = dictionaryIn(dictionaryIn(dictionary, 'Resources'), 'Font');
  const font = dictionaryIn(fonts, name.slice(1));
  const descendants = get(font, 'DescendantFonts');
  if (!font || !(descendants instanceof PDFArray)) return undefined;
  const descendant = descendants.lookup(0, PDFDict);
  return { dictionary: font, descendant, descriptor: dictionaryIn(descendant, 'FontDescriptor') };
}

function shownTexts(operands: readonly Operand[]): string[] {
  return operands.flatMap((operand) =>
    Array.isArray(operand) ? shownTexts(operand) : isText(operand) ? operand.text : [],
  );
}

/** Font resource → the codes of two bytes that a page shows in it. */
function codesOf({ operators }: ReadPage): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  let font = '';
  for (const { name, operands } of operators) {
    if (name === 'Tf') font = String(operands[0]);
    if (name !== 'TJ' && name !== 'Tj') continue;
    const codes = found.get(font) ?? new Set();
    for (const text of shownTexts(operands)) {
      for (let index = 0; index + 1 < text.length; index += 2) {
        codes.add((text.charCodeAt(index) << 8) | text.charCodeAt(index + 1));
      }
    }
    found.set(font, codes);
  }
  return found;
}

/** All fonts of a file, each once, with all codes shown in it; null for a name that leads to no font. */
function usedFonts({ pages }: ReadFile): { name: string; font: Font | undefined; codes: Set<number> }[] {
  const found = new Map<string, { name: string; font: Font | undefined; codes: Set<number> }>();
  for (const page of pages) {
    for (const [name, codes] of codesOf(page)) {
      const known = found.get(name) ?? { name, font: fontOf(page, name), codes: new Set() };
      for (const code of codes) known.codes.add(code);
      found.set(name, known);
    }
  }
  return [...found.values()];
}

/** Code → character, from the ranges and single codes of a CMap. */
function unicodeOf(font: Font): Map<number, string> {
  const source = Buffer.from(decoded(get(font.dictionary, 'ToUnicode'))).toString('latin1');
  const found = new Map<number, string>();
  const textOf = (hexadecimal: string) => Buffer.from(hexadecimal, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      found.set(Number.parseInt(code, 16), textOf(text));
    }
  }
  for (const [, block = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [from, to, start] = [first, last, text].map((figure) => Number.parseInt(figure, 16));
      for (let code = from ?? 0; code <= (to ?? -1); code += 1) {
        found.set(code, String.fromCodePoint((start ?? 0) + code - (from ?? 0)));
      }
    }
  }
  return found;
}

function glyphOf(font: Font, code: number): number {
  const map = decoded(get(font.descendant, 'CIDToGIDMap'));
  return ((map[code * 2] ?? 0) << 8) | (map[code * 2 + 1] ?? 0);
}

/** Advances in thousandths, from the tables `head`, `hhea` and `hmtx` of the font program. */
function advancesOf(font: Font): ((glyph: number) => number) | undefined {
  const program = Buffer.from(decoded(get(font.descriptor, 'FontFile2')));
  const count = program.length < 12 ? 0 : program.readUInt16BE(4);
  const tables = new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      return [program.toString('latin1', at, at + 4), program.readUInt32BE(at + 8)] as const;
    }),
  );
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((name) => tables.get(name));
  if (head === undefined || hhea === undefined || hmtx === undefined) return undefined;
  const perEm = program.readUInt16BE(head + 18);
  const metrics = program.readUInt16BE(hhea + 34);
  return (glyph) => (program.readUInt16BE(hmtx + Math.min(glyph, metrics - 1) * 4) * 1000) / perEm;
}

export function widthOf(font: Font, code: number): number {
  const widths = get(font.descendant, 'W');
  const [first, list] = widths instanceof PDFArray ? widths.asArray() : [];
  if (!(first instanceof PDFNumber) || !(list instanceof PDFArray)) return Number.NaN;
  const width = list.asArray()[code - first.asNumber()];
  return width instanceof PDFNumber ? width.asNumber() : Number.NaN;
}

const colourOperators = new Set(['k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh', 'ri']);

function imagesOf({ document }: ReadFile): PDFRawStream[] {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && textIn(object.dict, 'Subtype') === 'Image' ? [object] : [],
    );
}

/** What the pages are drawn with. Clauses of ISO 19005-2. */
export const drawingRules = {
  /** 6.2.11.4: every font is in the file. */
  embedded: (file) =>
    usedFonts(file).flatMap(({ name, font }) => broken(get(font?.descriptor, 'FontFile2') === undefined, name)),
  /** 6.2.11.7: every sign is a character of Unicode, and none of those that are nothing. */
  unicode: (file) =>
    usedFonts(file).flatMap(({ name, font, codes }) => {
      if (font === undefined) return [name];
      const characters = unicodeOf(font);
      return [...codes].flatMap((code) => {
        const character = characters.get(code);
        return broken(character === undefined || /[\0\uFEFF\uFFFE]/.test(character), `${name} ${code.toString(16)}`);
      });
    }),
  /** 6.2.11.8: no sign is the one that stands for missing ones. */
  glyphs: (file) =>
    usedFonts(file).flatMap(({ name, font, codes }) =>
      [...codes].flatMap((code) =>
        broken(font === undefined || glyphOf(font, code) === 0, `${name} ${code.toString(16)}`),
      ),
    ),
  /** 6.2.11.5: signs are as wide as the font program makes them, where it has them. */
  widths: (file) =>
    usedFonts(file).flatMap(({ name, font, codes }) => {
      const advances = font && advancesOf(font);
      if (font === undefined || advances === undefined) return [];
      return [...codes].flatMap((code) => {
        const glyph = glyphOf(font, code);
        const [said, made] = [widthOf(font, code), advances(glyph)];
        return broken(glyph !== 0 && !(Math.abs(said - made) <= 1), `${name} ${code.toString(16)}: ${said}, ${made}`);
      });
    }),
  /** 6.2.4: red, green and blue, or grey: those of the output intent. */
  colours: (file) => [
    ...file.pages.flatMap(({ operators }, index) =>
      operators.filter(({ name }) => colourOperators.has(name)).map(({ name }) => `page ${index + 1}: ${name}`),
    ),
    ...imagesOf(file).flatMap(({ dict }) =>
      broken(!['DeviceRGB', 'DeviceGray'].includes(textIn(dict, 'ColorSpace')), textIn(dict, 'ColorSpace')),
    ),
  ],
  /** 6.2.5, 6.2.10: no state of graphics, no group; a transparent picture has its mask and nothing else. */
  transparency: ({ pages }) =>
    pages.flatMap(({ dictionary, operators }, index) => [
      ...broken(
        operators.some(({ name }) => name === 'gs'),
        `page ${index + 1}: a state of graphics`,
      ),
      ...broken(dictionary.has(PDFName.of('Group')), `page ${index + 1}: a group`),
    ]),
  /** 6.2.8: pictures are drawn as they are, and are all there. */
  images: (file) =>
    imagesOf(file).flatMap(({ dict, contents }) => [
      ...broken(textIn(dict, 'Interpolate') === 'true', 'smoothed'),
      ...broken(dict.has(PDFName.of('Alternates')) || dict.has(PDFName.of('OPI')), 'with another in its place'),
      ...broken(contents.length === 0 || !(numberIn(dict, 'Width') > 0), 'empty'),
    ]),
} as const satisfies Record<string, Rule>;
