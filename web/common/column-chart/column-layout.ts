export interface Column {
  readonly key: string;
  readonly value: number;
  /** Under the column, and under that: « mars », « 2026 ». */
  readonly label: string;
  readonly under: string;
}

export interface LaidColumn extends Omit<Column, 'value'> {
  readonly value: string;
  /** In percent of the width. */
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  /** In pixels, from the top. */
  readonly y: number;
  readonly height: number;
  readonly valueY: number;
  readonly labelY: number;
  readonly underY: number;
}

const VALUE = 20;
const TALLEST = 120;
const LABELS = 36;
export const CHART_HEIGHT = VALUE + TALLEST + LABELS;
/** Of its place, what a column takes. */
const FILLED = 0.7;
/** A nought is a line: something was counted, and there was none. */
const LEAST = 1;

/** Where each column lies, left to right: the width is the reader's, shared evenly. */
export function laidColumns(columns: readonly Column[]): LaidColumn[] {
  const largest = Math.max(1, ...columns.map(({ value }) => value));
  const place = 100 / Math.max(1, columns.length);
  return columns.map(({ value, ...column }, index) => {
    const height = Math.max(LEAST, Math.round((value / largest) * TALLEST));
    const y = VALUE + TALLEST - height;
    return {
      ...column,
      value: String(value),
      x: place * (index + (1 - FILLED) / 2),
      width: place * FILLED,
      middle: place * (index + 0.5),
      ...{ y, height, valueY: y - 5, labelY: VALUE + TALLEST + 15, underY: CHART_HEIGHT - 5 },
    };
  });
}
