import { graphemesOf } from './graphemes.ts';
import { preparedFonts } from './prepared-fonts.generated.ts';
import { type StyleName, styles } from './theme.ts';

export type FaceName = keyof typeof preparedFonts;

/** One prepared font file, ready to encode text. */
export interface Face {
  name: FaceName;
  /** By UTF-16 unit; 0 when the face lacks the character. */
  codes: Uint16Array;
  /** Thousandths of the size, by code. */
  advances: Uint16Array;
  kerning: Kerning;
}

/** Codes that are kerned alike share a row, on the left, or a column, on the right; thousandths of the size. */
interface Kerning {
  rows: Uint16Array;
  columns: Uint16Array;
  width: number;
  values: Int16Array;
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
  const codes = new Uint16Array(highestCharacter);
  const codeOf = wordsOf(prepared.codes);
  wordsOf(prepared.characters).forEach((character, index) => {
    codes[character] = codeOf[index] ?? 0;
  });
  const values = wordsOf(prepared.kerning);
  return {
    name,
    codes,
    advances: wordsOf(prepared.advances),
    kerning: {
      rows: wordsOf(prepared.kerningRows),
      columns: wordsOf(prepared.kerningColumns),
      width: prepared.kerningWidth,
      values: new Int16Array(values.buffer, values.byteOffset, values.length),
    },
  };
}

/** Unpacked on first use: a document that never sets italics pays nothing for them. */
export function faceNamed(name: FaceName): Face {
  const known = faces.get(name);
  if (known) return known;
  const loaded = loadFace(name);
  faces.set(name, loaded);
  return loaded;
}

/** Two bytes, as a binary string. */
function shownCode(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff);
}

/** The whole text in one face with its kerning, or undefined when the face lacks one of its characters. */
function encodeWith({ name, codes, advances, kerning }: Face, text: string): Piece | undefined {
  let shown = '';
  let width = 0;
  let row = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = codes[text.charCodeAt(index)];
    if (!code) return undefined;
    const kern = kerning.values[row * kerning.width + (kerning.columns[code] ?? 0)] ?? 0;
    if (kern !== 0) shown += `)${-kern}(`;
    shown += shownCode(code);
    width += kern + (advances[code] ?? 0);
    row = kerning.rows[code] ?? 0;
  }
  return { face: name, shown, width };
}

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
  for (const sign of graphemesOf(text)) {
    const piece = encodeInAny(chain, sign) ?? encodeMissing(chain, sign);
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
  const { name, codes, advances } = faceNamed(styles[style][0]);
  const code = codes[0x20] ?? 0;
  return { face: name, shown: shownCode(code), width: advances[code] ?? 0 };
}
