/** A row of a chart: its words, and its pieces as parts of the longest row, from 0 to 1 together. */
export interface ChartRow {
  readonly label: string;
  /** At the end of the bar, as printed. */
  readonly value: string;
  readonly pieces: readonly { readonly kind: string; readonly part: number }[];
}

export interface LaidRow extends ChartRow {
  /** Letters of SVG don't wrap: each line is placed. */
  readonly lines: readonly { readonly text: string; readonly y: number }[];
  readonly barY: number;
  /** In percent of the width. */
  readonly bars: readonly { readonly kind: string; readonly x: number; readonly width: number }[];
}

/** What fits on a phone of 360 px, at the size of the labels. */
const LONGEST_LINE = 40;
const LINE = 18;
export const BAR = 16;
const GAP = 16;
/** Of the width: amounts stand in the rest. */
export const LONGEST_BAR = 62;

/** Where everything lies, from the top down; and how high the whole is. In pixels: the width is the reader's. */
export function laidOut(rows: readonly ChartRow[]): { readonly rows: readonly LaidRow[]; readonly height: number } {
  let top = 0;
  const laid = rows.map((row): LaidRow => {
    const lines = linesOf(row.label).map((text, index) => ({ text, y: top + LINE * (index + 1) - 4 }));
    const barY = top + LINE * lines.length + 2;
    top = barY + BAR + GAP;
    return { ...row, lines, barY, bars: barsOf(row.pieces) };
  });
  return { rows: laid, height: Math.max(0, top - GAP) };
}

function barsOf(pieces: ChartRow['pieces']): LaidRow['bars'] {
  let x = 0;
  return pieces.flatMap(({ kind, part }) => {
    const width = part * LONGEST_BAR;
    if (width <= 0) return [];
    const bar = { kind, x, width };
    x += width;
    return [bar];
  });
}

/** Words in lines of 40 letters at most, where no word is longer. */
export function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.pop();
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || longer.length <= LONGEST_LINE) lines.push(longer);
    else lines.push(last, word);
  }
  return lines;
}
