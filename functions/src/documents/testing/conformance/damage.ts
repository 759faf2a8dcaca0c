import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import type { RuleName } from './check.ts';

/** Ways to break a file, one for each rule: what a check does not find when it is there, it does not check. */

type Change = (document: PDFDocument) => void;

/** The file read and written again by pdf-lib, with something changed in between. */
export async function damaged(bytes: Uint8Array, change: Change): Promise<Buffer> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  change(document);
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
}

const name = (text: string) => PDFName.of(text);

function all(document: PDFDocument): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => inside(object));
}

function inside(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return inside(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(inside);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(inside)] : [];
}

/** The first dictionary that has `value` under `key`. */
function one(document: PDFDocument, key: string, value: string): PDFDict {
  const found = all(document).find((dictionary) => String(dictionary.get(name(key))) === value);
  if (!found) throw new Error(`nothing has /${key} ${value}`);
  return found;
}

const element = (document: PDFDocument, type: string) => one(document, 'S', `/${type}`);

function replaceContent(document: PDFDocument, from: string | RegExp, to: string): void {
  const [page] = document.getPages();
  const contents = page?.node.Contents();
  if (!page || !(contents instanceof PDFRawStream)) throw new Error('no content');
  const source = Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1');
  const changed = source.replace(from, to);
  if (changed === source) throw new Error(`${from} is not in the content`);
  const stream = PDFRawStream.of(
    document.context.obj({ Filter: 'FlateDecode' }),
    deflateSync(Buffer.from(changed, 'latin1')),
  );
  page.node.set(name('Contents'), document.context.register(stream));
}

function replacePacket(document: PDFDocument, from: string, to: string): void {
  const metadata = document.catalog.lookup(name('Metadata'));
  if (!(metadata instanceof PDFRawStream)) throw new Error('no packet');
  const source = Buffer.from(metadata.contents).toString('utf8');
  if (!source.includes(from)) throw new Error(`${from} is not in the packet`);
  const stream = PDFRawStream.of(metadata.dict, Buffer.from(source.replace(from, to)));
  document.catalog.set(name('Metadata'), document.context.register(stream));
}

function firstFont(document: PDFDocument): PDFDict {
  return one(document, 'Subtype', '/Type0');
}

function streamInstead(dictionary: PDFDict, key: string, bytes: Uint8Array): void {
  const { context } = dictionary;
  const stream = PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), deflateSync(bytes));
  dictionary.set(name(key), context.register(stream));
}

function addWidget(document: PDFDocument): void {
  const [page] = document.getPages();
  const field = document.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', F: 4, Rect: [0, 0, 0, 0] });
  page?.node.addAnnot(document.context.register(field));
}

/** Rules of whole files, broken byte by byte. */
export const byteDamages = {
  header: (bytes: Buffer) => Buffer.concat([Buffer.from('%PDF-1.7\n%abcd'), bytes.subarray(14)]),
  ending: (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')]),
} as const satisfies Partial<Record<RuleName, (bytes: Buffer) => Buffer>>;

/** Several for a rule that looks at several things. */
export const damages: { readonly [Rule in Exclude<RuleName, keyof typeof byteDamages>]: readonly Change[] } = {
  identity: [
    ({ context }) => {
      context.trailerInfo.ID = context.obj([]);
    },
  ],
  filters: [
    (document) => {
      const font = one(document, 'Subtype', '/CIDFontType2').lookup(name('CIDToGIDMap'), PDFStream);
      font.dict.set(name('F'), document.context.obj({}));
    },
  ],
  language: [({ catalog }) => catalog.delete(name('Lang'))],
  title: [
    ({ catalog }) => catalog.delete(name('ViewerPreferences')),
    (document) => {
      const title = document.getTitle() ?? '';
      replacePacket(
        document,
        `<rdf:li xml:lang="x-default">${title}</rdf:li>`,
        '<rdf:li xml:lang="x-default"> </rdf:li>',
      );
      document.setTitle(' ');
    },
  ],
  marked: [
    ({ catalog }) => catalog.delete(name('MarkInfo')),
    ({ catalog }) => catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), catalog.context.obj(true)),
  ],
  identifiers: [
    (document) => replacePacket(document, '<pdfaid:part>2', '<pdfaid:part>1'),
    (document) => replacePacket(document, '<pdfaid:conformance>A', '<pdfaid:conformance>B'),
    (document) => replacePacket(document, '<pdfuaid:part>1</pdfuaid:part>', ''),
    (document) => replacePacket(document, '<?xpacket end="r"?>', ''),
  ],
  describedSchema: [(document) => replacePacket(document, '<pdfaProperty:name>part', '<pdfaProperty:name>other')],
  agreement: [
    (document) => document.setTitle('Un autre titre'),
    (document) => document.setAuthor('Une autre personne'),
    (document) => document.setProducer('Un autre programme'),
    (document) => document.setModificationDate(new Date(0)),
    (document) => document.setCreationDate(new Date(0)),
  ],
  outputIntent: [
    ({ catalog }) => catalog.delete(name('OutputIntents')),
    (document) => streamInstead(one(document, 'S', '/GTS_PDFA1'), 'DestOutputProfile', Buffer.alloc(600)),
  ],
  quiet: [
    ({ catalog, context }) => catalog.set(name('OpenAction'), context.obj({ S: 'GoTo' })),
    (document) => one(document, 'Subtype', '/Link').lookup(name('A'), PDFDict).set(name('S'), name('Launch')),
    ({ catalog, context }) => catalog.set(name('AF'), context.obj([{ Type: 'Filespec', EF: {} }])),
    ({ catalog, context }) => catalog.set(name('AcroForm'), context.obj({ Fields: [], NeedAppearances: true })),
    ({ catalog, context }) => catalog.set(name('AA'), context.obj({})),
  ],
  tagged: [
    (document) => replaceContent(document, '/Artifact BMC', '/Span BMC'),
    (document) => replaceContent(document, /\/H1<<\/MCID \d+>>BDC/, '/H1 BMC'),
    (document) => replaceContent(document, /(\/H1<<\/MCID \d+>>BDC)([\s\S]*?EMC)/, '/Artifact BMC\n$1$2\nEMC'),
  ],
  owned: [
    (document) => element(document, 'H1').set(name('K'), document.context.obj([])),
    (document) => replaceContent(document, /\/H1(<<\/MCID \d+>>BDC)/, '/H2$1'),
    (document) => {
      const parents = document.catalog.lookup(name('StructTreeRoot'), PDFDict).lookup(name('ParentTree'), PDFDict);
      parents.lookup(name('Nums'), PDFArray).lookup(1, PDFArray).set(0, element(document, 'Document'));
    },
  ],
  types: [(document) => element(document, 'BlockQuote').set(name('S'), name('Citation'))],
  headings: [
    (document) => {
      replaceContent(document, /\/H2(<<\/MCID \d+>>BDC)/, '/H3$1');
      element(document, 'H2').set(name('S'), name('H3'));
    },
  ],
  nesting: [
    (document) => element(document, 'LBody').set(name('S'), name('P')),
    (document) => element(document, 'TBody').set(name('S'), name('BlockQuote')),
  ],
  headerCells: [(document) => element(document, 'TH').delete(name('A'))],
  lists: [(document) => element(document, 'L').delete(name('A'))],
  figures: [
    (document) => element(document, 'Figure').delete(name('Alt')),
    (document) => element(document, 'Figure').delete(name('A')),
    (document) => {
      replaceContent(document, /\/Figure(<<\/MCID \d+>>BDC)/, '/P$1');
      element(document, 'Figure').set(name('S'), name('P'));
    },
  ],
  tabOrder: [(document) => one(document, 'Type', '/Page').delete(name('Tabs'))],
  links: [
    (document) => one(document, 'Subtype', '/Link').delete(name('Contents')),
    (document) => one(document, 'Subtype', '/Link').delete(name('StructParent')),
    (document) => {
      const kids = element(document, 'Link').lookup(name('K'), PDFArray);
      kids.remove(kids.size() - 1);
    },
  ],
  fields: [addWidget],
  annotations: [
    (document) => one(document, 'Subtype', '/Link').set(name('F'), document.context.obj(6)),
    (document) => one(document, 'Subtype', '/Link').delete(name('F')),
  ],
  bookmarks: [
    (document) => one(document, 'Type', '/Outlines').lookup(name('First'), PDFDict).delete(name('Dest')),
    (document) => one(document, 'Type', '/Outlines').lookup(name('First'), PDFDict).delete(name('Title')),
    (document) => one(document, 'Type', '/Outlines').set(name('Last'), PDFRef.of(1)),
  ],
  embedded: [(document) => one(document, 'Type', '/FontDescriptor').delete(name('FontFile2'))],
  unicode: [(document) => firstFont(document).delete(name('ToUnicode'))],
  glyphs: [(document) => streamInstead(one(document, 'Subtype', '/CIDFontType2'), 'CIDToGIDMap', Buffer.alloc(4_000))],
  widths: [
    (document) => one(document, 'Subtype', '/CIDFontType2').set(name('W'), document.context.obj([0, [1, 2, 3]])),
  ],
  colours: [
    (document) => replaceContent(document, / rg /, ' 0 k '),
    (document) => one(document, 'ColorSpace', '/DeviceRGB').set(name('ColorSpace'), name('DeviceCMYK')),
  ],
  transparency: [
    (document) => replaceContent(document, 'BT\n', '/G0 gs\nBT\n'),
    (document) => one(document, 'Type', '/Page').set(name('Group'), document.context.obj({ S: 'Transparency' })),
  ],
  images: [(document) => one(document, 'Subtype', '/Image').set(name('Interpolate'), document.context.obj(true))],
};
