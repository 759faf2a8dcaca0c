import { deflateSync } from 'node:zlib';

/** An object's body: text, or bytes where a stream is. */
export type Body = string | Buffer;

export interface Made {
  readonly header?: string;
  /** More entries of the catalog, the page, the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  /** Objects beside the usual five: number → body. */
  readonly objects?: Readonly<Record<number, Body>>;
  /** Objects that the cross-references don't name. */
  readonly unlisted?: Readonly<Record<number, Body>>;
  /** Marks objects as free in the cross-references although they are written. */
  readonly freed?: readonly number[];
  readonly kids?: string;
}

const content = 'BT /F1 18 Tf 72 760 Td (Devis de l\\222atelier) Tj ET';

/** A PDF of one page with right cross-references, to which one hostile thing is added. */
export function madePdf(made: Made = {}): Buffer {
  const objects: Record<number, Body> = {
    1: `<< /Type /Catalog /Pages 2 0 R ${made.catalog ?? ''} >>`,
    2: `<< /Type /Pages /Kids [${made.kids ?? '3 0 R'}] /Count 1 >>`,
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${made.page ?? ''} >>`,
    4: madeStream('', Buffer.from(content, 'latin1')),
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...made.objects,
  };
  const start = Buffer.from(`${made.header ?? ''}%PDF-1.7\n%\xe2\xe3\xcf\xd3\n`, 'latin1');
  return appended(start, { objects, trailer: made.trailer, unlisted: made.unlisted, freed: made.freed });
}

export interface Appended {
  readonly objects: Readonly<Record<number, Body>>;
  readonly unlisted?: Readonly<Record<number, Body>> | undefined;
  readonly freed?: readonly number[] | undefined;
  readonly trailer?: string | undefined;
}

/** One revision after what is there: its objects, their cross-references, a trailer that leads back to the revision before. */
export function appended(before: Buffer, { objects, unlisted = {}, freed = [], trailer = '' }: Appended): Buffer {
  const parts: Buffer[] = [before];
  let size = before.length;
  const add = (part: Body): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    size += bytes.length;
  };
  for (const [number, body] of Object.entries(unlisted)) addObject(add, number, body);
  const table = Object.entries(objects).map(([number, body]) => {
    const offset = String(size).padStart(10, '0');
    addObject(add, number, body);
    return `${number} 1\n${offset} ${freed.includes(Number(number)) ? '00001 f' : '00000 n'} \n`;
  });
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.toString('latin1'))?.[1];
  const start = size;
  const highest = Math.max(5, ...Object.keys(objects).map(Number));
  add(`xref\n0 1\n0000000000 65535 f \n${table.join('')}`);
  add(`trailer\n<< /Size ${highest + 1} /Root 1 0 R ${previous ? `/Prev ${previous}` : ''} ${trailer} >>\n`);
  add(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

function addObject(add: (part: Body) => void, number: string, body: Body): void {
  add(`${number} 0 obj\n`);
  add(body);
  add('\nendobj\n');
}

export function madeStream(entries: string, bytes: Buffer): Buffer {
  const [start, end] = [`<< ${entries} /Length ${bytes.length} >>\nstream\n`, '\nendstream'];
  return Buffer.concat([Buffer.from(start, 'latin1'), bytes, Buffer.from(end)]);
}

export function deflatedStream(entries: string, bytes: Buffer): Buffer {
  return madeStream(`${entries} /Filter /FlateDecode`, deflateSync(bytes));
}

/** Objects packed in one compressed stream. */
export function objectStream(packed: Readonly<Record<number, string>>, entries = '/Type /ObjStm'): Buffer {
  let body = '';
  const header = Object.entries(packed).map(([number, object]) => {
    const pair = `${number} ${body.length}`;
    body += `${object} `;
    return pair;
  });
  const start = `${header.join(' ')} `;
  return deflatedStream(`${entries} /N ${header.length} /First ${start.length}`, Buffer.from(start + body, 'latin1'));
}
