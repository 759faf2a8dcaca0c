import { type PDFContext, PDFObject, type PDFRef } from 'pdf-lib';

/** The logical structure that assistive technology reads: what is a title, a list, a header cell, and in which order. */

export type ElementType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Link';

/** Marked content on a page. */
interface Mark {
  page: number;
  mark: number;
}

/** A link annotation, by its page and place in that page's list. */
interface AnnotationReference {
  page: number;
  annotation: number;
}

export interface Element {
  type: ElementType;
  children: (Element | Mark | AnnotationReference)[];
  /** PDF operands of `/A`, for instance the scope of a header cell. */
  attributes?: string;
}

export function child(parent: Element, type: ElementType, attributes?: string): Element {
  const element: Element = attributes === undefined ? { type, children: [] } : { type, children: [], attributes };
  parent.children.push(element);
  return element;
}

/** An object whose text is already known: a document has hundreds of structure elements, and a `PDFDict` for each costs more than the pages. */
export class WrittenObject extends PDFObject {
  private readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override toString(): string {
    return this.text;
  }

  override sizeInBytes(): number {
    return this.text.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    buffer.set(Buffer.from(this.text, 'latin1'), offset);
    return this.text.length;
  }
}

export interface TaggedPage {
  reference: PDFRef;
  /** The element of each mark, by its number. */
  marks: readonly Element[];
  annotations: readonly { reference: PDFRef; element: Element }[];
}

/** Registers the structure tree and its parent tree; pages use their index as key, annotations the keys after them. */
export function registerStructure(context: PDFContext, root: Element, pages: readonly TaggedPage[]): PDFRef {
  const references = new Map<Element, PDFRef>();
  const tree = context.nextRef();

  const kid = (entry: Element['children'][number], parent: PDFRef): string => {
    if ('type' in entry) return String(register(entry, parent));
    const page = pages[entry.page];
    if ('mark' in entry) return `<</Type/MCR/Pg ${page?.reference}/MCID ${entry.mark}>>`;
    return `<</Type/OBJR/Pg ${page?.reference}/Obj ${page?.annotations[entry.annotation]?.reference}>>`;
  };
  const register = (element: Element, parent: PDFRef): PDFRef => {
    const reference = context.nextRef();
    references.set(element, reference);
    const attributes = element.attributes ? `/A<<${element.attributes}>>` : '';
    const kids = element.children.map((entry) => kid(entry, reference)).join(' ');
    const text = `<</Type/StructElem/S/${element.type}/P ${parent}${attributes}/K[${kids}]>>`;
    context.assign(reference, new WrittenObject(text));
    return reference;
  };
  const document = register(root, tree);

  const owner = (element: Element) => String(references.get(element));
  const marks = pages.map(({ marks }, index) => `${index} [${marks.map(owner).join(' ')}]`);
  const annotations = pages
    .flatMap(({ annotations }) => annotations)
    .map(({ element }, index) => `${pages.length + index} ${owner(element)}`);
  const parents = context.register(new WrittenObject(`<</Nums[${[...marks, ...annotations].join(' ')}]>>`));
  const nextKey = pages.length + annotations.length;
  context.assign(
    tree,
    new WrittenObject(`<</Type/StructTreeRoot/K ${document}/ParentTree ${parents}/ParentTreeNextKey ${nextKey}>>`),
  );
  return tree;
}
