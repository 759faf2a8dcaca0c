import { Found } from '../threats.ts';
import { isName, type PdfDictionary, type PdfValue, valuesOf } from './lexer.ts';
import { dictionariesOf, type PdfObjects, type PdfStream } from './objects.ts';
import { bytesOf } from './strings.ts';

/** Where files are attached: who says so, and in which bytes its strings stand. */
export interface FileSpecification {
  readonly dictionary: PdfDictionary;
  readonly bytes: Buffer;
}

/** Every dictionary that attaches a file (`/EF`), at any depth. */
export function fileSpecificationsIn(value: PdfValue, bytes: Buffer): FileSpecification[] {
  if (typeof value === 'number') return [];
  if (value.kind === 'array') return value.items.flatMap((item) => fileSpecificationsIn(item, bytes));
  if (value.kind !== 'dictionary') return [];
  const inside = value.entries.flatMap(([, held]) => fileSpecificationsIn(held, bytes));
  return valuesOf(value, 'EF').length > 0 ? [{ dictionary: value, bytes }, ...inside] : inside;
}

/** Streams that are attached files: those that say so, and those that a file specification leads to. */
export function attachedStreams(objects: PdfObjects, specifications: readonly FileSpecification[]): PdfStream[] {
  const numbers = new Set<number>();
  for (const { dictionary } of specifications)
    for (const files of dictionariesOf(objects, dictionary, 'EF'))
      for (const [, file] of files.entries)
        if (typeof file === 'object' && file.kind === 'reference') numbers.add(file.number);
  return objects.streams.filter(
    ({ number, dictionary }) =>
      numbers.has(number) || valuesOf(dictionary, 'Type').some((type) => isName(type, 'EmbeddedFile')),
  );
}

/** What an attached file's name may end with: what may be deposited, and the XML of Factur-X. */
const endings = /\.(?:pdf|png|jpe?g|webp|heic|docx|xlsx|pptx|odt|ods|odp|csv|txt|xml|xmp|json)$/i;

/** Refuses names that would run when opened, whatever the file holds: a script is a text. */
export function refuseNames({ dictionary, bytes }: FileSpecification): void {
  for (const key of ['F', 'UF', 'DOS', 'Unix', 'Mac'])
    for (const value of valuesOf(dictionary, key)) {
      if (typeof value !== 'object' || value.kind !== 'string') continue;
      const name = textOf(bytesOf(bytes, value)).trim();
      if (name.includes('.') && !endings.test(name)) throw new Found('pdf-attachment');
    }
}

/** ISO 32000-2, 7.9.2.2, as far as the ending of a name needs it. */
function textOf(bytes: Buffer): string {
  const mark = bytes.toString('latin1', 0, 2);
  if (mark === '\xff\xfe') return bytes.subarray(2).toString('utf16le');
  if (mark !== '\xfe\xff') return bytes.toString('utf8');
  return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}

/** An XML document that no browser would run: Factur-X, or its kind. */
export function isPlainXml(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 4_096).replaceAll('\0', '');
  if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?\w!]/.test(head)) return false;
  return (
    !/<(?:\w+:)?(?:html|svg|script|stylesheet|!entity)|<\?xml-stylesheet|<!doctype/i.test(head) &&
    !bytes.includes('<!ENTITY')
  );
}
