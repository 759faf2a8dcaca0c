import { Found } from '../threats.ts';

/**
 * What a PDF object is made of. Strings keep only their place: hardly a rule reads them, and in an encrypted document they mean nothing. A dictionary
 * keeps its keys as they come, twice if written twice: two readers may not choose the same one.
 */
export type PdfValue =
  | number
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'reference'; readonly number: number; readonly generation: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | PdfString
  | { readonly kind: 'other'; readonly word: string };
/** From its `(` or `<` up to what follows its end. */
export interface PdfString {
  readonly kind: 'string';
  readonly start: number;
  readonly end: number;
}
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: readonly (readonly [key: string, value: PdfValue])[];
}
export interface Parsed {
  readonly value: PdfValue;
  /** Where the value ends in its bytes. */
  readonly end: number;
}

/** What may be read of one document: counted in work, not in seconds, so that a slow machine gives the same verdict. */
export interface Budget {
  bytes: number;
}

const DEEPEST = 100;
const MOST_VALUES = 500_000;

const code = (character: string): number => character.charCodeAt(0);
const LINE_FEED = 10;
const RETURN = 13;
const [SLASH, PERCENT, HASH, BACKSLASH] = [code('/'), code('%'), code('#'), code('\\')];
const [OPEN, CLOSE, LESS, GREATER] = [code('('), code(')'), code('<'), code('>')];
const [OPEN_ARRAY, CLOSE_ARRAY] = [code('['), code(']')];

const BLANK = 1;
const DELIMITER = 2;
/** ISO 32000-2, tables 1 and 2. */
const classes = new Uint8Array(256);
for (const blank of [0, 9, LINE_FEED, 12, RETURN, 32]) classes[blank] = BLANK;
for (const delimiter of '()<>[]{}/%') classes[code(delimiter)] = DELIMITER;

/** The value that starts at `start`, read as leniently as the most lenient reader would. */
export function parseValue(bytes: Buffer, start: number, budget: Budget): Parsed {
  const lexer = new Lexer(bytes, start);
  const value = lexer.value(0);
  budget.bytes -= lexer.position - start;
  if (budget.bytes < 0) throw new Found('pdf-too-heavy');
  return { value, end: lexer.position };
}

/** The first byte from `start` on that is neither blank nor comment. */
export function skipBlanks(bytes: Buffer, start: number): number {
  const lexer = new Lexer(bytes, start);
  lexer.blanks();
  return lexer.position;
}

class Lexer {
  readonly #bytes: Buffer;
  #values = 0;
  position: number;

  constructor(bytes: Buffer, position: number) {
    this.#bytes = bytes;
    this.position = position;
  }

  blanks(): void {
    for (; this.position < this.#bytes.length; this.position += 1) {
      const byte = this.#peek();
      if (byte === PERCENT) this.#comment();
      else if (classes[byte] !== BLANK) return;
    }
  }

  value(depth: number): PdfValue {
    this.blanks();
    this.#values += 1;
    if (depth > DEEPEST || this.#values > MOST_VALUES) throw new Found('pdf-too-heavy');
    const byte = this.#peek();
    if (byte === SLASH) return { kind: 'name', name: this.#name() };
    if (byte === OPEN) return this.#literalString();
    if (byte === OPEN_ARRAY) return this.#array(depth);
    if (byte === LESS) return this.#peek(1) === LESS ? this.#dictionary(depth) : this.#hexString();
    return this.#word();
  }

  #peek(ahead = 0): number {
    return this.#bytes[this.position + ahead] ?? -1;
  }

  #closes(): boolean {
    return this.#peek() === GREATER && this.#peek(1) === GREATER;
  }

  #comment(): void {
    while (this.position < this.#bytes.length && this.#peek() !== LINE_FEED && this.#peek() !== RETURN)
      this.position += 1;
  }

  #regular(): string {
    const start = this.position;
    while (this.position < this.#bytes.length && classes[this.#peek()] === 0) this.position += 1;
    return this.#bytes.toString('latin1', start, this.position);
  }

  /** `/J#61vaScript` is `JavaScript`. */
  #name(): string {
    this.position += 1;
    const written = this.#regular();
    if (!written.includes(String.fromCharCode(HASH))) return written;
    return written.replaceAll(/#([\da-f]{2})/gi, (_escape, digits: string) =>
      String.fromCharCode(Number.parseInt(digits, 16)),
    );
  }

  #literalString(): PdfValue {
    const start = this.position;
    let open = 0;
    for (; this.position < this.#bytes.length; this.position += 1) {
      const byte = this.#peek();
      if (byte === BACKSLASH) this.position += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE) open -= 1;
      if (open === 0) break;
    }
    this.position += 1;
    return { kind: 'string', start, end: this.position };
  }

  #hexString(): PdfValue {
    const start = this.position;
    const end = this.#bytes.indexOf(GREATER, this.position);
    this.position = end < 0 ? this.#bytes.length : end + 1;
    return { kind: 'string', start, end: this.position };
  }

  #array(depth: number): PdfValue {
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.blanks();
      if (this.position >= this.#bytes.length) break;
      if (this.#peek() === CLOSE_ARRAY) {
        this.position += 1;
        break;
      }
      items.push(this.value(depth + 1));
    }
    return { kind: 'array', items };
  }

  #dictionary(depth: number): PdfValue {
    this.position += 2;
    const entries: [string, PdfValue][] = [];
    for (;;) {
      this.blanks();
      if (this.position >= this.#bytes.length) break;
      if (this.#closes()) {
        this.position += 2;
        break;
      }
      const key = this.value(depth + 1);
      // What stands where a key should is skipped by readers. Kept here without a key: rules that look at every value see it.
      if (typeof key === 'number' || key.kind !== 'name') {
        entries.push(['', key]);
        continue;
      }
      this.blanks();
      if (!this.#closes()) entries.push([key.name, this.value(depth + 1)]);
    }
    return { kind: 'dictionary', entries };
  }

  /** A number, a reference (`12 0 R`), or a word such as `true`. */
  #word(): PdfValue {
    const written = this.#regular();
    if (written === '') {
      this.position += 1;
      return { kind: 'other', word: '' };
    }
    const number = Number(written);
    if (!Number.isFinite(number)) return { kind: 'other', word: written };
    const generation = this.#generation(number);
    return generation === null ? number : { kind: 'reference', number, generation };
  }

  /** What follows the number of a reference; null when the number is only one. */
  #generation(number: number): number | null {
    if (!Number.isInteger(number) || number < 0) return null;
    const start = this.position;
    this.blanks();
    const generation = this.#regular();
    if (/^\d{1,10}$/.test(generation)) {
      this.blanks();
      if (this.#regular() === 'R') return Number(generation);
    }
    this.position = start;
    return null;
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value.kind === 'dictionary';
}

/** Every value written under one key. */
export function valuesOf(dictionary: PdfDictionary, key: string): PdfValue[] {
  return dictionary.entries.flatMap(([name, value]) => (name === key ? [value] : []));
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return typeof value === 'object' && value.kind === 'name' && value.name === name;
}
