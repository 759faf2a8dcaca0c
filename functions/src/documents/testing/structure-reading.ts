import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';

/** A structure element as a screen reader finds it. */
export interface ReadElement {
  type: string;
  /** Every mark below it, as `page:mark`. */
  marks: string[];
  children: ReadElement[];
}

export interface ReadDocument {
  language: string;
  title: string;
  titleShown: boolean;
  marked: boolean;
  root: ReadElement;
  /** `page:mark` → type of the element that the parent tree names. */
  parents: Map<string, string>;
}

class Reader {
  private readonly document: PDFDocument;
  private readonly pages: string[];

  constructor(document: PDFDocument) {
    this.document = document;
    this.pages = document.getPages().map((page) => String(page.ref));
  }

  private resolved(value: PDFObject | undefined): PDFObject | undefined {
    return value instanceof PDFRef ? this.document.context.lookup(value) : value;
  }

  private get(dictionary: PDFDict, key: string): PDFObject | undefined {
    return this.resolved(dictionary.get(PDFName.of(key)));
  }

  dictionary(value: PDFObject | undefined): PDFDict {
    const found = this.resolved(value);
    if (found instanceof PDFDict) return found;
    throw new Error(`A dictionary was expected, found ${String(found)}`);
  }

  private array(value: PDFObject | undefined): PDFObject[] {
    const found = this.resolved(value);
    return found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [found];
  }

  private pageOf(dictionary: PDFDict): number {
    return this.pages.indexOf(String(dictionary.get(PDFName.of('Pg'))));
  }

  private element(dictionary: PDFDict): ReadElement {
    const element: ReadElement = { type: String(this.get(dictionary, 'S')).slice(1), marks: [], children: [] };
    for (const entry of this.array(dictionary.get(PDFName.of('K')))) {
      const kid = this.resolved(entry);
      if (kid instanceof PDFNumber) element.marks.push(`${this.pageOf(dictionary)}:${kid.asNumber()}`);
      else if (kid instanceof PDFDict && kid.has(PDFName.of('MCID'))) {
        element.marks.push(`${this.pageOf(kid)}:${String(this.get(kid, 'MCID'))}`);
      } else if (kid instanceof PDFDict && kid.has(PDFName.of('S'))) element.children.push(this.element(kid));
    }
    return element;
  }

  private parents(tree: PDFDict): Map<string, string> {
    const numbers = this.array(this.get(tree, 'Nums'));
    const found = new Map<string, string>();
    for (let index = 0; index < numbers.length; index += 2) {
      const owners = this.resolved(numbers[index + 1]);
      if (!(owners instanceof PDFArray)) continue;
      owners.asArray().forEach((owner, mark) => {
        found.set(`${String(numbers[index])}:${mark}`, String(this.get(this.dictionary(owner), 'S')).slice(1));
      });
    }
    return found;
  }

  read(): ReadDocument {
    const { catalog } = this.document;
    const tree = this.dictionary(this.get(catalog, 'StructTreeRoot'));
    const language = this.get(catalog, 'Lang');
    const preferences = this.dictionary(this.get(catalog, 'ViewerPreferences'));
    const text = language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : '';
    return {
      language: text,
      title: this.document.getTitle() ?? '',
      titleShown: String(this.get(preferences, 'DisplayDocTitle')) === 'true',
      marked: String(this.get(this.dictionary(this.get(catalog, 'MarkInfo')), 'Marked')) === 'true',
      root: this.element(this.dictionary(this.get(tree, 'K'))),
      parents: this.parents(this.dictionary(this.get(tree, 'ParentTree'))),
    };
  }
}

/** Our own reader of tags: it needs no program that may be missing. */
export async function readStructure(bytes: Uint8Array): Promise<ReadDocument> {
  return new Reader(await PDFDocument.load(bytes, { updateMetadata: false })).read();
}

/** All elements below and including `element`, in reading order. */
export function everyElement(element: ReadElement): ReadElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}
