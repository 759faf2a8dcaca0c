/** Content streams, operator by operator (ISO 32000-1, 7.8.2): enough of the syntax to judge what is drawn inside which marked content. */

/** A string keeps its bytes as Latin-1, a dictionary its source text; a name has its slash. */
export type Operand = number | string | Text | Operand[] | { dictionary: string };

interface Text {
  text: string;
}

export interface Operator {
  name: string;
  operands: Operand[];
}

export function isText(operand: Operand | undefined): operand is Text {
  return typeof operand === 'object' && 'text' in operand;
}

const blank = /[\0\t\n\f\r ]/;
const delimiter = /[()<>[\]{}/%\0\t\n\f\r ]/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

class ContentReader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  operators(): Operator[] {
    const found: Operator[] = [];
    let operands: Operand[] = [];
    for (;;) {
      while (blank.test(this.source[this.at] ?? 'x')) this.at += 1;
      if (this.at >= this.source.length) return found;
      const operand = this.operand();
      if (typeof operand !== 'string' || operand.startsWith('/')) operands.push(operand);
      else {
        found.push({ name: operand, operands });
        operands = [];
      }
    }
  }

  private operand(): Operand {
    const sign = this.source[this.at];
    if (sign === '(') return { text: this.literal() };
    if (sign === '[') return this.array();
    if (this.source.startsWith('<<', this.at)) return { dictionary: this.dictionary() };
    if (sign === '<') return { text: this.hexadecimal() };
    const word = this.word();
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
  }

  private word(): string {
    const start = this.at;
    this.at += 1;
    while (this.at < this.source.length && !delimiter.test(this.source[this.at] ?? '')) this.at += 1;
    return this.source.slice(start, this.at);
  }

  private array(): Operand[] {
    const found: Operand[] = [];
    this.at += 1;
    for (;;) {
      while (blank.test(this.source[this.at] ?? ']')) this.at += 1;
      if (this.at >= this.source.length || this.source[this.at] === ']') break;
      found.push(this.operand());
    }
    this.at += 1;
    return found;
  }

  private dictionary(): string {
    const start = this.at;
    this.at += 2;
    while (this.at < this.source.length && !this.source.startsWith('>>', this.at)) {
      if (blank.test(this.source[this.at] ?? '')) this.at += 1;
      else this.operand();
    }
    this.at += 2;
    return this.source.slice(start, this.at);
  }

  private hexadecimal(): string {
    const end = this.source.indexOf('>', this.at);
    const digits = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    return Buffer.from(digits, 'hex').toString('latin1');
  }

  private literal(): string {
    let text = '';
    let depth = 1;
    this.at += 1;
    for (; this.at < this.source.length; this.at += 1) {
      const sign = this.source[this.at] ?? '';
      if (sign === '\\') {
        this.at += 1;
        text += this.escaped();
        continue;
      }
      if (sign === '(') depth += 1;
      if (sign === ')') depth -= 1;
      if (depth === 0) break;
      text += sign;
    }
    this.at += 1;
    return text;
  }

  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.source.slice(this.at, this.at + 3))?.[0];
    if (octal !== undefined) {
      this.at += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const sign = this.source[this.at] ?? '';
    return escapes[sign] ?? sign;
  }
}

export function operatorsOf(content: Uint8Array): Operator[] {
  return new ContentReader(Buffer.from(content).toString('latin1')).operators();
}
