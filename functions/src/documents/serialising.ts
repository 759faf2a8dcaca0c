import { ByteWriter } from './bytes.ts';
import { deflated } from './deflating.ts';
import { type Objects, type Stream, streamOf } from './objects.ts';

/** Type, place in four bytes, index in two (ISO 32000-1, 7.5.8.3). */
const entryLength = 7;

interface Packed {
  number: number;
  text: string;
}

class Serialiser {
  private readonly file = new ByteWriter();
  private readonly table: DataView;

  /** `count`: how many object numbers there are, 0 included. */
  constructor(count: number) {
    this.table = new DataView(new ArrayBuffer(count * entryLength));
    this.table.setUint16(5, 0xffff);
    this.file.write('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n');
  }

  private note(number: number, type: 1 | 2, place: number, index: number): void {
    this.table.setUint8(number * entryLength, type);
    this.table.setUint32(number * entryLength + 1, place);
    this.table.setUint16(number * entryLength + 5, index);
  }

  stream(number: number, { dictionary, contents }: Stream): void {
    const { file } = this;
    this.note(number, 1, file.size, 0);
    file.write(`${number} 0 obj\n${dictionary}\nstream\n`);
    file.append(contents);
    file.write('\nendstream\nendobj\n');
  }

  /** Everything that is not a stream, in one object stream: a structure tree of 5 000 elements shrinks ten times. */
  pack(number: number, objects: readonly Packed[]): void {
    let heading = '';
    let length = 0;
    objects.forEach((object, index) => {
      this.note(object.number, 2, number, index);
      heading += `${object.number} ${length} `;
      length += object.text.length + 1;
    });
    const body = `${heading}${objects.map(({ text }) => text).join('\n')}\n`;
    const packed = deflated(Buffer.from(body, 'latin1'));
    this.stream(number, streamOf(packed, `/Type/ObjStm/N ${objects.length}/First ${heading.length}`));
  }

  /** The table of all objects, itself the last one; then the bytes of the file. */
  finish(number: number, trailer: string): Uint8Array {
    const { file } = this;
    const start = file.size;
    this.note(number, 1, start, 0);
    const table = deflated(new Uint8Array(this.table.buffer));
    this.stream(number, streamOf(table, `/Type/XRef/Size ${number + 1}/W[1 4 2]${trailer}`));
    file.write(`startxref\n${start}\n%%EOF\n`);
    const bytes = file.written().slice();
    file.release();
    return bytes;
  }
}

/** The bytes of a PDF 1.7: what two more objects say, one that holds all others but streams, and the table that says where they are. */
export function serialise(objects: Objects, trailer: string): Uint8Array {
  const packNumber = objects.count + 1;
  const tableNumber = packNumber + 1;
  const serialiser = new Serialiser(tableNumber + 1);
  const packed: Packed[] = [];
  objects.forEach((number, object) => {
    if (typeof object === 'string') packed.push({ number, text: object });
    else serialiser.stream(number, object);
  });
  serialiser.pack(packNumber, packed);
  return serialiser.finish(tableNumber, trailer);
}
