import { crc32, inflateSync } from 'node:zlib';
import { isTooLarge, type ReadImage } from './image.ts';
import { pointsOf } from './png-points.ts';
import { colourTypes, isColourType, type PngShape, passesOf } from './png-shape.ts';

/** A PNG as points. What it unfolds to is known from its header: one byte more or less, and it is refused. */
export function readPng(bytes: Uint8Array): ReadImage {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (chunks === null) return 'damaged';
  const shape = shapeOf(chunks);
  if (typeof shape === 'string') return shape;
  if (isTooLarge(shape.width, shape.height)) return 'too-large';
  const length = passesOf(shape).reduce((sum, pass) => sum + pass.height * (pass.rowBytes + 1), 0);
  const data = unfolded(
    Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ content }) => content)),
    length,
  );
  const points = data && pointsOf(shape, data);
  return points ? { width: shape.width, height: shape.height, content: { kind: 'samples', ...points } } : 'damaged';
}

interface Chunk {
  name: string;
  content: Buffer;
}

/** Null when the file is cut, or a chunk is not what its sum says. */
function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    const chunk = { name: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, end - 4) };
    if (chunk.name === 'IEND') return chunks;
    chunks.push(chunk);
    at = end;
  }
  return null;
}

function shapeOf(chunks: readonly Chunk[]): PngShape | 'damaged' | 'unsupported' {
  const [first] = chunks;
  if (first?.name !== 'IHDR' || first.content.length !== 13) return 'damaged';
  const [width, height] = [first.content.readUInt32BE(0), first.content.readUInt32BE(4)];
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = first.content.subarray(8);
  if (width === 0 || height === 0 || compression !== 0 || filter !== 0 || interlace > 1) return 'damaged';
  if (!isColourType(colour)) return 'unsupported';
  const depths: readonly number[] = colourTypes[colour].depths;
  if (!depths.includes(depth)) return 'unsupported';
  const named = (name: string) => chunks.find((chunk) => chunk.name === name)?.content;
  const palette = named('PLTE') ?? Buffer.alloc(0);
  if (colour === 3 && (palette.length === 0 || palette.length % 3 !== 0)) return 'damaged';
  return {
    ...{ width, height, depth, colour, palette },
    interlaced: interlace === 1,
    transparency: named('tRNS') ?? null,
  };
}

function unfolded(data: Buffer, length: number): Buffer | null {
  try {
    const raw = inflateSync(data, { maxOutputLength: length });
    return raw.length === length ? raw : null;
  } catch {
    return null;
  }
}
