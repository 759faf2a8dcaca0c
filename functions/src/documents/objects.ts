/** How an object is named by the others: « 12 0 R ». */
export type Reference = `${number} 0 R`;

/** A stream whose dictionary is written too, as its file has it. */
export interface Stream {
  dictionary: string;
  contents: Uint8Array;
}

/**
 * The objects of a file, by their number, each as the text it has there. A document has hundreds of structure elements and some twenty streams: a
 * library's dictionaries and names for each would cost more than the pages, and its modules a third of the first document of a process.
 */
export class Objects {
  /** The first is number 1; nothing yet where one is named before it is written. */
  private readonly written: (string | Stream | undefined)[] = [];

  /** How many there are. */
  get count(): number {
    return this.written.length;
  }

  /** A number for an object that others name before it is written. */
  next(): Reference {
    return `${this.written.push(undefined)} 0 R`;
  }

  write(reference: Reference, text: string): void {
    this.written[Number.parseInt(reference, 10) - 1] = text;
  }

  add(text: string): Reference {
    return `${this.written.push(text)} 0 R`;
  }

  /** `entries` are those beside its filter and length. Deflated unless `filter` is empty. */
  addStream(contents: Uint8Array, entries = '', filter = '/Filter/FlateDecode'): Reference {
    return `${this.written.push(streamOf(contents, entries, filter))} 0 R`;
  }

  /** @throws when a number was given to an object that was never written: such a file would be broken without a word. */
  forEach(visit: (number: number, object: string | Stream) => void): void {
    this.written.forEach((object, index) => {
      if (object === undefined) throw new Error(`Object ${index + 1} is named and was never written`);
      visit(index + 1, object);
    });
  }
}

export function streamOf(contents: Uint8Array, entries: string, filter = '/Filter/FlateDecode'): Stream {
  return { dictionary: `<<${entries}${filter}/Length ${contents.length}>>`, contents };
}

/** PDF text string in UTF-16BE, hexadecimal. */
export function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
