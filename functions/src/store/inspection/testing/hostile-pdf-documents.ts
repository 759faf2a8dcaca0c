import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Hostile } from './hostile.ts';
import { madeArchive } from './made-archive.ts';
import { deflatedStream, madePdf, madeStream, objectStream } from './made-pdf.ts';

const javascript = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const link = '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>';
const program = Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1');
const invoice = Buffer.from('<?xml version="1.0" encoding="UTF-8"?><rsm:CrossIndustryInvoice/>');

/** A PDF with one attached file. */
function attaching(content: Buffer, name = 'factur-x.xml', type = '/Type /EmbeddedFile'): Buffer {
  return madePdf({
    catalog: '/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >> /AF [10 0 R]',
    objects: {
      10: `<< /Type /Filespec /F (${name}) /UF (${name}) /AFRelationship /Data /EF << /F 11 0 R >> >>`,
      11: deflatedStream(type, content),
    },
  });
}

/** Encrypts as readers' « restrict printing » does: anybody opens it, unless `password` asks for one. */
async function encrypted(bytes: Buffer, password: string, objectStreams: boolean): Promise<Buffer> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  document.encrypt({ userPassword: password, ownerPassword: 'owner', permissions: { printing: false } });
  return Buffer.from(await document.save({ useObjectStreams: objectStreams }));
}

const spaces = (size: number): Buffer => Buffer.alloc(size, ' ');
const withContent = (content: Buffer): Buffer => madePdf({ objects: { 4: content } });

/** What is wrong with the document as a whole: what it carries, how large it unfolds, what else it is. */
export const hostileDocuments = [
  { name: 'an attached program', code: 'pdf-attachment', make: (hostile) => attaching(hostile ? program : invoice) },
  {
    name: 'an attached program without a type',
    code: 'pdf-attachment',
    make: (hostile) => attaching(hostile ? program : invoice, 'a.xml', ''),
  },
  {
    name: 'an attached script',
    code: 'pdf-attachment',
    make: (hostile) => attaching(Buffer.from('del *.*'), hostile ? 'prix.bat' : 'prix.txt'),
  },
  {
    name: 'an attached web page',
    code: 'pdf-attachment',
    make: (hostile) => attaching(Buffer.from(hostile ? '<html><script>1</script></html>' : '<prix/>')),
  },
  {
    name: 'an attached PDF with a program',
    code: 'pdf-attachment',
    make: (hostile) => attaching(madePdf({ catalog: hostile ? `/OpenAction ${javascript}` : '' }), 'annexe.pdf'),
  },
  {
    name: 'an attached archive',
    code: 'pdf-attachment',
    make: (hostile) => attaching(hostile ? madeArchive([{ name: 'a.exe', content: program }]) : invoice),
  },
  { name: 'a password', code: 'pdf-password', make: (hostile) => encrypted(madePdf(), hostile ? 'secret' : '', false) },
  {
    name: 'a program in an encrypted document that opens without a password',
    code: 'pdf-javascript',
    make: (hostile) =>
      encrypted(madePdf({ page: `/Annots [10 0 R]`, objects: { 10: hostile ? javascript : link } }), '', true),
  },
  {
    name: 'an attached program in an encrypted document',
    code: 'pdf-attachment',
    make: (hostile) => encrypted(attaching(hostile ? program : invoice), '', false),
  },
  {
    name: 'an unknown encryption',
    code: 'pdf-password',
    make: (hostile) => madePdf({ trailer: hostile ? '/Encrypt << /Filter /Other /V 9 >>' : '' }),
  },
  {
    name: 'a hundred thousand pages',
    code: 'pdf-too-many-pages',
    make: (hostile) => madePdf({ kids: '3 0 R '.repeat(hostile ? 100_000 : 500) }),
  },
  {
    name: 'pages that come back to themselves',
    code: 'pdf-too-many-pages',
    make: (hostile) => madePdf({ kids: hostile ? '3 0 R 2 0 R' : '3 0 R 3 0 R' }),
  },
  {
    name: 'a page that unfolds to a hundred megabytes',
    code: 'pdf-too-heavy',
    make: (hostile) => withContent(deflatedStream('', spaces(hostile ? 100_000_000 : 1_000_000))),
  },
  {
    name: 'a page that calls itself an image',
    code: 'pdf-too-heavy',
    make: (hostile) =>
      withContent(deflatedStream('/Subtype /Image /Width 9 /Height 9', spaces(hostile ? 100_000_000 : 1_000_000))),
  },
  {
    name: 'a page compressed twice',
    code: 'pdf-too-heavy',
    make: (hostile) =>
      withContent(
        madeStream(
          '/Filter [/FlateDecode /FlateDecode]',
          deflateSync(deflateSync(spaces(hostile ? 100_000_000 : 1_000_000))),
        ),
      ),
  },
  {
    name: 'an object stream that unfolds to fifty megabytes',
    code: 'pdf-too-heavy',
    make: (hostile) =>
      madePdf({ objects: { 10: objectStream({ 11: `null${' '.repeat(hostile ? 50_000_000 : 10_000)}` }) } }),
  },
  {
    name: 'arrays in arrays, two hundred deep',
    code: 'pdf-too-heavy',
    make: (hostile) =>
      madePdf({ objects: { 10: `${'['.repeat(hostile ? 200 : 20)}${']'.repeat(hostile ? 200 : 20)}` } }),
  },
  {
    name: 'a million objects',
    code: 'pdf-too-heavy',
    make: (hostile) =>
      withContent(madeStream('', Buffer.from('1 0 obj 1 endobj\n'.repeat(hostile ? 1_000_000 : 1_000)))),
  },
  {
    name: 'texts that never end, one in the other',
    code: 'pdf-too-heavy',
    make: (hostile) => withContent(madeStream('', Buffer.from(`1 0 obj ${hostile ? '(' : '()'} `.repeat(20_000)))),
  },
  {
    name: 'an image of a billion points',
    code: 'pdf-too-heavy',
    make: (hostile) =>
      madePdf({
        objects: {
          10: deflatedStream(`/Subtype /Image /Width ${hostile ? 100_000 : 100} /Height 10000`, Buffer.from('x')),
        },
      }),
  },
  {
    name: 'objects packed in a way that no producer uses',
    code: 'pdf-unreadable',
    make: (hostile) =>
      madePdf({
        objects: {
          10: madeStream(
            `/Type /ObjStm /N 1 /First 5 ${hostile ? '/Filter /RunLengthDecode' : ''}`,
            Buffer.from('11 0 null'),
          ),
        },
      }),
  },
  {
    name: 'objects whose filter is said twice',
    code: 'pdf-unreadable',
    make: (hostile) =>
      madePdf({
        objects: {
          10: deflatedStream(
            `/Type /ObjStm /N 1 /First 5 ${hostile ? '/Filter /ASCIIHexDecode' : ''}`,
            Buffer.from('11 0 null'),
          ),
        },
      }),
  },
  {
    name: 'no page at all',
    code: 'pdf-broken',
    make: (hostile) => madePdf({ kids: hostile ? '' : '3 0 R', objects: hostile ? { 1: '<< >>' } : {} }),
  },
  { name: 'no end', code: 'pdf-broken', make: (hostile) => (hostile ? madePdf().subarray(0, -7) : madePdf()) },
  {
    name: 'a web page before the first object',
    code: 'file-two-faced',
    make: (hostile) =>
      Buffer.concat([Buffer.from(hostile ? '%PDF-1.7\n%<html><script>1</script>\n' : '%PDF-1.7\n%\n'), madePdf()]),
  },
  {
    name: 'an archive after the end',
    code: 'file-two-faced',
    make: (hostile) =>
      Buffer.concat([madePdf(), hostile ? madeArchive([{ name: 'a', content: 'b' }]) : Buffer.from('\r\n\0\0')]),
  },
  { name: 'an archive whose comment holds the end', code: 'file-two-faced', make: (hostile) => archiveAround(hostile) },
  {
    name: 'a header of another format (tar)',
    code: 'file-two-faced',
    make: (hostile) =>
      Buffer.concat([Buffer.from(`%PDF-1.7\n%${' '.repeat(247)}${hostile ? 'ustar' : 'u-tar'}\n`), madePdf()]),
  },
  {
    name: 'something before the header',
    code: 'type-refused',
    make: (hostile) => madePdf({ header: hostile ? 'GIF89a' : '\r\n' }),
  },
] as const satisfies readonly Hostile[];

/** A PDF whose end stands in the comment of a zip archive: each reader, from its side, finds its own format. */
function archiveAround(hostile: boolean): Buffer {
  const start = madePdf().subarray(0, -7);
  const archive = madeArchive([{ name: 'a', content: 'b' }]);
  archive.writeUInt16LE(7, archive.length - 2);
  return Buffer.concat([start, hostile ? archive : Buffer.alloc(0), Buffer.from('\n%%EOF\n')]);
}
