import { type Objects, type Reference, textString } from './objects.ts';

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
  | 'Figure'
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
  /** What is said in the place of a figure. */
  alternative?: string;
}

export function child(parent: Element, type: ElementType, attributes?: string): Element {
  const element: Element = attributes === undefined ? { type, children: [] } : { type, children: [], attributes };
  parent.children.push(element);
  return element;
}

export interface TaggedPage {
  reference: Reference;
  /** The element of each mark, by its number. */
  marks: readonly Element[];
  annotations: readonly { reference: Reference; element: Element }[];
}

/** Registers the structure tree and its parent tree; pages use their index as key, annotations the keys after them. */
export function registerStructure(objects: Objects, root: Element, pages: readonly TaggedPage[]): Reference {
  const references = new Map<Element, Reference>();
  const tree = objects.next();

  const kid = (entry: Element['children'][number], parent: Reference, pageIndex: number | undefined): string => {
    if ('type' in entry) return register(entry, parent);
    const page = pages[entry.page];
    if ('annotation' in entry) {
      return `<</Type/OBJR/Pg ${page?.reference}/Obj ${page?.annotations[entry.annotation]?.reference}>>`;
    }
    return entry.page === pageIndex ? String(entry.mark) : `<</Type/MCR/Pg ${page?.reference}/MCID ${entry.mark}>>`;
  };
  const register = (element: Element, parent: Reference): Reference => {
    const reference = objects.next();
    references.set(element, reference);
    // The page of the first mark is said once, so that most marks are a bare number.
    const first = element.children.find((entry) => 'mark' in entry)?.page;
    const page = first === undefined ? '' : `/Pg ${pages[first]?.reference}`;
    const attributes = element.attributes ? `/A<<${element.attributes}>>` : '';
    const said = element.alternative === undefined ? '' : `/Alt ${textString(element.alternative)}`;
    let kids = '';
    for (const entry of element.children) kids += `${kids === '' ? '' : ' '}${kid(entry, reference, first)}`;
    objects.write(reference, `<</S/${element.type}/P ${parent}${page}${attributes}${said}/K[${kids}]>>`);
    return reference;
  };
  const document = register(root, tree);

  const owner = (element: Element) => references.get(element);
  const marks = pages.map(({ marks }, index) => `${index} [${marks.map(owner).join(' ')}]`);
  const annotations = pages
    .flatMap(({ annotations }) => annotations)
    .map(({ element }, index) => `${pages.length + index} ${owner(element)}`);
  const parents = objects.add(`<</Nums[${[...marks, ...annotations].join(' ')}]>>`);
  const nextKey = pages.length + annotations.length;
  objects.write(tree, `<</Type/StructTreeRoot/K ${document}/ParentTree ${parents}/ParentTreeNextKey ${nextKey}>>`);
  return tree;
}
