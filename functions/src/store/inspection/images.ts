import { isPadding } from './pdf/envelope.ts';
import { refusePolyglot } from './polyglot.ts';
import { Found } from './threats.ts';

const LONGEST_SIDE = 20_000;
const MOST_POINTS = 150_000_000;

/** Verifies that an image is whole, of a size that a reader can show, and nothing else than an image. Throws `Found`. */
export function inspectImage(bytes: Buffer, type: string): void {
  const inspect = inspections.get(type);
  if (inspect === undefined) throw new Found('type-refused');
  inspect(bytes);
  refusePolyglot(bytes);
}

const inspections = new Map<string, (bytes: Buffer) => void>([
  ['image/png', inspectPng],
  ['image/apng', inspectPng],
  ['image/jpeg', inspectJpeg],
  ['image/webp', inspectWebp],
  ['image/heic', inspectHeic],
]);

function refuseSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Found('image-broken');
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_POINTS) throw new Found('image-too-large');
}

/** From chunk to chunk up to `IEND` (PNG specification, 5.3). */
function inspectPng(bytes: Buffer): void {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Found('image-broken');
  refuseSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  let pixels = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    at += 12 + bytes.readUInt32BE(at);
    if (name === 'IDAT') pixels = true;
    if (name === 'IEND') {
      if (!pixels || at > bytes.length) throw new Found('image-broken');
      if (!isPadding(bytes.subarray(at))) throw new Found('file-two-faced');
      return;
    }
  }
  throw new Found('image-broken');
}

/** A photo may be followed by what phones add: smaller or brighter versions of it, a short film, Samsung's own notes. */
function inspectJpeg(bytes: Buffer): void {
  let at = endOfJpeg(bytes, 0);
  for (;;) {
    while (at < bytes.length && isPadding(bytes.subarray(at, at + 1))) at += 1;
    if (at >= bytes.length || isSamsungTrailer(bytes, at)) return;
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd8) at = endOfJpeg(bytes, at);
    else if (endOfBoxes(bytes, at) === bytes.length) return;
    else throw new Found('file-two-faced');
  }
}

/** From marker to marker up to the end of image (ITU-T T.81, B.1). */
function endOfJpeg(bytes: Buffer, start: number): number {
  let at = start + 2;
  let sized = false;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new Found('image-broken');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) break;
    else {
      if (isFrame(marker)) {
        if (at + 9 > bytes.length) break;
        refuseSize(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
        sized = true;
      }
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === 0xda) at = endOfScan(bytes, at);
    }
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9 || !sized) throw new Found('image-broken');
  return at + 2;
}

/** SOF0 to SOF15, without the three markers among them that are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** The next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return bytes.length;
}

function isSamsungTrailer(bytes: Buffer, at: number): boolean {
  return bytes.toString('latin1', bytes.length - 4) === 'SEFT' && bytes.indexOf('SEFH', at) >= 0;
}

/** RIFF, one length for all (RFC 9649). */
function inspectWebp(bytes: Buffer): void {
  if (bytes.length < 30) throw new Found('image-broken');
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new Found('image-broken');
  if (!isPadding(bytes.subarray(end))) throw new Found('file-two-faced');
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') refuseSize(1 + bytes.readUIntLE(24, 3), 1 + bytes.readUIntLE(27, 3));
  else if (kind === 'VP8L') {
    const packed = bytes.readUInt32LE(21);
    refuseSize(1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff));
  } else if (kind === 'VP8 ') refuseSize(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff);
  else throw new Found('image-broken');
}

/** Boxes up to the end (ISO/IEC 14496-12), sizes in `ispe`. */
function inspectHeic(bytes: Buffer): void {
  const end = endOfBoxes(bytes, 0);
  if (end === null || end > bytes.length || bytes.indexOf('meta') < 0) throw new Found('image-broken');
  if (!isPadding(bytes.subarray(end))) throw new Found('file-two-faced');
  for (let at = bytes.indexOf('ispe'); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf('ispe', at + 4))
    if (bytes.readUInt32BE(at - 4) === 20) refuseSize(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12));
}

/** Where boxes that begin with `ftyp` end, or null when there are none. */
function endOfBoxes(bytes: Buffer, start: number): number | null {
  if (bytes.toString('latin1', start + 4, start + 8) !== 'ftyp') return null;
  let at = start;
  while (at + 8 <= bytes.length && /^[\w ©-]{4}$/.test(bytes.toString('latin1', at + 4, at + 8))) {
    const size = bytes.readUInt32BE(at);
    if (size === 0) return bytes.length;
    if (size === 1 && at + 16 > bytes.length) return null;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < 8) return null;
    at += length;
  }
  return at;
}
