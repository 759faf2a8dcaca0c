import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFObject } from 'pdf-lib';
import { ByteWriter } from './bytes.ts';
import { WrittenStream } from './objects.ts';

/** Objects are packed: a structure tree of 5 000 elements shrinks ten times. Level 1, because the text repeats a lot. */
const packedLevel = 1;

/** Type, place in four bytes, index in two (ISO 32000-1, 7.5.8.3). */
const entryLength = 7;

class Serialiser {
  private readonly file = new ByteWriter();
  private readonly table: Buffer;

  /** `count`: how many object numbers there are, 0 included. */
  constructor(count: number) {
    this.table = Buffer.alloc(count * entryLength);
    this.table.writeUInt16BE(0xffff, 5);
    this.file.write('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n');
  }

  private note(number: number, type: 1 | 2, place: number, index: number): void {
    this.table[number * entryLength] = type;
    this.table.writeUInt32BE(place, number * entryLength + 1);
    this.table.writeUInt16BE(index, number * entryLength + 5);
  }

  stream(number: number, dictionary: PDFObject, contents: Uint8Array): void {
    const { file } = this;
    this.note(number, 1, file.size, 0);
    file.write(`${number} 0 obj\n${dictionary}\nstream\n`);
    file.append(contents);
    file.write('\nendstream\nendobj\n');
  }

  /** Everything that is not a stream, in one object stream. */
  pack(number: number, objects: readonly { number: number; text: string }[]): void {
    let heading = '';
    let length = 0;
    objects.forEach((object, index) => {
      this.note(object.number, 2, number, index);
      heading += `${object.number} ${length} `;
      length += object.text.length + 1;
    });
    const body = new ByteWriter();
    body.write(heading);
    for (const { text } of objects) {
      body.write(text);
      body.write('\n');
    }
    const packed = deflateSync(body.written(), { level: packedLevel });
    body.release();
    const entries = `/Type/ObjStm/N ${objects.length}/First ${heading.length}`;
    this.stream(number, new WrittenStream(packed, entries), packed);
  }

  /** The table of all objects, itself the last one; then the bytes of the file. */
  finish(number: number, trailer: string): Uint8Array {
    const { file } = this;
    const start = file.size;
    this.note(number, 1, start, 0);
    const table = deflateSync(this.table, { level: packedLevel });
    this.stream(number, new WrittenStream(table, `/Type/XRef/Size ${number + 1}/W[1 4 2]${trailer}`), table);
    file.write(`startxref\n${start}\n%%EOF\n`);
    const bytes = file.written().slice();
    file.release();
    return bytes;
  }
}

/**
 * The bytes of a PDF 1.7. pdf-lib's own writers are asynchronous (they yield between objects, for browsers) and deflate in
 * JavaScript; this one is synchronous and native, which is what makes a document cost 2 ms.
 */
export function serialise(context: PDFContext, trailer: string): Uint8Array {
  const packNumber = context.nextRef().objectNumber;
  const tableNumber = context.nextRef().objectNumber;
  const serialiser = new Serialiser(tableNumber + 1);
  const packed: { number: number; text: string }[] = [];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    if (object instanceof WrittenStream) serialiser.stream(objectNumber, object, object.contents);
    else packed.push({ number: objectNumber, text: String(object) });
  }
  serialiser.pack(packNumber, packed);
  return serialiser.finish(tableNumber, trailer);
}
