import { type PDFContext, PDFObject, type PDFRef } from 'pdf-lib';

/**
 * An object whose text is already known. A document has hundreds of structure elements and some twenty streams: a `PDFDict`
 * for each would cost more than the pages.
 */
export class WrittenObject extends PDFObject {
  protected readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override toString(): string {
    return this.text;
  }

  override sizeInBytes(): number {
    return this.text.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(Buffer.from(this.text, 'latin1'), offset);
    return this.text.length;
  }
}

/** A deflated stream whose dictionary is written too; `entries` are those beside its filter and length. */
export class WrittenStream extends WrittenObject {
  readonly contents: Uint8Array;

  constructor(contents: Uint8Array, entries = '') {
    super(`<<${entries}/Filter/FlateDecode/Length ${contents.length}>>`);
    this.contents = contents;
  }
}

/** Registers text as an object. */
export function register(context: PDFContext, text: string): PDFRef {
  return context.register(new WrittenObject(text));
}
