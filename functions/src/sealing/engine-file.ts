import { inflateSync } from 'node:zlib';

/** The file is not one of our own engine, as it leaves it: it can't be sealed. */
export class NotAnEngineFile extends Error {}

/** Where an object is: in the file, or at an index of a stream of objects (ISO 32000-1, 7.5.8.3). */
interface Place {
  readonly type: number;
  readonly place: number;
  readonly index: number;
}

/** Width of an entry in the engine's table: type, place in four bytes, index in two. */
const entryLength = 7;

/**
 * A file of the engine, object by object. Not a reader of PDFs: it knows the one way in which `documents/serialising.ts` writes, which is what makes it
 * short, and refuses anything else rather than sealing what it half understood.
 */
export class EngineFile {
  readonly bytes: Uint8Array;
  /** Place of the table of objects, which a revision names. */
  readonly tablePlace: number;
  /** One more than the greatest object number. */
  readonly size: number;
  /** « 12 0 R ». */
  readonly root: string;
  readonly information: string;
  /** First half of the file's identity, in hexadecimal. */
  readonly identity: string;
  private readonly text: string;
  private readonly table: Buffer;
  private readonly packed = new Map<number, readonly string[]>();

  /** @throws NotAnEngineFile */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.tablePlace = Number(captured(this.text.slice(-64), /\nstartxref\n(\d+)\n%%EOF\n$/));
    const dictionary = this.textAt(this.tablePlace);
    this.size = Number(captured(dictionary, /^<<\/Type\/XRef\/Size (\d+)\/W\[1 4 2\]/));
    this.root = captured(dictionary, /\/Root (\d+ 0 R)/);
    this.information = captured(dictionary, /\/Info (\d+ 0 R)/);
    this.identity = captured(dictionary, /\/ID\[<(\w{32})>/);
    if (dictionary.includes('/Prev ')) throw new NotAnEngineFile('it has several revisions');
    this.table = this.streamAt(this.tablePlace);
  }

  /** The text of the object that « 12 0 R » names; of a stream, its dictionary. */
  object(reference: string): string {
    const number = Number.parseInt(reference, 10);
    const { type, place, index } = this.placeOf(number);
    if (type === 1) return this.textAt(place);
    const found = type === 2 ? this.packedIn(place)[index] : undefined;
    if (found === undefined) throw new NotAnEngineFile(`no object ${number}`);
    return found;
  }

  private placeOf(number: number): Place {
    const start = number * entryLength;
    if (!(start + entryLength <= this.table.length)) throw new NotAnEngineFile(`no object ${number}`);
    return {
      type: this.table[start] ?? 0,
      place: this.table.readUInt32BE(start + 1),
      index: this.table.readUInt16BE(start + 5),
    };
  }

  private textAt(place: number): string {
    const start = this.text.indexOf('obj\n', place) + 4;
    const end = this.text.slice(start).search(/\n(?:stream|endobj)\n/);
    if (start < place || end === -1) throw new NotAnEngineFile(`no object at ${place}`);
    return this.text.slice(start, start + end);
  }

  private streamAt(place: number): Buffer {
    const length = Number(captured(this.textAt(place), /\/Filter\/FlateDecode\/Length (\d+)>>$/));
    const start = this.text.indexOf('\nstream\n', place) + '\nstream\n'.length;
    try {
      return inflateSync(this.bytes.subarray(start, start + length));
    } catch {
      throw new NotAnEngineFile(`the stream at ${place} is damaged`);
    }
  }

  /** The objects of a stream of objects, in its order. */
  private packedIn(number: number): readonly string[] {
    const known = this.packed.get(number);
    if (known) return known;
    const { place } = this.placeOf(number);
    const first = Number(captured(this.textAt(place), /^<<\/Type\/ObjStm\/N \d+\/First (\d+)/));
    const body = this.streamAt(place).toString('latin1');
    const numbers = body.slice(0, first).trim().split(' ').map(Number);
    const starts = numbers.filter((_number, index) => index % 2 === 1);
    const objects = starts.map((start, index) => body.slice(first + start, first + (starts[index + 1] ?? body.length)));
    const trimmed = objects.map((text) => text.trimEnd());
    this.packed.set(number, trimmed);
    return trimmed;
  }
}

/** What the first group of `pattern` finds. @throws NotAnEngineFile */
export function captured(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new NotAnEngineFile(`${pattern} is missing`);
  return found;
}
