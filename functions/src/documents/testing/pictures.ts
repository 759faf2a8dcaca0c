import { deflateSync } from 'node:zlib';
import { pngChunk } from './png-chunk.ts';

/** Pictures of a few points, written byte by byte: what a program would make, and what none would. */

export interface PngWanted {
  width: number;
  height: number;
  depth: number;
  colour: number;
  /** The rows with their filter bytes, pass by pass. */
  rows: Uint8Array;
  interlaced?: boolean;
  palette?: readonly number[];
  transparency?: readonly number[];
}

export function png({ width, height, depth, colour, rows, interlaced, palette, transparency }: PngWanted): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    ...(palette ? [pngChunk('PLTE', Buffer.from(palette))] : []),
    ...(transparency ? [pngChunk('tRNS', Buffer.from(transparency))] : []),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A square of brick on a transparent ground. */
export const logo = png({
  ...{ width: 120, height: 60, depth: 8, colour: 6 },
  rows: Buffer.concat(
    Array.from({ length: 60 }, (_row, y) =>
      Buffer.from([
        0,
        ...Array.from({ length: 120 }, (_column, x) =>
          x > 9 && x < 110 && y > 9 && y < 50 ? [180, 67, 31, 255] : [0, 0, 0, 0],
        ).flat(),
      ]),
    ),
  ),
});

/** Four blocks of one colour, 16 points a side: the shortest codes that hold it (ITU-T T.81, annex F), so that each byte is known. */
function jpegOf(components: readonly number[], { progressive = false, adobe = false } = {}): Buffer {
  const segment = (marker: number, content: readonly number[]) => [0xff, marker, 0, content.length + 2, ...content];
  const numbers = components.map((_value, index) => index + 1);
  const scan = (table: number, last: number) =>
    segment(0xda, [components.length, ...numbers.flatMap((number) => [number, table]), 0, last, 0]);
  return Buffer.from([
    ...[0xff, 0xd8],
    ...segment(progressive ? 0xc2 : 0xc0, [
      8,
      0,
      16,
      0,
      16,
      components.length,
      ...numbers.flatMap((one) => [one, 0x11, 0]),
    ]),
    ...(adobe ? segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0]) : []),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    // Nine lengths of difference, in four bits each; then « nothing more in this block », in one.
    ...segment(0xc4, [0, 0, 0, 0, 9, ...Array.from({ length: 12 }, () => 0), 0, 1, 2, 3, 4, 5, 6, 7, 8]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...scan(0, progressive ? 0 : 63),
    ...scanned(components, !progressive),
    ...[0xff, 0xd9],
  ]);
}

/** The colour in the first block of each component, no difference in the three others. */
function scanned(components: readonly number[], closed: boolean): number[] {
  let bits = '';
  for (let block = 0; block < 4; block += 1) {
    for (const value of components) {
      const difference = block === 0 ? value - 128 : 0;
      const length = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
      const written = difference < 0 ? difference + 2 ** length - 1 : difference;
      bits += length.toString(2).padStart(4, '0') + (length === 0 ? '' : written.toString(2).padStart(length, '0'));
      if (closed) bits += '0';
    }
  }
  const bytes = bits.match(/.{1,8}/g)?.map((byte) => Number.parseInt(byte.padEnd(8, '1'), 2)) ?? [];
  return bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
}

/** Brick, as luminance and two chrominances. */
const brick = [98, 90, 186] as const;

export const jpeg = {
  baseline: jpegOf(brick),
  progressive: jpegOf(brick, { progressive: true }),
  grey: jpegOf([98]),
  /** Written as its contrary, as Photoshop does: cyan 0, magenta 0,75, yellow 0,88, black 0,2. */
  cmyk: jpegOf([255, 64, 31, 204], { adobe: true }),
  /** Where the height is said, then the width. */
  sizeAt: 7,
} as const;
