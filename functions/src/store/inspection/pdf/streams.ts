import { pipeline, Readable } from 'node:stream';
import { createInflate, inflateRawSync, inflateSync } from 'node:zlib';
import { failedAs } from '../../failures.ts';
import { Found } from '../threats.ts';
import { isDictionary, isName, type PdfDictionary, type PdfValue, skipBlanks, valuesOf } from './lexer.ts';
import { type PdfObjects, type PdfStream, resolve } from './objects.ts';

/** What object streams and attachments of one document may hold once decoded, together: they are the only ones kept in memory. */
const MOST_DECODED = 40_000_000;
/** A drawing compresses 10 times, a table of zeros 1 000 times. */
const MOST_RATIO = 100;
const SMALL = 10_000_000;
export const MOST_INFLATED = 400_000_000;

export interface Decoder {
  /** Bytes that may still be decoded into memory. */
  left: number;
}

export function newDecoder(): Decoder {
  return { left: MOST_DECODED };
}

/** The bytes of a stream as they are in the file: by its length if the stream does end there, otherwise up to its `endstream`. */
export function rawBytes(objects: PdfObjects, stream: PdfStream): Buffer {
  const { file } = objects;
  for (const value of valuesOf(stream.dictionary, 'Length')) {
    for (const length of resolve(objects, value)) {
      if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) continue;
      const after = skipBlanks(file, stream.start + length);
      if (file.toString('latin1', after, after + 9) === 'endstream')
        return file.subarray(stream.start, stream.start + length);
    }
  }
  const end = file.indexOf('endstream', stream.start);
  return file.subarray(stream.start, end < 0 ? file.length : end);
}

/** The names of a stream's filters, from the outside in. Written twice or by a type that is no filter, they can't be trusted. */
function filtersOf(objects: PdfObjects, dictionary: PdfDictionary): string[] {
  const written = valuesOf(dictionary, 'Filter');
  if (written.length > 1) throw new Found('pdf-unreadable');
  return written
    .flatMap((value) => newest(objects, value))
    .flatMap((value) => (typeof value === 'object' && value.kind === 'array' ? value.items : [value]))
    .flatMap((value) => newest(objects, value))
    .flatMap((value) => (typeof value === 'object' && value.kind === 'name' ? [value.name] : []));
}

function newest(objects: PdfObjects, value: PdfValue): PdfValue[] {
  return resolve(objects, value).slice(-1);
}

/** Decodes a stream whose content is judged. Filters that no producer uses for such streams are refused rather than read. */
export function decode(objects: PdfObjects, stream: PdfStream, raw: Buffer, decoder: Decoder): Buffer {
  let bytes = raw;
  for (const filter of filtersOf(objects, stream.dictionary)) {
    const decodeOne = filters.get(filter);
    if (decodeOne === undefined || predicts(objects, stream.dictionary)) throw new Found('pdf-unreadable');
    bytes = decodeOne(bytes, decoder.left);
    decoder.left -= bytes.length;
  }
  return bytes;
}

type Filter = (bytes: Buffer, most: number) => Buffer;
const filters = new Map<string, Filter>([
  ['FlateDecode', inflate],
  ['Fl', inflate],
  [
    'ASCIIHexDecode',
    (bytes) => Buffer.from(bytes.toString('latin1').split('>')[0]?.replaceAll(/\s/g, '') ?? '', 'hex'),
  ],
]);

function inflate(bytes: Buffer, most: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (failedAs(error, 'outputTooLong')) throw new Found('pdf-too-heavy');
  }
  try {
    // Without the two bytes of header and the checksum at the end: readers do without them.
    return inflateRawSync(bytes.subarray(2), { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw new Found(failedAs(error, 'outputTooLong') ? 'pdf-too-heavy' : 'pdf-unreadable');
  }
}

function predicts(objects: PdfObjects, dictionary: PdfDictionary): boolean {
  return valuesOf(dictionary, 'DecodeParms')
    .flatMap((value) => resolve(objects, value))
    .flatMap((value) => (typeof value === 'object' && value.kind === 'array' ? value.items : [value]))
    .flatMap((value) => resolve(objects, value))
    .filter(isDictionary)
    .some((parameters) => valuesOf(parameters, 'Predictor').some((predictor) => predictor !== 1));
}

/** What no reader can inflate to much needs no counting: deflate makes at most 1 032 bytes of one. */
const HARMLESS = SMALL / 1_032;

/** Whether a reader that opens the page inflates this stream whole: `shown` ones always. Other images are read up to the size they declare, which is bounded here. */
export function mayExplode(objects: PdfObjects, stream: PdfStream, shown: boolean): boolean {
  const times = filtersOf(objects, stream.dictionary).filter((filter) => flate.has(filter)).length;
  if (times > 3) throw new Found('pdf-too-heavy');
  return (
    times > 0 && (shown || !isImage(stream.dictionary)) && (times > 1 || rawBytes(objects, stream).length > HARMLESS)
  );
}

/** Inflates and counts a piece at a time; what is damaged ends where a reader ends. Gives what one document may still hold. */
export async function weigh(objects: PdfObjects, stream: PdfStream, raw: Buffer, left: number): Promise<number> {
  const names = filtersOf(objects, stream.dictionary);
  if (names.some((name) => !flate.has(name))) return left;
  const engines = names.map(() => createInflate());
  const most = Math.min(left, Math.max(SMALL, MOST_RATIO * raw.length));
  let size = 0;
  // The error comes out of the loop below; here it would only come twice.
  pipeline([Readable.from([raw]), ...engines], () => undefined);
  try {
    for await (const piece of engines.at(-1) ?? []) {
      size += piece.length;
      if (size > most) throw new Found('pdf-too-heavy');
    }
  } catch (error) {
    if (error instanceof Found) throw error;
  } finally {
    for (const engine of engines) engine.destroy();
  }
  return left - size;
}

const flate: ReadonlySet<string> = new Set(['FlateDecode', 'Fl']);

/** 250 million points are a plan of 1.3 m by 1.3 m at 300 dpi. */
const MOST_POINTS = 250_000_000;

function isImage(dictionary: PdfDictionary): boolean {
  if (!valuesOf(dictionary, 'Subtype').some((subtype) => isName(subtype, 'Image'))) return false;
  const [width, height] = ['Width', 'Height'].map((key) => valuesOf(dictionary, key)[0]);
  if (typeof width !== 'number' || typeof height !== 'number') return false;
  if (width * height > MOST_POINTS) throw new Found('pdf-too-heavy');
  return true;
}
