import type { Block, ListBlock, Run } from './blocks.ts';
import { breakLines, type Line, measure } from './lines.ts';
import type { Mentioned, Page } from './page.ts';
import type { Picture } from './pictures/picture.ts';
import { drawGrounds, type Ground } from './quotes.ts';
import { child, type Element } from './structure.ts';
import { tableStrips } from './table.ts';
import { type Colour, colours, figure, page, type StyleName, settings, type TextSetting } from './theme.ts';

/** What a strip belongs to: draws a range of its lines on one page. */
export interface Owner {
  /** `top` is the upper edge of the first line drawn, `gap` the space left above it. */
  draw(page: Page, top: number, range: { from: number; to: number; gap: number }): void;
  /** Drawn again at the top of each page that goes on with this owner's table. */
  repeated?: { height: number; draw(page: Page, top: number): void };
}

/** A horizontal slice that is never cut: one line of a paragraph, one row of a table. Pages are filled with strips. */
export interface Strip {
  owner: Owner;
  /** First of the owner's lines in this strip, and how many. */
  line: number;
  lines: number;
  height: number;
  /** Space above, dropped at the top of a page. */
  before: number;
  /** Never parted from the next strip: a heading and its text, the first two lines of a paragraph, the last two. */
  keep: boolean;
}

/** Where blocks go: nested lists and quotes are narrower. */
export interface Frame {
  x: number;
  width: number;
  /** Of the quotes around, outermost first. */
  grounds: readonly Ground[];
}

const quotePadding = { x: 12, y: 7 } as const;

interface Placed {
  strips: Strip[];
  after: number;
}

const baselineShare = 0.76;

/** Distance from the top of a line to its baseline: text sits in the middle of its leading. */
function baselineOffset({ size, leading }: Pick<TextSetting, 'size' | 'leading'>): number {
  return (leading - size) / 2 + size * baselineShare;
}

interface Paragraph {
  lines: readonly Line[];
  setting: TextSetting;
  element: Element;
  frame: Frame;
  label?: { lines: readonly Line[]; element: Element; x: number } | undefined;
  /** Of a heading: what the bookmarks say. */
  heading?: Pick<Mentioned, 'level' | 'title'>;
}

class ParagraphOwner implements Owner {
  private readonly paragraph: Paragraph;

  constructor(paragraph: Paragraph) {
    this.paragraph = paragraph;
  }

  draw(page: Page, top: number, { from, to, gap }: { from: number; to: number; gap: number }): void {
    const { lines, setting, element, frame, label, heading } = this.paragraph;
    const { leading, colour } = setting;
    const baseline = top - baselineOffset(setting);
    if (heading && from === 0) page.headings.push({ ...heading, top });
    drawGrounds(page, frame.grounds, top + gap, gap + (to - from) * leading);
    if (label && from === 0) {
      page.text(label.lines, { x: label.x, baseline, leading, colour: colours.brick, element: label.element });
    }
    page.text(lines.slice(from, to), { x: frame.x, baseline, leading, colour, element });
  }
}

/** Space inside a quote, above its first line and below its last. */
class QuoteEdge implements Owner {
  private readonly frame: Frame;

  constructor(frame: Frame) {
    this.frame = frame;
  }

  draw(page: Page, top: number, { gap }: { gap: number }): void {
    const { grounds } = this.frame;
    // The space above the quote itself is not its own, but that of the quotes around it.
    drawGrounds(page, grounds.slice(0, -1), top + gap, gap);
    drawGrounds(page, grounds, top, quotePadding.y);
  }
}

/** More than its line: the ground of the next strip begins half a point higher. */
const ruleHeight = 1.6;

class RuleOwner implements Owner {
  private readonly frame: Frame;
  private readonly colour: Colour;

  constructor(frame: Frame, colour: Colour) {
    this.frame = frame;
    this.colour = colour;
  }

  draw(page: Page, top: number, { gap }: { gap: number }): void {
    drawGrounds(page, this.frame.grounds, top + gap, gap + ruleHeight);
    page.rectangle(this.frame.x, top - 0.8, this.frame.width, 0.6, this.colour);
  }
}

class FigureOwner implements Owner {
  private readonly picture: Picture;
  private readonly size: { width: number; height: number };
  private readonly place: { frame: Frame; element: Element };

  constructor(picture: Picture, size: { width: number; height: number }, place: { frame: Frame; element: Element }) {
    this.picture = picture;
    this.size = size;
    this.place = place;
  }

  draw(page: Page, top: number): void {
    const { frame, element } = this.place;
    page.picture(this.picture, frame.x, top - this.size.height, this.size, element);
  }
}

/** As large as its room allows, and never larger than at 144 points an inch: a small logo is not blown up. */
function figureStrips(picture: Picture, frame: Frame, parent: Element): Placed {
  const wide = Math.min(figure.width, frame.width);
  const scale = Math.min(wide / picture.width, figure.height / picture.height, 0.5);
  const size = { width: picture.width * scale, height: picture.height * scale };
  const element = child(parent, 'Figure');
  element.alternative = picture.alternative;
  const owner = new FigureOwner(picture, size, { frame, element });
  return { strips: [{ owner, line: 0, lines: 1, height: size.height, before: 0, keep: true }], after: figure.after };
}

/** Keeps two lines together at each end of a paragraph: no widow, no orphan. */
function lineStrips(owner: Owner, count: number, setting: TextSetting, keepWhole: boolean): Strip[] {
  const strips: Strip[] = [];
  for (let line = 0; line < count; line += 1) {
    const keep = keepWhole || (line < count - 1 && (line === 0 || line === count - 2));
    strips.push({ owner, line, lines: 1, height: setting.leading, before: line === 0 ? setting.before : 0, keep });
  }
  return strips;
}

const headings = {
  1: { type: 'H1', setting: settings.title, style: 'heading' },
  2: { type: 'H2', setting: settings.section, style: 'heading' },
  3: { type: 'H3', setting: settings.question, style: 'strong' },
} as const satisfies Record<number, { type: Element['type']; setting: TextSetting; style: StyleName }>;

function widestOf(frame: Frame, setting: TextSetting): number {
  return Math.min(frame.width, setting.widest);
}

function restyled(runs: readonly Run[], style: StyleName): Run[] {
  return runs.map((run) => (run.style === 'code' ? run : { ...run, style }));
}

function headingStrips(block: Block & { kind: 'heading' }, frame: Frame, parent: Element): Placed {
  const { type, setting, style } = headings[block.level];
  const lines = breakLines(measure(restyled(block.runs, style), setting.size), widestOf(frame, setting));
  const heading = { level: block.level, title: block.runs.map(({ text }) => text).join('') };
  const owner = new ParagraphOwner({ lines, setting, element: child(parent, type), frame, heading });
  return { strips: lineStrips(owner, lines.length, setting, true), after: setting.after };
}

function paragraphStrips(runs: readonly Run[], frame: Frame, parent: Element, label?: Paragraph['label']): Placed {
  const setting = frame.grounds.length > 0 ? settings.quote : settings.paragraph;
  const lines = breakLines(measure(runs, setting.size), widestOf(frame, setting));
  const owner = new ParagraphOwner({ lines, setting, element: child(parent, 'P'), frame, label });
  return { strips: lineStrips(owner, lines.length, setting, false), after: setting.after };
}

const listIndent = 15;

function listStrips(block: ListBlock, frame: Frame, parent: Element): Placed {
  const list = child(parent, 'L', `/O/List/ListNumbering/${block.ordered ? 'Decimal' : 'Disc'}`);
  const indent = block.ordered ? listIndent + 3 : listIndent;
  const inner = { ...frame, x: frame.x + indent, width: Math.min(frame.width, settings.paragraph.widest) - indent };
  const strips: Strip[] = [];
  block.items.forEach((blocks, index) => {
    const item = child(list, 'LI');
    const text = block.ordered ? `${block.start + index}.` : '•';
    const label = {
      lines: breakLines(measure([{ text: `${text} `, style: 'strong' }], settings.paragraph.size), listIndent * 3),
      element: child(item, 'Lbl'),
      x: frame.x + 1,
    };
    const placed = placeBlocks(blocks, inner, child(item, 'LBody'), label);
    const first = placed.strips[0];
    if (first) first.before = index === 0 ? 0 : 3;
    for (const strip of placed.strips) strips.push(strip);
  });
  return { strips, after: settings.paragraph.after + 1 };
}

function quoteStrips(blocks: readonly Block[], frame: Frame, parent: Element): Placed {
  const width = Math.min(frame.width, settings.quote.widest + 2 * quotePadding.x) - 2 * quotePadding.x;
  const ground = { x: frame.x, width: width + 2 * quotePadding.x };
  const inner = { x: frame.x + quotePadding.x, width, grounds: [...frame.grounds, ground] };
  const placed = placeBlocks(blocks, inner, child(parent, 'BlockQuote'));
  const edge = (keep: boolean): Strip => ({
    owner: new QuoteEdge(inner),
    line: 0,
    lines: 1,
    height: quotePadding.y,
    before: 0,
    keep,
  });
  const last = placed.strips.at(-1);
  if (last) last.keep = true;
  return { strips: [edge(true), ...placed.strips, edge(false)], after: settings.paragraph.after + 5 };
}

function placeBlock(block: Block, frame: Frame, parent: Element, label?: Paragraph['label']): Placed {
  switch (block.kind) {
    case 'heading':
      return headingStrips(block, frame, parent);
    case 'paragraph':
      return paragraphStrips(block.runs, frame, parent, label);
    case 'list':
      return listStrips(block, frame, parent);
    case 'table':
      return { strips: tableStrips(block, frame, parent), after: 12 };
    case 'quote':
      return quoteStrips(block.blocks, frame, parent);
    case 'figure':
      return figureStrips(block.picture, frame, parent);
    case 'rule': {
      const owner = new RuleOwner(frame, colours.line);
      return { strips: [{ owner, line: 0, lines: 1, height: ruleHeight, before: 8, keep: false }], after: 10 };
    }
  }
}

const spaceBefore = { heading: 0, paragraph: 0, list: 0, table: 3, quote: 8, rule: 0, figure: 0 } as const;

/** Blocks → strips in reading order; the space between two blocks is the larger of what each asks for. */
function placeBlocks(blocks: readonly Block[], frame: Frame, parent: Element, label?: Paragraph['label']): Placed {
  const strips: Strip[] = [];
  let after = 0;
  blocks.forEach((block, index) => {
    const placed = placeBlock(block, frame, parent, index === 0 ? label : undefined);
    const first = placed.strips[0];
    if (!first) return;
    first.before = Math.max(after, first.before, spaceBefore[block.kind]);
    for (const strip of placed.strips) strips.push(strip);
    after = placed.after;
  });
  return { strips, after };
}

/** A whole document as strips, with its structure under `root`. */
export function stripsOf(blocks: readonly Block[], root: Element): Strip[] {
  return placeBlocks(blocks, { x: page.margin, width: page.textWidth, grounds: [] }, root).strips;
}
