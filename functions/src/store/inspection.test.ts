import { describe, expect, it } from 'vitest';
import { isRefusal } from '../domain/refusal.ts';
import { inspect } from './inspection.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = bytes('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n');
const png = bytes(
  '\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00IDAT',
);
const jpeg = bytes('\xff\xd8\xff\xe0\x00\x10JFIF\x00');
const webp = bytes('RIFF\x24\x00\x00\x00WEBPVP8 ');

/** A zip archive of one stored file, as office documents begin. */
function zipOf(name: string, content: string): Uint8Array {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return new Uint8Array(Buffer.concat([header, Buffer.from(name + content, 'latin1')]));
}

const office = 'application/vnd.openxmlformats-officedocument';
const typesOf = (part: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${part}"/></Types>`;
const docx = zipOf('[Content_Types].xml', typesOf(`${office}.wordprocessingml.document.main+xml`));
const macros = zipOf('[Content_Types].xml', typesOf('application/vnd.ms-word.document.macroEnabled.main+xml'));
const odt = zipOf('mimetype', 'application/vnd.oasis.opendocument.text');

async function verdict(content: Uint8Array, binding: boolean): Promise<string> {
  const judged = await inspect(content, binding);
  return isRefusal(judged) ? judged.code : judged.contentType;
}

describe('the type of a deposit is what its bytes are', () => {
  it.each([
    ['a PDF', pdf, 'application/pdf', 'application/pdf'],
    ['a PNG image', png, 'image/png', 'file-not-pdf'],
    ['a JPEG image', jpeg, 'image/jpeg', 'file-not-pdf'],
    ['a WebP image', webp, 'image/webp', 'file-not-pdf'],
    ['a Word document', docx, `${office}.wordprocessingml.document`, 'file-not-pdf'],
    ['a LibreOffice document', odt, 'application/vnd.oasis.opendocument.text', 'file-not-pdf'],
    ['a Word document with macros', macros, 'type-refused', 'file-not-pdf'],
    ['an archive', zipOf('a.exe', 'MZ'), 'type-refused', 'file-not-pdf'],
    ['a program', bytes('MZ\x90\x00\x03\x00\x00\x00'), 'type-refused', 'file-not-pdf'],
    ['HTML', bytes('<!doctype html><script>alert(1)</script>'), 'type-refused', 'file-not-pdf'],
    ['SVG', bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'type-refused', 'file-not-pdf'],
    ['text', bytes('Bonjour'), 'type-refused', 'file-not-pdf'],
    ['one byte', bytes('x'), 'type-refused', 'file-not-pdf'],
    ['nothing', bytes(''), 'type-refused', 'file-not-pdf'],
    ['a PDF cut in the middle', pdf.subarray(0, 20), 'pdf-broken', 'pdf-broken'],
    ['HTML that ends as a PDF does', bytes('<html>startxref\n9\n%%EOF\n'), 'type-refused', 'file-not-pdf'],
  ])('%s', async (_what, content, working, binding) => {
    expect([await verdict(content, false), await verdict(content, true)]).toEqual([working, binding]);
  });
});
