import { preparedFonts } from './prepared-fonts.generated.ts';
import { type StyleName, styles } from './theme.ts';

export type FaceName = keyof typeof preparedFonts;

/** One prepared font file, ready to encode text. */
export interface Face {
  name: FaceName;
  /** Two bytes as a binary string, by UTF-16 unit; empty when the face lacks the character. */
  codes: readonly string[];
  /** Thousandths of the size, by UTF-16 unit. */
  advances: Uint16Array;
  /** Thousandths of the size, by `left << 16 | right`. */
  kerning: ReadonlyMap<number, number>;
  /** Advances by code, as the `W` array of a PDF font wants them. */
  widths: string;
}

/**
 * A stretch of text in one face: what goes inside the string of a `TJ` array (kerning ends the string and opens the next),
 * and its width in thousandths of the size.
 */
export interface Piece {
  face: FaceName;
  shown: string;
  width: number;
  /** What the text really says, when a sign that no face has is printed as a box. */
  actual?: string;
}

export interface Word {
  pieces: readonly Piece[];
  width: number;
}

/** U+25A1: printed in the place of a sign that no face has, so that nobody believes the text complete. */
const missingSign = 0x25a1;
const highestCharacter = 0x2800;

const faces = new Map<FaceName, Face>();

function wordsOf(base64: string): Uint16Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}

function loadFace(name: FaceName): Face {
  const prepared = preparedFonts[name];
  const characters = wordsOf(prepared.characters);
  const codes = wordsOf(prepared.codes);
  const advanceByCode = wordsOf(prepared.advances);
  const byCharacter = new Array<string>(highestCharacter).fill('');
  const advances = new Uint16Array(highestCharacter);
  const characterOf = new Map<number, number>();
  characters.forEach((character, index) => {
    const code = codes[index] ?? 0;
    byCharacter[character] = String.fromCharCode(code >> 8, code & 0xff);
    advances[character] = advanceByCode[code] ?? 0;
    characterOf.set(code, character);
  });
  const triples = wordsOf(prepared.kerning);
  const kerning = new Map<number, number>();
  for (let index = 0; index < triples.length; index += 3) {
    const left = characterOf.get(triples[index] ?? 0) ?? 0;
    const right = characterOf.get(triples[index + 1] ?? 0) ?? 0;
    kerning.set((left << 16) | right, ((triples[index + 2] ?? 0) << 16) >> 16);
  }
  return { name, codes: byCharacter, advances, kerning, widths: advanceByCode.join(' ') };
}

/** Unpacked on first use: a document that never sets italics pays nothing for them. */
export function faceNamed(name: FaceName): Face {
  const known = faces.get(name);
  if (known) return known;
  const loaded = loadFace(name);
  faces.set(name, loaded);
  return loaded;
}

/** The whole text in one face with its kerning, or undefined when the face lacks one of its characters. */
function encodeWith(face: Face, text: string): Piece | undefined {
  let shown = '';
  let width = 0;
  let previous = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    const code = face.codes[character];
    if (!code) return undefined;
    const kern = face.kerning.get((previous << 16) | character);
    if (kern !== undefined) {
      shown += `)${-kern}(`;
      width += kern;
    }
    shown += code;
    width += face.advances[character] ?? 0;
    previous = character;
  }
  return { face: face.name, shown, width };
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

function encodeMissing(chain: readonly FaceName[], grapheme: string): Piece {
  for (const name of chain) {
    const piece = encodeWith(faceNamed(name), String.fromCharCode(missingSign));
    if (piece) return { ...piece, actual: grapheme };
  }
  throw new Error(`No face of ${chain.join(', ')} has the sign that stands for missing ones`);
}

function encodeInAny(chain: readonly FaceName[], text: string): Piece | undefined {
  for (const name of chain) {
    const piece = encodeWith(faceNamed(name), text);
    if (piece) return piece;
  }
  return undefined;
}

/** Signs one by one, each in the first face that has it; neighbours in the same face are joined again. */
function encodeSigns(chain: readonly FaceName[], text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const piece = encodeInAny(chain, segment) ?? encodeMissing(chain, segment);
    const last = pieces.at(-1);
    if (last && last.face === piece.face && last.actual === undefined && piece.actual === undefined) {
      pieces[pieces.length - 1] = {
        face: last.face,
        shown: last.shown + piece.shown,
        width: last.width + piece.width,
      };
    } else pieces.push(piece);
  }
  return pieces;
}

/** One word in a style, with its kerning: nearly always one piece. */
export function encodeWord(style: StyleName, text: string): Word {
  const chain = styles[style];
  const whole = encodeWith(faceNamed(chain[0]), text);
  const pieces = whole ? [whole] : encodeSigns(chain, text);
  return { pieces, width: pieces.reduce((total, piece) => total + piece.width, 0) };
}

/** The plain space of a style. */
export function spaceOf(style: StyleName): Piece {
  const face = faceNamed(styles[style][0]);
  return { face: face.name, shown: face.codes[0x20] ?? '', width: face.advances[0x20] ?? 0 };
}
