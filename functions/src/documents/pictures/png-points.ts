import { colourTypes, type Pass, type PngShape, passesOf } from './png-shape.ts';

export interface Points {
  readonly colours: 1 | 3;
  readonly samples: Uint8Array;
  /** Null when every point is opaque. */
  readonly alpha: Uint8Array | null;
}

/** Rows filtered one after the other (9.2) → a byte a colour and, apart, a byte of alpha. Null when they can't be what the header says. */
export function pointsOf(shape: PngShape, data: Uint8Array): Points | null {
  const colours = shape.colour === 0 || shape.colour === 4 ? 1 : 3;
  const count = shape.width * shape.height;
  const samples = new Uint8Array(count * colours);
  const alpha = new Uint8Array(count).fill(255);
  let start = 0;
  for (const pass of passesOf(shape)) {
    if (!unfilter(data, start, pass, bytesOfPoint(shape))) return null;
    for (let row = 0; row < pass.height; row += 1) {
      const from = start + row * (pass.rowBytes + 1) + 1;
      const bytes = data.subarray(from, from + pass.rowBytes);
      if (!spreadRow(shape, bytes, pass, row, { samples, alpha, colours })) return null;
    }
    start += pass.height * (pass.rowBytes + 1);
  }
  return { colours, samples, alpha: alpha.every((value) => value === 255) ? null : alpha };
}

function bytesOfPoint({ colour, depth }: PngShape): number {
  return Math.max(1, (colourTypes[colour].samples * depth) / 8);
}

/** Left, above or above left: whichever is nearest to what they foretell. */
function paeth(left: number, above: number, corner: number): number {
  const foretold = left + above - corner;
  const toLeft = Math.abs(foretold - left);
  const toAbove = Math.abs(foretold - above);
  const toCorner = Math.abs(foretold - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** By filter type: what was taken away from each byte. */
const filters: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/** In place; false for a filter that does not exist. */
function unfilter(data: Uint8Array, start: number, { height, rowBytes }: Pass, step: number): boolean {
  for (let row = 0; row < height; row += 1) {
    const from = start + row * (rowBytes + 1) + 1;
    const filter = filters[data[from - 1] ?? 0];
    if (filter === undefined) return false;
    const above = row === 0 ? -1 : from - rowBytes - 1;
    for (let index = 0; index < rowBytes; index += 1) {
      const left = index < step ? 0 : (data[from + index - step] ?? 0);
      const up = above < 0 ? 0 : (data[above + index] ?? 0);
      const corner = above < 0 || index < step ? 0 : (data[above + index - step] ?? 0);
      data[from + index] = ((data[from + index] ?? 0) + filter(left, up, corner)) & 0xff;
    }
  }
  return true;
}

/** A sample as it is written, of any depth. */
function sampleAt(bytes: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return bytes[index] ?? 0;
  if (depth === 16) return ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((bytes[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** A sample as a byte. */
function byteOf(sample: number, depth: number): number {
  return depth === 16 ? sample >> 8 : Math.round((sample * 255) / ((1 << depth) - 1));
}

interface Target {
  samples: Uint8Array;
  alpha: Uint8Array;
  colours: 1 | 3;
}

/** Puts a row of a pass where its points belong; false for a colour that the palette lacks. */
function spreadRow(shape: PngShape, bytes: Uint8Array, pass: Pass, row: number, target: Target): boolean {
  const count = colourTypes[shape.colour].samples;
  const { depth, transparency } = shape;
  const transparent = shape.colour === 3 ? null : transparentSample(transparency, count);
  for (let column = 0; column < pass.width; column += 1) {
    const place = (pass.y + row * pass.dy) * shape.width + pass.x + column * pass.dx;
    if (shape.colour === 3) {
      const index = sampleAt(bytes, column, depth);
      if (index * 3 >= shape.palette.length) return false;
      target.samples.set(shape.palette.subarray(index * 3, index * 3 + 3), place * 3);
      target.alpha[place] = transparency?.[index] ?? 255;
      continue;
    }
    let matching = transparent !== null;
    for (let part = 0; part < target.colours; part += 1) {
      const sample = sampleAt(bytes, column * count + part, depth);
      matching &&= sample === transparent?.[part];
      target.samples[place * target.colours + part] = byteOf(sample, depth);
    }
    if (count > target.colours) {
      target.alpha[place] = byteOf(sampleAt(bytes, column * count + target.colours, depth), depth);
    } else if (matching) target.alpha[place] = 0;
  }
  return true;
}

/** The one colour that is transparent, where an image without alpha names one. */
function transparentSample(transparency: Uint8Array | null, count: number): number[] | null {
  if (transparency === null || transparency.length < count * 2) return null;
  return Array.from({ length: count }, (_, index) => sampleAt(transparency, index, 16));
}
