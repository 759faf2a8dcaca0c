import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFStream, PDFString } from 'pdf-lib';
import { arrayIn, decoded, dictionaryIn, get, numberIn, type ReadFile, textIn } from './reading.ts';

/** A rule answers what breaks it; nothing when it is kept. */
export type Rule = (file: ReadFile) => string[];

const broken = (is: boolean, what: string): string[] => (is ? [what] : []);

function dictionariesOf({ document }: ReadFile): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => nestedIn(object));
}

function nestedIn(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return nestedIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(nestedIn);
  return object instanceof PDFDict ? [object, ...object.values().flatMap(nestedIn)] : [];
}

const forbiddenActions = new Set([
  'Launch',
  'Sound',
  'Movie',
  'ResetForm',
  'ImportData',
  'Hide',
  'JavaScript',
  'SubmitForm',
]);

/** The two descriptions, property by property. */
const properties: readonly (readonly [key: string, xmp: RegExp])[] = [
  ['Title', /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">([\s\S]*?)<\/rdf:li>/],
  ['Author', /<dc:creator><rdf:Seq><rdf:li>([\s\S]*?)<\/rdf:li>/],
  ['Producer', /<pdf:Producer>([\s\S]*?)<\/pdf:Producer>/],
  ['CreationDate', /<xmp:CreateDate>(.*?)<\/xmp:CreateDate>/],
  ['ModDate', /<xmp:ModifyDate>(.*?)<\/xmp:ModifyDate>/],
];

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function xmpOf(packet: string, pattern: RegExp): string | undefined {
  return pattern.exec(packet)?.[1]?.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

function informationOf({ document }: ReadFile): PDFDict | undefined {
  const { Info } = document.context.trailerInfo;
  return Info === undefined ? undefined : document.context.lookup(Info, PDFDict);
}

/** « D:20250304091230Z » → « 2025-03-04T09:12:30Z ». */
function xmpDate(date: string): string {
  return date.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

/** Nine tags of a display profile in RGB, of the length that it says (ICC.1, 7.2 and 8.3). */
function profileFaults(profile: Buffer): string[] {
  if (profile.length < 132 || profile.toString('latin1', 36, 40) !== 'acsp') return ['it is no ICC profile'];
  const count = profile.readUInt32BE(128);
  const tags = Array.from({ length: count }, (_, index) =>
    profile.toString('latin1', 132 + index * 12, 136 + index * 12),
  );
  const needed = ['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
  return [
    ...broken(profile.readUInt32BE(0) !== profile.length, 'the profile is not as long as it says'),
    ...broken(profile.toString('latin1', 12, 20) !== 'mntrRGB ', 'the profile is not one of a display'),
    ...needed.filter((tag) => !tags.includes(tag)).map((tag) => `the profile lacks ${tag}`),
  ];
}

/** What the file is, apart from what its pages show. The clauses are those of ISO 19005-2 (A) and ISO 14289-1 (UA). */
export const fileRules = {
  /** A 6.1.2: the version, then a comment of four bytes above 127, so that nobody takes the file for text. */
  header: ({ bytes }) =>
    broken(!/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(Buffer.from(bytes.subarray(0, 20)).toString('latin1')), 'header'),
  /** A 6.1.3: nothing after the end but a line break. */
  ending: ({ bytes }) => broken(!/%%EOF\r?\n?$/.test(Buffer.from(bytes.subarray(-8)).toString('latin1')), 'ending'),
  /** A 6.1.3: an identity, and no encryption. */
  identity: ({ document }) => {
    const { ID, Encrypt } = document.context.trailerInfo;
    const halves = ID instanceof PDFArray ? ID.asArray() : [];
    const filled = halves.filter((half) => half instanceof PDFHexString && half.asBytes().length >= 16);
    return [...broken(filled.length !== 2, 'no identity'), ...broken(Encrypt !== undefined, 'encrypted')];
  },
  /** A 6.1.7: no LZW, nothing kept in another file. */
  filters: (file) =>
    file.document.context.enumerateIndirectObjects().flatMap(([reference, object]) => {
      if (!(object instanceof PDFRawStream)) return [];
      const filters = [textIn(object.dict, 'Filter'), ...arrayIn(object.dict, 'Filter').map(String)];
      return [
        ...broken(
          filters.some((filter) => /LZW|Crypt/.test(filter)),
          `${reference}: ${filters[0]}`,
        ),
        ...broken(object.dict.has(PDFName.of('F')), `${reference}: outside of the file`),
      ];
    }),
  /** UA 7.2: the language of all that has none of its own. */
  language: ({ catalogue }) => broken(!/^[a-z]{2}(-[A-Z]{2})?$/.test(textIn(catalogue, 'Lang')), 'no language'),
  /** UA 7.1: its title, and not its file's name, in the window. */
  title: (file) => [
    ...broken(textIn(dictionaryIn(file.catalogue, 'ViewerPreferences'), 'DisplayDocTitle') !== 'true', 'not shown'),
    ...broken(!xmpOf(file.packet, /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/)?.trim(), 'no title'),
  ],
  /** A 6.7.2.2, UA 7.1: tagged, and nothing of it doubtful. */
  marked: ({ catalogue }) => {
    const mark = dictionaryIn(catalogue, 'MarkInfo');
    return [
      ...broken(textIn(mark, 'Marked') !== 'true', 'not marked'),
      ...broken(textIn(mark, 'Suspects') === 'true', 'doubtful'),
    ];
  },
  /** A 6.6.4, UA 5: both identifiers, in a packet that any program reads without unfolding it. */
  identifiers: ({ packet, catalogue }) => [
    ...broken(!packet.includes('<pdfaid:part>2</pdfaid:part>'), 'no part of ISO 19005'),
    ...broken(!packet.includes('<pdfaid:conformance>A</pdfaid:conformance>'), 'no level'),
    ...broken(!packet.includes('<pdfuaid:part>1</pdfuaid:part>'), 'no part of ISO 14289'),
    ...broken(!/^<\?xpacket begin="\uFEFF" [^>]*\?>[\s\S]*<\?xpacket end="[rw]"\?>\s*$/.test(packet), 'no packet'),
    ...broken(dictionaryIn(catalogue, 'Metadata')?.has(PDFName.of('Filter')) ?? true, 'folded'),
  ],
  /** A 6.6.2.3: a schema that ISO 19005-2 does not know is described. */
  describedSchema: ({ packet }) =>
    broken(
      !/<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<\/pdfaSchema:namespaceURI>[\s\S]*<pdfaProperty:name>part<\/pdfaProperty:name>/.test(
        packet,
      ),
      'pdfuaid',
    ),
  /** A 6.6.3: what both descriptions say is the same. */
  agreement: (file) => {
    const information = informationOf(file);
    return properties.flatMap(([key, pattern]) => {
      const told = xmpOf(file.packet, pattern);
      const said = get(information, key);
      const text = said instanceof PDFString || said instanceof PDFHexString ? xmpDate(said.decodeText()) : undefined;
      return broken(text !== told, `${key}: « ${text} », « ${told} »`);
    });
  },
  /** A 6.2.3: of which colours the operands are. */
  outputIntent: ({ catalogue, document }) => {
    const intents = arrayIn(catalogue, 'OutputIntents').map((one) => document.context.lookup(one, PDFDict));
    const intent = intents.find((one) => textIn(one, 'S') === 'GTS_PDFA1');
    const profile = get(intent, 'DestOutputProfile');
    if (!(profile instanceof PDFStream)) return ['none'];
    return [
      ...broken(numberIn(profile.dict, 'N') !== 3, 'not of three colours'),
      ...broken(textIn(intent, 'OutputConditionIdentifier') === '', 'unnamed'),
      ...profileFaults(Buffer.from(decoded(profile))),
    ];
  },
  /** A 6.4, 6.5, 6.8: nothing acts, nothing is attached, no form draws itself. */
  quiet: (file) => [
    ...dictionariesOf(file).flatMap((dictionary) => [
      ...broken(forbiddenActions.has(textIn(dictionary, 'S')), `action ${textIn(dictionary, 'S')}`),
      ...broken(dictionary.has(PDFName.of('AA')), 'an action that starts by itself'),
      ...broken(dictionary.has(PDFName.of('EF')), 'an attached file'),
      ...broken(dictionary.has(PDFName.of('XFA')), 'a form in XFA'),
    ]),
    ...broken(
      textIn(dictionaryIn(file.catalogue, 'AcroForm'), 'NeedAppearances') === 'true',
      'a form that draws itself',
    ),
    ...broken(file.catalogue.has(PDFName.of('OpenAction')), 'an action on opening'),
  ],
} as const satisfies Record<string, Rule>;
