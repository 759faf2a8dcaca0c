import type { Alignment, Run, TableBlock } from './blocks.ts';
import { breakLines, type Line, type Measured, measure } from './lines.ts';
import type { Page } from './page.ts';
import { drawGrounds } from './quotes.ts';
import type { Frame, Owner, Strip } from './strips.ts';
import { child, type Element } from './structure.ts';
import { colours, settings, type TextSetting } from './theme.ts';

/** Space between two columns, and above and below the text of a row. */
const gutter = 14;
const rowPadding = 3.75;
/** A row of more lines than this may be cut between two pages. */
const unbrokenLines = 12;
const wholeRows = 8;

interface Column {
  x: number;
  width: number;
  alignment: Alignment;
}

/**
 * Column widths: each gets what it asks for when all fit, and `taker` gets what is left; otherwise narrow columns
 * (amounts, dates) keep their width and wide ones share the rest.
 */
function columnWidths(columns: readonly (readonly Measured[])[], available: number, taker: number): number[] {
  const natural = columns.map((cells) => cells.reduce((widest, cell) => Math.max(widest, cell.natural), 0));
  const total = natural.reduce((sum, width) => sum + width, 0);
  if (total <= available) {
    return natural.map((width, index) => (index === taker ? width + available - total : width));
  }
  const fair = available / columns.length;
  const fixed = natural.map((width) => (width <= fair ? width : 0));
  const rest = available - fixed.reduce((sum, width) => sum + width, 0);
  const wanted = natural.map((width, index) => (fixed[index] ? 0 : Math.sqrt(width)));
  const weight = wanted.reduce((sum, width) => sum + width, 0);
  return natural.map((_, index) => fixed[index] || (rest * (wanted[index] ?? 0)) / weight);
}

function columnsOf(rows: readonly (readonly Measured[])[], table: TableBlock, frame: Frame): Column[] {
  const count = table.alignments.length;
  const cells = Array.from({ length: count }, (_, index) => rows.flatMap((row) => row[index] ?? []));
  const taker = Math.max(table.alignments.lastIndexOf('left'), 0);
  const widths = columnWidths(cells, frame.width - gutter * (count - 1), taker);
  let x = frame.x;
  return widths.map((width, index) => {
    const column = { x, width, alignment: table.alignments[index] ?? 'left' };
    x += width + gutter;
    return column;
  });
}

interface Cell {
  lines: readonly Line[];
  column: Column;
  element: Element;
}

interface RowLook {
  setting: TextSetting;
  /** Rule above: totals are set apart by ink, ordinary rows by a light line. */
  rule: 'none' | 'light' | 'ink';
}

class RowOwner implements Owner {
  private readonly cells: readonly Cell[];
  private readonly look: RowLook;
  private readonly frame: Frame;
  readonly lineCount: number;
  repeated?: { height: number; draw(page: Page, top: number): void };

  constructor(cells: readonly Cell[], look: RowLook, frame: Frame) {
    this.cells = cells;
    this.look = look;
    this.frame = frame;
    this.lineCount = cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);
  }

  get height(): number {
    return this.heightOf(0, this.lineCount);
  }

  draw(page: Page, top: number, { from, to, gap }: { from: number; to: number; gap: number }): void {
    drawGrounds(page, this.frame.grounds, top + gap, gap + this.heightOf(from, to));
    this.drawRange(page, top, from, to, false);
  }

  private heightOf(from: number, to: number): number {
    const padding = (from === 0 ? rowPadding : 0) + (to === this.lineCount ? rowPadding : 0);
    return (to - from) * this.look.setting.leading + padding;
  }

  drawRange(page: Page, top: number, from: number, to: number, artifact: boolean): void {
    const { setting, rule } = this.look;
    const { x, width } = this.frame;
    if (from === 0 && rule !== 'none') {
      page.rectangle(x, top - 0.3, width, rule === 'ink' ? 0.9 : 0.6, rule === 'ink' ? colours.ink : colours.line);
    }
    const padding = from === 0 ? rowPadding : 0;
    const baseline = top - padding - (setting.leading - setting.size) / 2 - setting.size * 0.76;
    for (const { lines, column, element } of this.cells) {
      const right = column.alignment === 'right' ? { rightEdge: column.x + column.width } : {};
      page.text(lines.slice(from, to), {
        x: column.x,
        baseline,
        leading: setting.leading,
        colour: element.type === 'TH' ? colours.slate : setting.colour,
        element: artifact ? undefined : element,
        ...right,
      });
    }
  }
}

function rowStrips(owner: RowOwner, leading: number, keep: boolean): Strip[] {
  if (owner.lineCount <= unbrokenLines)
    return [{ owner, line: 0, lines: owner.lineCount, height: owner.height, before: 0, keep }];
  const last = owner.lineCount - 1;
  return Array.from({ length: owner.lineCount }, (_, line) => ({
    owner,
    line,
    lines: 1,
    height: leading + (line === 0 ? rowPadding : 0) + (line === last ? rowPadding : 0),
    before: 0,
    keep: line === 0 || line === last - 1,
  }));
}

function headerCellType(named: boolean, index: number): { type: 'TH' | 'TD'; attributes?: string } {
  return named && index === 0 ? { type: 'TH', attributes: '/O/Table/Scope/Row' } : { type: 'TD' };
}

/** A row whose first cell is bold is a total. */
function isTotal(row: readonly (readonly Run[])[]): boolean {
  const first = row[0];
  return first !== undefined && first.length > 0 && first.every(({ style }) => style === 'strong');
}

/** Short tables stay whole; long ones never leave a row alone, nor a total without what it adds up. */
function keepsNext({ rows }: TableBlock, index: number): boolean {
  if (index === rows.length - 1) return false;
  if (rows.length <= wholeRows) return true;
  return index === 0 || index >= rows.length - 2 || isTotal(rows[index + 1] ?? []);
}

/** Table → one strip a row, lines between rows only, the header drawn again on each page. */
export function tableStrips(table: TableBlock, frame: Frame, parent: Element): Strip[] {
  const named = table.header.length === 0;
  const { cell, headerCell } = settings;
  const head = table.header.map((runs) => measure(strong(runs), headerCell.size));
  const body = table.rows.map((row) => row.map((runs) => measure(runs, cell.size)));
  const columns = columnsOf(named ? body : [head, ...body], table, frame);
  const element = child(parent, 'Table');

  const cellsOf = (row: readonly Measured[], parentRow: Element, header: boolean): Cell[] =>
    columns.map((column, index) => {
      const measured = row[index];
      const { type, attributes } = header
        ? { type: 'TH' as const, attributes: '/O/Table/Scope/Column' }
        : headerCellType(named, index);
      const lines = measured ? breakLines(measured, column.width + 0.01) : [];
      return { lines, column, element: child(parentRow, type, attributes) };
    });

  const strips: Strip[] = [];
  let repeated: Owner['repeated'];
  if (!named) {
    const cells = cellsOf(head, child(child(element, 'THead'), 'TR'), true);
    const owner = new RowOwner(cells, { setting: headerCell, rule: 'none' }, frame);
    const { height, lineCount } = owner;
    repeated = {
      height,
      draw: (page, top) => {
        drawGrounds(page, frame.grounds, top, height);
        owner.drawRange(page, top, 0, lineCount, true);
      },
    };
    strips.push({ owner, line: 0, lines: lineCount, height, before: 0, keep: true });
  }
  const bodyElement = child(element, 'TBody');
  body.forEach((row, index) => {
    const total = isTotal(table.rows[index] ?? []) && !named;
    const cells = cellsOf(row, child(bodyElement, 'TR'), false);
    const rule = total ? 'ink' : index === 0 ? (named ? 'none' : 'ink') : 'light';
    const owner = new RowOwner(cells, { setting: cell, rule }, frame);
    if (repeated) owner.repeated = repeated;
    for (const strip of rowStrips(owner, cell.leading, keepsNext(table, index))) strips.push(strip);
  });
  return strips;
}

function strong(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, style: 'strong' }));
}
