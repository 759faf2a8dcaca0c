import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import type { FontSource } from './font-sources.ts';

/** Tables that a font embedded in a PDF never needs: characters, advances and kerning travel beside it. */
const droppedTables = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'STAT', 'name', 'post', 'OS/2', 'cmap', 'gasp', 'kern'];

export interface FontMetrics {
  postScriptName: string;
  ascent: number;
  descent: number;
  capHeight: number;
  italicAngle: number;
  weight: number;
  box: readonly [number, number, number, number];
}

function covered(ranges: FontSource['ranges']): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((character) => String.fromCodePoint(character))
    .join('');
}

/** The same glyphs twice, numbered alike: `outlines` to embed, `readable` with the tables that this program reads. */
export async function subset(original: Buffer, source: FontSource): Promise<{ outlines: Buffer; readable: Font }> {
  const common = {
    targetFormat: 'truetype',
    keepFeatures: ['kern'],
    noHinting: true,
    ...(source.axes && { variationAxes: { ...source.axes } }),
  } as const;
  const text = covered(source.ranges);
  const readable = create(await subsetFont(original, text, common));
  const bare = { ...common, dropTables: droppedTables };
  const outlines = await subsetFont(original, text, bare);
  if (!('glyphForCodePoint' in readable)) throw new Error(`${source.file} holds several fonts`);
  return { outlines, readable };
}

export function readGlyphIds(font: Font): Map<number, number> {
  return new Map(font.characterSet.map((character) => [character, font.glyphForCodePoint(character).id]));
}

function tableOf(file: Buffer, tag: string): Buffer {
  const count = file.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (file.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = file.readUInt32BE(entry + 8);
    return file.subarray(offset, offset + file.readUInt32BE(entry + 12));
  }
  throw new Error(`The font has no table ${tag}`);
}

/** Glyphs after the last full metric share its advance (OpenType, `hmtx`). */
function readAdvances(file: Buffer): (glyph: number) => number {
  const full = tableOf(file, 'hhea').readUInt16BE(34);
  const metrics = tableOf(file, 'hmtx');
  return (glyph) => metrics.readUInt16BE(Math.min(glyph, full - 1) * 4);
}

/** Advances come from `hmtx`: fontkit's `advanceWidth` reads outlines too, and fails on an empty last glyph. */
export function metricsOf(font: Font, outlines: Buffer): { font: FontMetrics; advanceOf: (glyph: number) => number } {
  const scale = 1000 / font.unitsPerEm;
  const round = (value: number) => Math.round(value * scale);
  const advances = readAdvances(outlines);
  return {
    advanceOf: (glyph) => round(advances(glyph)),
    font: {
      postScriptName: font.postscriptName.replaceAll(/[^A-Za-z0-9-]/g, ''),
      ascent: round(font.ascent),
      descent: round(font.descent),
      capHeight: round(font.capHeight),
      italicAngle: font.italicAngle,
      weight: font['OS/2'].usWeightClass,
      box: [round(font.bbox.minX), round(font.bbox.minY), round(font.bbox.maxX), round(font.bbox.maxY)],
    },
  };
}

/** Letters and the marks that stand beside them; the other pairs are hardly ever kerned. */
const kernedText = /[A-Za-zÀ-ÿŒœ.,’'«»()\-–:;!?]/;

export interface Kern {
  left: number;
  right: number;
  /** Thousandths of the size, negative to tighten. */
  by: number;
}

export function readKerning(font: Font, characters: readonly number[]): Kern[] {
  const scale = 1000 / font.unitsPerEm;
  const letters = characters.filter((character) => kernedText.test(String.fromCodePoint(character)));
  const pairs = letters.flatMap((left) => letters.map((right) => ({ left, right })));
  return pairs.flatMap(({ left, right }) => {
    const first = font.glyphForCodePoint(left);
    const run = font.layout(String.fromCodePoint(left, right));
    const advance = run.positions[0]?.xAdvance ?? first.advanceWidth;
    const by = Math.round((advance - first.advanceWidth) * scale);
    return by === 0 ? [] : [{ left, right, by }];
  });
}
