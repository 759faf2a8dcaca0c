import { isTooLarge, type ReadImage } from './image.ts';

/** Markers of ITU-T T.81, table B.1. */
const markers = { endOfImage: 0xd9, startOfScan: 0xda, application: 0xe0, adobe: 0xee, comment: 0xfe } as const;
/** Baseline, extended and progressive, all in Huffman codes: what each reader of PDF decodes. */
const readable = new Set([0xc0, 0xc1, 0xc2]);
/** Tables of codes, of restarts, and a place kept: they look like frames and are none. */
const notFrames = new Set([0xc4, 0xc8, 0xcc]);

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker);
}

interface Frame {
  width: number;
  height: number;
  colours: 1 | 3 | 4;
}

/**
 * A JPEG is embedded as it is compressed: from marker to marker, so that it is known to be whole, and without what cameras and programs add (place,
 * names, a smaller version), which a document would otherwise carry unseen.
 */
export function readJpeg(bytes: Uint8Array): ReadImage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: Frame | undefined;
  let inverted = false;
  let scanned = false;
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return 'damaged';
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === markers.endOfImage) {
      if (!frame || !scanned) return 'damaged';
      kept.push(bytes.subarray(at, at + 2));
      const { width, height, colours } = frame;
      return { width, height, content: { kind: 'jpeg', bytes: Buffer.concat(kept), colours, inverted } };
    }
    if (at + 4 > bytes.length) return 'damaged';
    let end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return 'damaged';
    if (isFrame(marker)) {
      if (!readable.has(marker)) return 'unsupported';
      const read = frame === undefined ? frameAt(view, at, end) : 'damaged';
      if (typeof read === 'string') return read;
      frame = read;
    }
    if (marker === markers.adobe && isAdobe(bytes, at)) inverted = true;
    if (marker === markers.startOfScan) {
      scanned = true;
      end = endOfScan(bytes, end);
    }
    if (!isRemark(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return 'damaged';
}

function frameAt(view: DataView, at: number, end: number): Frame | 'damaged' | 'unsupported' | 'too-large' {
  if (end < at + 10) return 'damaged';
  const [precision, height, width] = [view.getUint8(at + 4), view.getUint16(at + 5), view.getUint16(at + 7)];
  const colours = view.getUint8(at + 9);
  if (width === 0 || height === 0) return 'damaged';
  if (precision !== 8 || (colours !== 1 && colours !== 3 && colours !== 4)) return 'unsupported';
  return isTooLarge(width, height) ? 'too-large' : { width, height, colours };
}

/** What says nothing of how to decode. Adobe's own segment says which colours these are. */
function isRemark(marker: number): boolean {
  const isApplication = marker >= markers.application && marker <= 0xef;
  return marker === markers.comment || (isApplication && marker !== markers.adobe);
}

/** Photoshop and its kin write the four colours of a press as their contrary. */
function isAdobe(bytes: Uint8Array, at: number): boolean {
  return Buffer.from(bytes.subarray(at + 4, at + 9)).toString('latin1') === 'Adobe';
}

/** Compressed points run until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 2;
  }
}
