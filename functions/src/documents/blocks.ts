import type { Picture } from './pictures/picture.ts';
import type { StyleName } from './theme.ts';

/** What a page is made of, once templates and values are joined: no markup is left, only text with its style. */

export interface Run {
  text: string;
  style: StyleName;
  /** Absolute address (https:, mailto:). */
  link?: string;
}

export type Alignment = 'left' | 'right';

export interface TableBlock {
  kind: 'table';
  alignments: readonly Alignment[];
  /** Empty when the first column names the rows. */
  header: readonly (readonly Run[])[];
  rows: readonly (readonly (readonly Run[])[])[];
}

export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  start: number;
  items: readonly (readonly Block[])[];
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; runs: readonly Run[] }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'quote'; blocks: readonly Block[] }
  | { kind: 'rule' }
  | { kind: 'figure'; picture: Picture }
  | ListBlock
  | TableBlock;
