import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib';
import { type Operator, operatorsOf } from './content.ts';

/** A structure element with what it owns. */
export interface StructureElement {
  type: string;
  dictionary: PDFDict;
  reference: string;
  /** « page:mark ». */
  marks: string[];
  /** References of annotations. */
  annotations: string[];
  children: StructureElement[];
  parent: StructureElement | null;
}

export interface ReadPage {
  dictionary: PDFDict;
  reference: string;
  operators: readonly Operator[];
  annotations: readonly { dictionary: PDFDict; reference: string }[];
}

/** A file as the rules look at it. Objects are read by pdf-lib, whose parser shares no code with our writer. */
export interface ReadFile {
  bytes: Uint8Array;
  document: PDFDocument;
  catalogue: PDFDict;
  pages: readonly ReadPage[];
  /** All elements, in reading order. */
  elements: readonly StructureElement[];
  /** The metadata packet; empty when there is none. */
  packet: string;
}

export function get(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary?.lookup(PDFName.of(key));
}

export function dictionaryIn(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  const found = get(dictionary, key);
  return found instanceof PDFDict ? found : found instanceof PDFStream ? found.dict : undefined;
}

export function arrayIn(dictionary: PDFDict | undefined, key: string): PDFObject[] {
  const found = get(dictionary, key);
  return found instanceof PDFArray ? found.asArray() : [];
}

/** Names without their slash, strings decoded, numbers and the rest as they are written. */
export function textIn(dictionary: PDFDict | undefined, key: string): string {
  const found = get(dictionary, key);
  if (found instanceof PDFString || found instanceof PDFHexString) return found.decodeText();
  return found instanceof PDFName ? found.decodeText() : String(found ?? '');
}

export function numberIn(dictionary: PDFDict | undefined, key: string): number {
  const found = get(dictionary, key);
  return found instanceof PDFNumber ? found.asNumber() : Number.NaN;
}

const unfolded = new WeakMap<PDFRawStream, Uint8Array>();

/** Unfolded once: rules ask for the map of a font at each of its signs. */
export function decoded(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return new Uint8Array(0);
  const known = unfolded.get(stream);
  if (known) return known;
  const bytes = decodePDFRawStream(stream).decode();
  unfolded.set(stream, bytes);
  return bytes;
}

class StructureReader {
  private readonly document: PDFDocument;
  private readonly pages: readonly string[];
  readonly elements: StructureElement[] = [];

  constructor(document: PDFDocument) {
    this.document = document;
    this.pages = document.getPages().map(({ ref }) => String(ref));
  }

  private pageOf(dictionary: PDFDict): number {
    return this.pages.indexOf(String(dictionary.get(PDFName.of('Pg'))));
  }

  read(kid: PDFObject | undefined, parent: StructureElement | null): void {
    const dictionary = kid instanceof PDFRef ? this.document.context.lookup(kid) : kid;
    if (!(dictionary instanceof PDFDict)) return;
    const type = textIn(dictionary, 'S');
    const element: StructureElement = {
      ...{ type, dictionary, parent, reference: String(kid) },
      ...{ marks: [], annotations: [], children: [] },
    };
    this.elements.push(element);
    parent?.children.push(element);
    const kids = get(dictionary, 'K');
    for (const entry of kids instanceof PDFArray ? kids.asArray() : [kids]) this.kid(entry, element);
  }

  private kid(entry: PDFObject | undefined, element: StructureElement): void {
    const found = entry instanceof PDFRef ? this.document.context.lookup(entry) : entry;
    if (found instanceof PDFNumber) element.marks.push(`${this.pageOf(element.dictionary)}:${found.asNumber()}`);
    else if (!(found instanceof PDFDict)) return;
    else if (found.has(PDFName.of('MCID'))) element.marks.push(`${this.pageOf(found)}:${numberIn(found, 'MCID')}`);
    else if (found.has(PDFName.of('Obj'))) element.annotations.push(String(found.get(PDFName.of('Obj'))));
    else this.read(entry, element);
  }
}

/** @throws when it is no PDF at all. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const { catalog, context } = document;
  const pages = document.getPages().map(({ node, ref }): ReadPage => {
    const annotations = (node.Annots()?.asArray() ?? []).map((entry) => ({
      dictionary: context.lookup(entry, PDFDict),
      reference: String(entry),
    }));
    return { dictionary: node, reference: String(ref), operators: operatorsOf(decoded(node.Contents())), annotations };
  });
  const structure = new StructureReader(document);
  const root = dictionaryIn(catalog, 'StructTreeRoot');
  const kids = root?.get(PDFName.of('K'));
  for (const kid of kids instanceof PDFArray ? kids.asArray() : [kids]) structure.read(kid, null);
  const metadata = get(catalog, 'Metadata');
  const packet = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  return { bytes, document, catalogue: catalog, pages, elements: structure.elements, packet };
}
