import { randomBytes } from 'node:crypto';
import type { Hostile } from './hostile.ts';
import { excel, madeArchive, openDocument, openXml, type Part, relationships, word } from './made-archive.ts';
import { madeHeic, madeJpeg, madePng, madeWebp } from './made-image.ts';

const program = Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1');
const nothing = Buffer.from('<a/>');
const withPart = (name: string, content: string | Buffer): Buffer => openXml(word, [{ name, content }]);
const withRelationship = (type: string, target: string): Buffer =>
  withPart('word/_rels/settings.xml.rels', relationships(type, target, 'External'));
const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const parts = (count: number): Part[] =>
  Array.from({ length: count }, (_part, index) => ({ name: `p${index}.xml`, content: nothing }));
const archive = madeArchive([{ name: 'a', content: 'b' }]);
/** Incompressible, so that what is declared stays under a hundred times the size. */
const noise = randomBytes(450_000);
const OLE = Buffer.from('\xd0\xcf\x11\xe0', 'latin1');

export const hostileOffice = [
  {
    name: 'a part that unfolds a thousand times',
    code: 'office-too-heavy',
    make: (hostile) => withPart('word/media/a.bmp', Buffer.alloc(hostile ? 5_000_000 : 900_000)),
  },
  {
    name: 'parts that declare more than a hundred megabytes',
    code: 'office-too-heavy',
    make: (hostile) =>
      openXml(
        word,
        ['a', 'b', 'c'].map((name) => ({
          name: `${name}.bmp`,
          content: noise,
          ...(hostile && { declared: 40_000_000 }),
        })),
      ),
  },
  {
    name: 'a bomb that declares 4 GB (42-style)',
    code: 'office-too-heavy',
    make: (hostile) =>
      openXml(word, [{ name: 'word/a.bmp', content: 'x', ...(hostile ? { declared: 4_294_967_294 } : {}) }]),
  },
  {
    name: 'a part longer than it declares',
    code: 'office-broken',
    make: (hostile) =>
      openXml(
        word,
        [{ name: 'word/a.xml', content: Buffer.alloc(50_000_000, ' '), declared: 100 }].map((part) =>
          hostile ? part : { ...part, content: ' '.repeat(100) },
        ),
      ),
  },
  {
    name: 'more than a thousand parts',
    code: 'office-too-heavy',
    make: (hostile) => openXml(word, parts(hostile ? 1_000 : 900)),
  },
  {
    name: 'XML ten thousand deep',
    code: 'office-too-heavy',
    make: (hostile) => withPart('word/a.xml', nested(hostile ? 10_000 : 100)),
  },
  {
    name: 'XML with entities',
    code: 'office-broken',
    make: (hostile) =>
      withPart('word/a.xml', `${hostile ? '<!DOCTYPE a [<!ENTITY b "c">]>' : '<!-- <!DOCTYPE a> -->'}<a/>`),
  },
  {
    name: 'XML with entities in UTF-16',
    code: 'office-broken',
    make: (hostile) => withPart('word/a.xml', Buffer.from(`\ufeff${hostile ? '<!DOCTYPE a>' : ''}<a/>`, 'utf16le')),
  },
  {
    name: 'macros',
    code: 'office-macros',
    make: (hostile) => withPart(hostile ? 'word/vbaProject.bin' : 'word/media/a.bin', 'x'),
  },
  {
    name: 'a type with macros',
    code: 'office-macros',
    make: (hostile) => openXml(hostile ? 'application/vnd.ms-word.document.macroEnabled' : word),
  },
  {
    name: 'macros of old Excel',
    code: 'office-macros',
    make: (hostile) =>
      openXml(excel, [{ name: `xl/${hostile ? 'macrosheets' : 'worksheets'}/a.xml`, content: nothing }]),
  },
  {
    name: 'a control that runs',
    code: 'office-macros',
    make: (hostile) => withPart(`word/${hostile ? 'activeX' : 'theme'}/a.xml`, nothing),
  },
  {
    name: 'an embedded program',
    code: 'office-macros',
    make: (hostile) => withPart('word/embeddings/a.bin', hostile ? program : 'x'),
  },
  {
    name: 'an embedded package',
    code: 'office-macros',
    make: (hostile) =>
      withPart(
        'word/embeddings/oleObject1.bin',
        Buffer.concat([OLE, Buffer.from(hostile ? '\x01Ole10Native' : 'Equation Native', 'utf16le')]),
      ),
  },
  {
    name: 'an embedded sheet with macros',
    code: 'office-macros',
    make: (hostile) =>
      withPart(
        'word/embeddings/a.xlsx',
        openXml(excel, [{ name: hostile ? 'xl/vbaProject.bin' : 'xl/a.xml', content: nothing }]),
      ),
  },
  {
    name: 'a template from the web',
    code: 'office-remote',
    make: (hostile) =>
      withRelationship('attachedTemplate', hostile ? 'https://example.net/a.dotx' : 'file:///C:\\Modeles\\a.dotx'),
  },
  {
    name: 'a template from the web, its address escaped',
    code: 'office-remote',
    make: (hostile) => withRelationship(hostile ? 'attachedTemplate' : 'hyperlink', '&#104;ttps://example.net/a.dotx'),
  },
  {
    name: 'a protected part',
    code: 'office-password',
    make: (hostile) => openXml(word, [{ name: 'word/a.xml', content: nothing, flags: hostile ? 1 : 0 }]),
  },
  {
    name: 'a path out of the archive',
    code: 'office-broken',
    make: (hostile) => withPart(hostile ? '../a.xml' : 'word/a.xml', nothing),
  },
  {
    name: 'two parts of one name',
    code: 'office-broken',
    make: (hostile) =>
      openXml(word, [
        { name: 'word/a.xml', content: nothing },
        { name: hostile ? 'word/A.xml' : 'word/b.xml', content: nothing },
      ]),
  },
  {
    name: 'a document cut short',
    code: 'office-broken',
    make: (hostile) => openXml(word).subarray(0, hostile ? -30 : undefined),
  },
  {
    name: 'an archive named as a document',
    code: 'type-refused',
    make: (hostile) => (hostile ? archive : openXml(word)),
  },
  {
    name: 'LibreOffice Basic',
    code: 'office-macros',
    make: (hostile) =>
      openDocument('text', [{ name: hostile ? 'Basic/Standard/a.xml' : 'Pictures/a.xml', content: nothing }]),
  },
  {
    name: 'LibreOffice scripts',
    code: 'office-macros',
    make: (hostile) =>
      openDocument('text', [{ name: `${hostile ? 'Scripts' : 'Pictures'}/python/a.py`, content: 'x' }]),
  },
  {
    name: 'an event that runs a LibreOffice script',
    code: 'office-macros',
    make: (hostile) =>
      openDocument('text', [
        { name: 'a.xml', content: `<a href="${hostile ? 'vnd.sun.star.script:a' : 'https://example.fr'}"/>` },
      ]),
  },
  {
    name: 'a LibreOffice document with a password',
    code: 'office-password',
    make: (hostile) =>
      openDocument('text', [
        { name: 'META-INF/a.xml', content: `<manifest:${hostile ? 'encryption-data' : 'file-entry'}/>` },
      ]),
  },
] as const satisfies readonly Hostile[];

const after = (image: Buffer, hostile: boolean): Buffer => Buffer.concat([image, hostile ? archive : Buffer.alloc(4)]);
const cut = (image: Buffer, hostile: boolean): Buffer => (hostile ? image.subarray(0, -3) : image);

export const hostileImages = [
  { name: 'an archive after a PNG', code: 'file-two-faced', make: (hostile) => after(madePng(), hostile) },
  { name: 'an archive after a JPEG', code: 'file-two-faced', make: (hostile) => after(madeJpeg(), hostile) },
  { name: 'an archive after a WebP', code: 'file-two-faced', make: (hostile) => after(madeWebp(), hostile) },
  {
    name: 'an archive in a HEIC',
    code: 'file-two-faced',
    make: (hostile) => Buffer.concat([madeHeic(), boxed(hostile ? archive : Buffer.alloc(9))]),
  },
  {
    name: 'a program after a JPEG and its brighter version',
    code: 'file-two-faced',
    make: (hostile) => Buffer.concat([madeJpeg(), madeJpeg(), hostile ? program : Buffer.alloc(0)]),
  },
  { name: 'a PNG cut short', code: 'image-broken', make: (hostile) => cut(madePng(), hostile) },
  { name: 'a JPEG cut short', code: 'image-broken', make: (hostile) => cut(madeJpeg(), hostile) },
  { name: 'a WebP cut short', code: 'image-broken', make: (hostile) => cut(madeWebp(), hostile) },
  { name: 'a HEIC cut short', code: 'image-broken', make: (hostile) => cut(madeHeic(), hostile) },
  {
    name: 'a PNG of ten billion points',
    code: 'image-too-large',
    make: (hostile) => madePng({ width: hostile ? 100_000 : 100, height: 10_000 }),
  },
  { name: 'a JPEG too wide', code: 'image-too-large', make: (hostile) => madeJpeg(hostile ? 65_000 : 6_000) },
  {
    name: 'a WebP of more points than a reader shows',
    code: 'image-too-large',
    make: (hostile) => madeWebp(hostile ? 16_000 : 1_600, 16_000),
  },
  { name: 'a HEIC too high', code: 'image-too-large', make: (hostile) => madeHeic(2, hostile ? 60_000 : 6_000) },
] as const satisfies readonly Hostile[];

function boxed(content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + content.length);
  header.write('free', 4, 'latin1');
  return Buffer.concat([header, content]);
}
