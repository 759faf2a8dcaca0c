import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { type FontMetrics, metricsOf, readGlyphIds, readKerning, subset } from './font-reading.ts';
import { type FontSource, fontSources } from './font-sources.ts';
import { kerningTable } from './kerning.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const generated = join(root, 'functions/src/documents/prepared-fonts.generated.ts');
const modules = createRequire(import.meta.url);

/** Low bytes that a PDF literal string would need to escape, or that a reader would normalise: no character gets such a code. */
const awkwardBytes = new Set([0x0a, 0x0d, 0x28, 0x29, 0x5c]);

/** One code per character, also when two characters share a glyph: the no-break space must still be extracted as itself. */
function assignCodes(characters: readonly number[]): Map<number, number> {
  const codes = new Map<number, number>();
  let code = 1;
  for (const character of characters) {
    while (awkwardBytes.has(code & 0xff)) code += 1;
    codes.set(character, code);
    code += 1;
  }
  return codes;
}

function base64OfWords(words: Iterable<number>): string {
  return Buffer.from(Uint16Array.from(words).buffer).toString('base64');
}

function deflated(content: Buffer): string {
  return deflateSync(content, { level: 9 }).toString('base64');
}

function toUnicode(codes: ReadonlyMap<number, number>): string {
  const hexadecimal = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');
  const lines = [...codes].map(([character, code]) => `<${hexadecimal(code)}> <${hexadecimal(character)}>`);
  const groups = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) =>
    lines.slice(index * 100, index * 100 + 100),
  );
  const sections = groups.map((group) => `${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`);
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...sections,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

/** By code: the glyph to draw, and its advance in thousandths of the size. */
function byCode(codes: ReadonlyMap<number, number>, valueFor: (character: number) => number): Uint16Array {
  const table = new Uint16Array(Math.max(0, ...codes.values()) + 1);
  for (const [character, code] of codes) table[code] = valueFor(character);
  return table;
}

function bigEndian(words: Uint16Array): Buffer {
  const bytes = Buffer.alloc(words.length * 2);
  words.forEach((word, index) => {
    bytes.writeUInt16BE(word, index * 2);
  });
  return bytes;
}

interface PreparedFont extends FontMetrics {
  file: string;
  fileLength: number;
  glyphMap: string;
  toUnicode: string;
  characters: string;
  codes: string;
  advances: string;
  kerningRows: string;
  kerningColumns: string;
  kerningWidth: number;
  kerning: string;
}

async function prepare(source: FontSource): Promise<PreparedFont> {
  const original = readFileSync(modules.resolve(source.file));
  const { outlines, readable } = await subset(original, source);
  const glyphIds = readGlyphIds(readable);
  const characters = [...glyphIds.keys()].sort((a, b) => a - b);
  const codes = assignCodes(characters);
  const metrics = metricsOf(readable, outlines);
  const glyphOf = (character: number) => glyphIds.get(character) ?? 0;
  const advances = byCode(codes, (character) => metrics.advanceOf(glyphOf(character)));
  const kerning = kerningTable(source.kerned ? readKerning(readable, characters) : [], codes);
  return {
    ...metrics.font,
    file: deflated(outlines),
    fileLength: outlines.length,
    glyphMap: deflated(bigEndian(byCode(codes, glyphOf))),
    toUnicode: deflated(Buffer.from(toUnicode(codes))),
    characters: base64OfWords(characters),
    codes: base64OfWords(codes.values()),
    advances: base64OfWords(advances),
    kerningRows: base64OfWords(kerning.rows),
    kerningColumns: base64OfWords(kerning.columns),
    kerningWidth: kerning.width,
    kerning: base64OfWords(kerning.values),
  };
}

/** Everything the result depends on; the generated file carries it, so that an unchanged tree prepares nothing. */
export function fontsFingerprint(): string {
  const hash = createHash('sha256');
  for (const program of ['fonts.ts', 'font-sources.ts', 'font-reading.ts', 'kerning.ts']) {
    hash.update(readFileSync(join(import.meta.dirname, program)));
  }
  for (const { file } of Object.values(fontSources)) hash.update(readFileSync(modules.resolve(file)));
  return hash.digest('hex');
}

/** The fingerprint written in the generated file, or undefined when there is none yet. */
export function preparedFingerprint(): string | undefined {
  if (!existsSync(generated)) return undefined;
  return /^\/\/ fingerprint: ([0-9a-f]{64})$/m.exec(readFileSync(generated, 'utf8'))?.[1];
}

/**
 * Writes `prepared-fonts.generated.ts`: per face the deflated font file, its character codes, advances and kerning.
 * Done once per change of the fonts or of this program, so that no font is parsed or shaped when a document is made
 * (81 % of the time of a plain pdf-lib document). Answers whether something had to be written.
 */
export async function prepareFonts(): Promise<'written' | 'unchanged'> {
  const fingerprint = fontsFingerprint();
  if (preparedFingerprint() === fingerprint) return 'unchanged';
  const entries: string[] = [];
  for (const [name, source] of Object.entries(fontSources)) {
    const fields = Object.entries(await prepare(source)).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},`);
    entries.push(`  ${name}: {\n${fields.join('\n')}\n  },`);
  }
  const lines = [
    '// biome-ignore-all format: generated by tools/build/fonts.ts',
    '// biome-ignore-all lint: generated by tools/build/fonts.ts',
    `// fingerprint: ${fingerprint}`,
    '// Source Sans 3, Source Code Pro, Bricolage Grotesque: SIL Open Font License 1.1, see fonts-licence.txt.',
    'export const preparedFonts = {',
    ...entries,
    '} as const;',
    '',
  ];
  writeFileSync(generated, lines.join('\n'));
  return 'written';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`fonts: ${await prepareFonts()}`);
