import { crc32, deflateSync } from 'node:zlib';

/** Pictures of a few points, written byte by byte: what a program would make, and what none would. */

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

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
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    ...(transparency ? [chunk('tRNS', Buffer.from(transparency))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
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
