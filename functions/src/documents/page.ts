import type { FaceName } from './faces.ts';
import type { Line } from './lines.ts';
import { child, type Element } from './structure.ts';
import { type Colour, colours } from './theme.ts';

/** Two decimals are a 3 000th of an inch. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** PDF text string in UTF-16BE, hexadecimal. */
export function textString(text: string): string {
  let hexadecimal = 'FEFF';
  for (let index = 0; index < text.length; index += 1) {
    hexadecimal += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  }
  return `<${hexadecimal}>`;
}

export interface Annotation {
  address: string;
  element: Element;
  rectangle: readonly [left: number, bottom: number, right: number, top: number];
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

/** One page's content stream, written as it goes: one string, one `BT … ET` per block. Lengths are points from the bottom left. */
export class Page {
  readonly index: number;
  content = '';
  readonly marks: Element[] = [];
  readonly annotations: Annotation[] = [];
  private readonly faces: Set<FaceName>;

  constructor(index: number, faces: Set<FaceName>) {
    this.index = index;
    this.faces = faces;
  }

  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    const box = `${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)}`;
    this.content += `/Artifact BMC\n${colour} rg ${box} re f\nEMC\n`;
  }

  private mark(element: Element): string {
    const mark = this.marks.length;
    this.marks.push(element);
    element.children.push({ page: this.index, mark });
    return `/${element.type}<</MCID ${mark}>>BDC\n`;
  }

  text(lines: readonly Line[], place: TextPlace): void {
    if (lines.length === 0) return;
    const open = place.element ? this.mark(place.element) : '/Artifact<</Type/Pagination>>BDC\n';
    let out = `${open}BT\n${place.colour} rg\n`;
    const writing: Writing = { face: undefined, size: 0, link: undefined };
    let previousX = 0;
    let previousY = 0;
    lines.forEach((line, index) => {
      const x = place.rightEdge === undefined ? place.x : place.rightEdge - line.width;
      const y = place.baseline - index * place.leading;
      out += `${decimal(x - previousX)} ${decimal(y - previousY)} Td\n`;
      // What was written is what the next offset starts from, or the roundings would add up over a page.
      previousX += Math.round((x - previousX) * 100) / 100;
      previousY += Math.round((y - previousY) * 100) / 100;
      out += this.line(line, place, writing, x, y);
    });
    this.content += `${out}ET\nEMC\n`;
  }

  private line(line: Line, place: TextPlace, writing: Writing, x: number, y: number): string {
    let out = '';
    let shown = '';
    let left = x;
    const show = () => {
      if (shown !== '') out += `[${shown}]TJ\n`;
      shown = '';
    };
    for (const { piece, size, width, link } of line.fragments) {
      if (link !== writing.link && place.element) {
        show();
        out += this.turnLink(link, place, writing);
      }
      if (piece.face !== writing.face || size !== writing.size) {
        show();
        this.faces.add(piece.face);
        out += `/${piece.face} ${decimal(size)} Tf\n`;
        writing.face = piece.face;
        writing.size = size;
      }
      if (piece.actual === undefined) shown += piece.shown;
      else {
        show();
        out += `/Span<</ActualText ${textString(piece.actual)}>>BDC\n[${piece.shown}]TJ\nEMC\n`;
      }
      if (link !== undefined && writing.linkElement) this.extendLink(writing.linkElement, link, left, width, y, size);
      left += width;
    }
    show();
    return writing.link === undefined ? out : out + this.turnLink(undefined, place, writing);
  }

  /** Ends the marked content at hand and begins that of a link, or of the block again. */
  private turnLink(link: string | undefined, place: TextPlace, writing: Writing): string {
    const { element } = place;
    writing.link = link;
    if (!element) return '';
    if (link === undefined) {
      writing.linkElement = undefined;
      return `EMC\n${this.mark(element)}${place.colour} rg\n`;
    }
    writing.linkElement = child(element, 'Link');
    return `EMC\n${this.mark(writing.linkElement)}${colours.brick} rg\n`;
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
