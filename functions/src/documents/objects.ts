import type { PDFContext, PDFRef } from 'pdf-lib';
import objectModule from 'pdf-lib/cjs/core/objects/PDFObject.js';
import contextModule from 'pdf-lib/cjs/core/PDFContext.js';

/** Node and bundlers give a CommonJS module, vitest its default export. */
function exported<Value extends object>(module: Value | { default: Value }): Value {
  const isModule = (found: Value | { default: Value }): found is { default: Value } => 'default' in found;
  return isModule(module) ? module.default : module;
}

// pdf-lib's core only: its index also runs forms, images and the metrics of 14 fonts, which doubles the first document's time.
const Context = exported<typeof PDFContext>(contextModule);
const PDFObject = exported<typeof objectModule.default>(objectModule);

export function newContext(): PDFContext {
  return Context.create();
}

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

/** A stream whose dictionary is written too; `entries` are those beside its filter and length. Deflated unless `filter` is empty. */
export class WrittenStream extends WrittenObject {
  readonly contents: Uint8Array;

  constructor(contents: Uint8Array, entries = '', filter = '/Filter/FlateDecode') {
    super(`<<${entries}${filter}/Length ${contents.length}>>`);
    this.contents = contents;
  }
}

/** Registers text as an object. */
export function register(context: PDFContext, text: string): PDFRef {
  return context.register(new WrittenObject(text));
}

/** PDF text string in UTF-16BE, hexadecimal. */
export function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
