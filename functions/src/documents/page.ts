import { ByteWriter } from './bytes.ts';
import type { FaceName } from './faces.ts';
import type { Line } from './lines.ts';
import { textString } from './objects.ts';
import type { Picture } from './pictures/picture.ts';
import { child, type Element } from './structure.ts';
import { type Colour, colours } from './theme.ts';

/** Two decimals are a 7 000th of an inch. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export function decimal(value: number): string {
  return String(rounded(value));
}

export interface Annotation {
  address: string;
  element: Element;
  rectangle: readonly [left: number, bottom: number, right: number, top: number];
}

/** A heading, for the bookmarks. */
export interface Mentioned {
  level: 1 | 2 | 3;
  title: string;
  /** Its upper edge. */
  top: number;
}

/** What pages are drawn with, collected as they are. */
export interface Used {
  readonly faces: Set<FaceName>;
  /** Picture → its name in content streams. */
  readonly pictures: Map<Picture, string>;
}

export interface TextPlace {
  x: number;
  /** Baseline of the first line. */
  baseline: number;
  leading: number;
  colour: Colour;
  /** Right-aligned text ends here. */
  rightEdge?: number;
  /** The element this text belongs to; page furniture has none. */
  element: Element | undefined;
}

/** One page's content stream, written as it goes: one `BT … ET` per block. Lengths are points from the bottom left. */
export class Page {
  readonly index: number;
  readonly content = new ByteWriter();
  readonly marks: Element[] = [];
  readonly annotations: Annotation[] = [];
  readonly headings: Mentioned[] = [];
  private readonly used: Used;

  constructor(index: number, used: Used) {
    this.index = index;
    this.used = used;
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    const box = `${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)}`;
    this.content.write(`/Artifact BMC\n${colour} rg ${box} re f\nEMC\n`);
  }

  /** `x` and `y` are its lower left corner. Where it stands is said in the structure too, since only drawing tells (ISO 14289-1, 7.3). */
  picture(picture: Picture, x: number, y: number, size: { width: number; height: number }, element: Element): void {
    const { pictures } = this.used;
    const name = pictures.get(picture) ?? `P${pictures.size}`;
    pictures.set(picture, name);
    const box = [x, y, x + size.width, y + size.height].map(decimal).join(' ');
    element.attributes = `/O/Layout/Placement/Block/BBox[${box}]`;
    const matrix = `${decimal(size.width)} 0 0 ${decimal(size.height)} ${decimal(x)} ${decimal(y)} cm`;
    this.content.write(`${this.mark(element)}q\n${matrix}\n/${name} Do\nQ\nEMC\n`);
  }

  private mark(element: Element): string {
    const mark = this.marks.length;
    this.marks.push(element);
    element.children.push({ page: this.index, mark });
    return `/${element.type}<</MCID ${mark}>>BDC\n`;
  }

  text(lines: readonly Line[], place: TextPlace): void {
    if (lines.length === 0) return;
    const { content } = this;
    content.write(place.element ? this.mark(place.element) : '/Artifact<</Type/Pagination>>BDC\n');
    content.write(`BT\n${place.colour} rg\n`);
    const writing: Writing = { face: undefined, size: 0, link: undefined };
    let previousX = 0;
    let previousY = 0;
    lines.forEach((line, index) => {
      const x = rounded(place.rightEdge === undefined ? place.x : place.rightEdge - line.width);
      const y = rounded(place.baseline - index * place.leading);
      content.write(`${decimal(x - previousX)} ${decimal(y - previousY)} Td\n`);
      previousX = x;
      previousY = y;
      this.line(line, place, writing, x, y);
    });
    content.write('ET\nEMC\n');
  }

  /** One `TJ` per face; signs that no face has, and links, are marked on their own. */
  private line(line: Line, place: TextPlace, writing: Writing, x: number, y: number): void {
    const { content } = this;
    let left = x;
    let open = false;
    const close = () => {
      if (open) content.write(')]TJ\n');
      open = false;
    };
    for (const { piece, size, width, link } of line.fragments) {
      const { face, shown, actual } = piece;
      if (link !== writing.link && place.element) {
        close();
        this.turnLink(link, place, writing);
      }
      if (face !== writing.face || size !== writing.size) {
        close();
        this.used.faces.add(face);
        content.write(`/${face} ${decimal(size)} Tf\n`);
        writing.face = face;
        writing.size = size;
      }
      if (actual !== undefined) {
        close();
        content.write(`/Span<</ActualText ${textString(actual)}>>BDC\n[(${shown})]TJ\nEMC\n`);
      } else {
        if (!open) content.write('[(');
        content.write(shown);
        open = true;
      }
      if (link !== undefined && writing.linkElement) this.extendLink(writing.linkElement, link, left, width, y, size);
      left += width;
    }
    close();
    if (writing.link !== undefined) this.turnLink(undefined, place, writing);
  }

  /** Ends the marked content at hand and begins that of a link, or of the block again. */
  private turnLink(link: string | undefined, place: TextPlace, writing: Writing): void {
    const { element } = place;
    writing.link = link;
    if (!element) return;
    writing.linkElement = link === undefined ? undefined : child(element, 'Link');
    const colour = link === undefined ? place.colour : colours.brick;
    this.content.write(`EMC\n${this.mark(writing.linkElement ?? element)}${colour} rg\n`);
  }

  private extendLink(element: Element, address: string, left: number, width: number, y: number, size: number): void {
    const known = this.annotations.at(-1);
    const rectangle = [left, y - size * 0.25, left + width, y + size * 0.8] as const;
    if (known && known.element === element) {
      known.rectangle = [known.rectangle[0], rectangle[1], rectangle[2], rectangle[3]];
      return;
    }
    element.children.push({ page: this.index, annotation: this.annotations.length });
    this.annotations.push({ address, element, rectangle });
  }
}

interface Writing {
  face: FaceName | undefined;
  size: number;
  link: string | undefined;
  linkElement?: Element | undefined;
}
