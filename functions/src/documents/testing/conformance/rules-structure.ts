import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib';
import { isText } from './content.ts';
import {
  arrayIn,
  dictionaryIn,
  get,
  numberIn,
  type ReadFile,
  type ReadPage,
  type StructureElement,
  textIn,
} from './reading.ts';
import type { Rule } from './rules-file.ts';

const broken = (is: boolean, what: string): string[] => (is ? [what] : []);

/** Those of ISO 32000-1, 14.8.4, that a document of ours may have: any other would need a map to them. */
const standardTypes = new Set(
  'Document H1 H2 H3 P BlockQuote L LI Lbl LBody Table THead TBody TR TH TD Figure Link Form'.split(' '),
);

/** What may stand directly in what: types without a line hold text and what stands in a line of it. */
const allowedIn: Readonly<Record<string, readonly string[]>> = {
  Table: ['THead', 'TBody'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
};
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
};

function attribute(element: StructureElement, key: string): string {
  return textIn(dictionaryIn(element.dictionary, 'A'), key);
}

/** Key of the parent tree → what stands there. */
function parentTree(file: ReadFile): Map<number, unknown> {
  const numbers = arrayIn(dictionaryIn(dictionaryIn(file.catalogue, 'StructTreeRoot'), 'ParentTree'), 'Nums');
  const found = new Map<number, unknown>();
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const key = numbers[index];
    if (key instanceof PDFNumber) found.set(key.asNumber(), numbers[index + 1]);
  }
  return found;
}

const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'INLINE']);

/** Operators that paint, with the marked content around each, outermost first: « /P 12 » or « /Artifact ». */
function painted({ operators }: ReadPage): { name: string; operand: string; around: string[] }[] {
  const around: string[] = [];
  const found: { name: string; operand: string; around: string[] }[] = [];
  for (const { name, operands } of operators) {
    if (name === 'BDC' || name === 'BMC') {
      const [tag, properties] = operands;
      const source = typeof properties === 'object' && 'dictionary' in properties ? properties.dictionary : '';
      const mark = /\/MCID (\d+)/.exec(source)?.[1];
      around.push(`${String(tag)}${mark === undefined ? '' : ` ${mark}`}`);
    } else if (name === 'EMC') around.pop();
    else if (painting.has(name)) {
      const [operand] = operands;
      found.push({ name, operand: isText(operand) ? '' : String(operand ?? ''), around: [...around] });
    }
  }
  return found;
}

function annotationsOf({ pages }: ReadFile, subtype: string) {
  return pages.flatMap((page) =>
    page.annotations.filter(({ dictionary }) => textIn(dictionary, 'Subtype') === subtype),
  );
}

/** The element that an annotation belongs to: by the parent tree, and by the element's own word. */
function ownerFaults(file: ReadFile, subtype: string, type: string): string[] {
  const tree = parentTree(file);
  return annotationsOf(file, subtype).flatMap(({ dictionary, reference }) => {
    const owner = String(tree.get(numberIn(dictionary, 'StructParent')) ?? '');
    const element = file.elements.find((one) => one.reference === owner);
    return [
      ...broken(element?.type !== type, `${reference} is in no ${type}`),
      ...broken(!element?.annotations.includes(reference), `${type} does not name ${reference}`),
    ];
  });
}

function headingLevel({ type }: StructureElement): number | undefined {
  const level = /^H([1-6])$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** What those who can't see the pages get of them. Clauses of ISO 14289-1. */
export const structureRules = {
  /** 7.1: all that is painted is content with its place in the structure, or an artifact, and never one inside the other. */
  tagged: ({ pages }) =>
    pages.flatMap((page, index) =>
      painted(page).flatMap(({ name, around }) => {
        const marks = around.filter((mark) => / \d+$/.test(mark)).length;
        const artifacts = around.filter((mark) => mark === '/Artifact').length;
        return broken(marks + artifacts !== 1, `page ${index + 1}: ${name} in ${around.join(' ') || 'nothing'}`);
      }),
    ),
  /** 7.1: each mark in one element, of the type it says, and the parent tree agrees. */
  owned: (file) => {
    const tree = parentTree(file);
    const owners = new Map(file.elements.flatMap((element) => element.marks.map((mark) => [mark, element] as const)));
    const count = file.elements.reduce((sum, { marks }) => sum + marks.length, 0);
    return [
      ...broken(count !== owners.size, 'a mark has two owners'),
      ...file.pages.flatMap((page, index) => {
        const parents = tree.get(numberIn(page.dictionary, 'StructParents'));
        const listed = parents instanceof PDFArray ? parents.asArray() : [];
        const marks = new Set(painted(page).flatMap(({ around }) => around.filter((mark) => / \d+$/.test(mark))));
        return [...marks].flatMap((mark) => {
          const [tag, number] = mark.split(' ');
          const owner = owners.get(`${index}:${number}`);
          const agrees = owner && `/${owner.type}` === tag && String(listed[Number(number)]) === owner.reference;
          return broken(!agrees, `page ${index + 1}: ${mark}`);
        });
      }),
    ];
  },
  /** 7.1: types that every reader knows. */
  types: ({ elements }) =>
    elements.filter(({ type }) => !standardTypes.has(type)).map(({ type }) => `${type} is no standard type`),
  /** 7.4.2: the first heading is of the first level, and none skips one. */
  headings: ({ elements }) => {
    const levels = elements.flatMap((element) => headingLevel(element) ?? []);
    return [
      ...broken(levels[0] !== 1, 'the first is not of the first level'),
      ...levels.flatMap((level, index) => broken(level > (levels[index - 1] ?? 1) + 1, `H${level} skips a level`)),
    ];
  },
  /** 7.5, 7.6: tables of rows of cells, lists of items. */
  nesting: ({ elements }) =>
    elements.flatMap(({ type, parent, children }) => [
      ...children.filter((kid) => allowedIn[type]?.includes(kid.type) === false).map((kid) => `${kid.type} in ${type}`),
      ...broken(onlyIn[type]?.includes(parent?.type ?? '') === false, `${type} in ${parent?.type}`),
    ]),
  /** 7.5: whether a header cell is one of a column or of a row. */
  headerCells: ({ elements }) => [
    ...elements
      .filter((element) => element.type === 'TH' && !['Column', 'Row'].includes(attribute(element, 'Scope')))
      .map(() => 'a header cell without scope'),
    ...elements
      .filter(({ type }) => type === 'Table')
      .filter((table) => !descendants(table).some(({ type }) => type === 'TH'))
      .map(() => 'a table without header cells'),
  ],
  /** 7.6: what numbers a list. */
  lists: ({ elements }) =>
    elements
      .filter((element) => element.type === 'L' && attribute(element, 'ListNumbering') === '')
      .map(() => 'a list without numbering'),
  /** 7.3: words in the place of a figure, and where it is. */
  figures: ({ elements, pages }) => [
    ...elements
      .filter(({ type }) => type === 'Figure')
      .flatMap((figure) => [
        ...broken(textIn(figure.dictionary, 'Alt').trim() === '', 'a figure without words'),
        ...broken(arrayIn(dictionaryIn(figure.dictionary, 'A'), 'BBox').length !== 4, 'a figure without place'),
      ]),
    ...pages.flatMap((page, index) =>
      painted(page)
        .filter(({ name, around }) => name === 'Do' && !around.some((mark) => /^\/(Figure|Artifact)\b/.test(mark)))
        .map(() => `page ${index + 1}: a picture that is no figure`),
    ),
  ],
  /** 7.18.3: the order of the structure, when one goes through a page with the keyboard. */
  tabOrder: ({ pages }) =>
    pages.flatMap(({ dictionary, annotations }, index) =>
      broken(annotations.length > 0 && textIn(dictionary, 'Tabs') !== 'S', `page ${index + 1}`),
    ),
  /** 7.18.5: a link stands in a Link, and says where it leads. */
  links: (file) => [
    ...ownerFaults(file, 'Link', 'Link'),
    ...annotationsOf(file, 'Link').flatMap(({ dictionary, reference }) =>
      broken(textIn(dictionary, 'Contents').trim() === '', `${reference} says nothing`),
    ),
    ...file.elements
      .filter(({ type, annotations }) => type === 'Link' && annotations.length === 0)
      .map(() => 'a Link without link'),
  ],
  /** 7.18.4: a field stands in a Form, and has a name. */
  fields: (file) => [
    ...ownerFaults(file, 'Widget', 'Form'),
    ...annotationsOf(file, 'Widget').flatMap(({ dictionary, reference }) =>
      broken(textIn(dictionary, 'TU').trim() === '', `${reference} has no name`),
    ),
  ],
  /** A 6.3.2, 6.3.3: what is shown is printed, and drawn by the file itself unless it is a link or of no size. */
  annotations: ({ pages }) =>
    pages.flatMap(({ annotations }) =>
      annotations.flatMap(({ dictionary, reference }) => {
        const flags = numberIn(dictionary, 'F');
        const [left, bottom, right, top] = arrayIn(dictionary, 'Rect').map(String);
        const isDrawn = dictionary.has(PDFName.of('AP'));
        const needsNone = textIn(dictionary, 'Subtype') === 'Link' || (left === right && bottom === top);
        return [
          // Invisible 1, hidden 2, printed 4, not viewed 32, toggled 256.
          ...broken((flags & (1 | 2 | 4 | 32 | 256)) !== 4, `${reference} has flags ${flags}`),
          ...broken(!isDrawn && !needsNone, `${reference} has no appearance`),
        ];
      }),
    ),
  /** 7.17 and ISO 32000-1, 12.3.3: bookmarks lead to pages of the file, one after the other. */
  bookmarks: (file) => bookmarkFaults(file, dictionaryIn(file.catalogue, 'Outlines')),
} as const satisfies Record<string, Rule>;

function descendants(element: StructureElement): StructureElement[] {
  return element.children.flatMap((kid) => [kid, ...descendants(kid)]);
}

function bookmarkFaults(file: ReadFile, parent: PDFDict | undefined): string[] {
  const faults: string[] = [];
  let previous: unknown;
  let reference = parent?.get(PDFName.of('First'));
  while (reference instanceof PDFRef) {
    const bookmark = file.document.context.lookup(reference, PDFDict);
    const [page] = arrayIn(bookmark, 'Dest');
    const leads = file.pages.some((one) => one.reference === String(page));
    faults.push(
      ...broken(!leads, `« ${textIn(bookmark, 'Title')} » leads nowhere`),
      ...broken(textIn(bookmark, 'Title').trim() === '', 'one is unnamed'),
      ...broken(String(bookmark.get(PDFName.of('Prev'))) !== String(previous), 'they do not follow each other'),
      ...bookmarkFaults(file, get(bookmark, 'First') === undefined ? undefined : bookmark),
    );
    previous = reference;
    reference = bookmark.get(PDFName.of('Next'));
  }
  return [
    ...faults,
    ...broken(parent !== undefined && String(parent.get(PDFName.of('Last'))) !== String(previous), 'last'),
  ];
}
