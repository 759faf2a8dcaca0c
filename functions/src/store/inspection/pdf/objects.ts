import { Found } from '../threats.ts';
import {
  type Budget,
  isDictionary,
  isName,
  type PdfDictionary,
  type PdfValue,
  parseValue,
  skipBlanks,
  valuesOf,
} from './lexer.ts';

/** One written form of an object. An object has several when the document was updated: readers may show any of them. */
export interface Place {
  readonly bytes: Buffer;
  readonly start: number;
}

export interface PdfStream {
  readonly number: number;
  readonly generation: number;
  readonly dictionary: PdfDictionary;
  /** Where the stream's bytes begin in the file. */
  readonly start: number;
}

/** Everything a reader could find in the file, whatever its cross-references say. */
export interface PdfObjects {
  readonly file: Buffer;
  readonly budget: Budget;
  readonly places: Map<number, Place[]>;
  readonly streams: PdfStream[];
  /** Trailers and cross-reference streams: where the root and the encryption are named. */
  readonly trailers: PdfDictionary[];
  count: number;
}

/** A tagged document of 500 pages has about 100 000 objects. */
const MOST_OBJECTS = 300_000;
const OBJECT = 'obj';

/** `bytes` are those that the value's strings stand in. */
export type Visit = (value: PdfValue, bytes: Buffer) => void;

/**
 * Visits each object written as such in the file: current, replaced, deleted or hidden in another's bytes, with or without a cross-reference.
 * Objects inside object streams come from `findPacked`.
 */
export function findObjects(file: Buffer, visit: Visit): PdfObjects {
  const budget = { bytes: 8 * file.length + 4_000_000 };
  const objects: PdfObjects = { file, budget, places: new Map(), streams: [], trailers: [], count: 0 };
  for (let at = file.indexOf(OBJECT); at >= 0; at = file.indexOf(OBJECT, at + OBJECT.length)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) !== 'end') findObject(objects, at, visit);
  }
  findTrailers(objects, visit);
  return objects;
}

function findObject(objects: PdfObjects, keyword: number, visit: Visit): void {
  const { file, budget } = objects;
  const before = /(\d{1,10})[\s\0]+(\d{1,10})[\s\0]*$/.exec(
    file.toString('latin1', Math.max(0, keyword - 40), keyword),
  );
  const [number, generation] = before === null ? [-1, 0] : [Number(before[1]), Number(before[2])];
  const start = keyword + OBJECT.length;
  const { value, end } = parseValue(file, start, budget);
  addPlace(objects, number, { bytes: file, start });
  if (isDictionary(value)) {
    const data = streamStart(file, end);
    if (data !== null) objects.streams.push({ number, generation, dictionary: value, start: data });
    if (data !== null && valuesOf(value, 'Type').some((type) => isName(type, 'XRef'))) objects.trailers.push(value);
  }
  visit(value, file);
}

function findTrailers(objects: PdfObjects, visit: Visit): void {
  const { file, budget } = objects;
  for (let at = file.indexOf('trailer'); at >= 0; at = file.indexOf('trailer', at + 1)) {
    const { value } = parseValue(file, at + 'trailer'.length, budget);
    if (isDictionary(value)) objects.trailers.push(value);
    visit(value, file);
  }
}

function addPlace(objects: PdfObjects, number: number, place: Place): void {
  objects.count += 1;
  if (objects.count > MOST_OBJECTS) throw new Found('pdf-too-heavy');
  const known = objects.places.get(number);
  if (known) known.push(place);
  else objects.places.set(number, [place]);
}

/** Where the bytes after the keyword `stream` begin, or null when this object has none. */
function streamStart(file: Buffer, end: number): number | null {
  const keyword = skipBlanks(file, end);
  if (file.toString('latin1', keyword, keyword + 6) !== 'stream') return null;
  const after = keyword + 6;
  const [first, second] = [file[after], file[after + 1]];
  if (first === 13 && second === 10) return after + 2;
  return first === 10 || first === 13 ? after + 1 : after;
}

/**
 * Visits the objects packed in one decoded object stream: where its header says they are, and one after the other as older readers do.
 * A header that is not `first` bytes of whole numbers is no object stream: decoded wrongly, or made to be.
 */
export function findPacked(objects: PdfObjects, decoded: Buffer, first: number, visit: Visit): void {
  const header = decoded.toString('latin1', 0, first).trim();
  if (header !== '' && !/^\d+(?:[\s\0]+\d+)*$/.test(header)) throw new Found('pdf-unreadable');
  const numbers = header === '' ? [] : header.split(/[\s\0]+/).map(Number);
  const seen = new Set<number>();
  const see = (start: number): number => {
    seen.add(start);
    const { value, end } = parseValue(decoded, start, objects.budget);
    visit(value, decoded);
    return skipBlanks(decoded, end);
  };
  objects.budget.bytes += 4 * decoded.length;
  for (let at = skipBlanks(decoded, first); at < decoded.length; at = see(at)) {
    if (seen.size > MOST_OBJECTS) throw new Found('pdf-too-heavy');
  }
  for (let pair = 0; pair + 1 < numbers.length; pair += 2) {
    const [number, offset] = [numbers[pair] ?? 0, numbers[pair + 1] ?? 0];
    const start = skipBlanks(decoded, first + offset);
    addPlace(objects, number, { bytes: decoded, start });
    if (!seen.has(start)) see(start);
  }
}

/** What a value stands for: itself, or each written form of the object it refers to, the newest last. */
export function resolve(objects: PdfObjects, value: PdfValue | undefined, hops = 4): PdfValue[] {
  if (value === undefined) return [];
  if (typeof value === 'number' || value.kind !== 'reference') return [value];
  if (hops === 0) throw new Found('pdf-unreadable');
  return (objects.places.get(value.number) ?? []).flatMap(({ bytes, start }) =>
    resolve(objects, parseValue(bytes, start, objects.budget).value, hops - 1),
  );
}

/** The dictionaries that a key leads to. */
export function dictionariesOf(objects: PdfObjects, from: PdfDictionary, key: string): PdfDictionary[] {
  return valuesOf(from, key)
    .flatMap((value) => resolve(objects, value))
    .filter(isDictionary);
}
