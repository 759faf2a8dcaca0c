import type { Kern } from './font-reading.ts';

/** Kerning between two codes: `values[rows[left] * width + columns[right]]`, where row and column 0 are never kerned. */
export interface KerningTable {
  rows: Uint16Array;
  columns: Uint16Array;
  values: Int16Array;
  width: number;
}

type Side = 'left' | 'right';

/** Signs that are kerned alike with all others have one class: « e », « é » and « ê » before the same letters, say. Class 0 is the rest. */
function classesOf(pairs: readonly Kern[], side: Side): Map<number, number> {
  const other = side === 'left' ? 'right' : 'left';
  const written = new Map<number, string>();
  for (const pair of pairs) {
    written.set(pair[side], `${written.get(pair[side]) ?? ''}${pair[other]} ${pair.by},`);
  }
  const classes = [...new Set(written.values())];
  return new Map([...written].map(([sign, alike]) => [sign, classes.indexOf(alike) + 1]));
}

/**
 * The pairs of a face as a table by class, as fonts themselves keep them: a fifth of the pairs' size, and nothing to unpack when a process makes its first
 * document. `pairs` are in the order of their left sign, then of their right one; `codes`: the code of each sign.
 */
export function kerningTable(pairs: readonly Kern[], codes: ReadonlyMap<number, number>): KerningTable {
  const left = classesOf(pairs, 'left');
  const right = classesOf(pairs, 'right');
  const width = Math.max(0, ...right.values()) + 1;
  const values = new Int16Array((Math.max(0, ...left.values()) + 1) * width);
  for (const pair of pairs) values[(left.get(pair.left) ?? 0) * width + (right.get(pair.right) ?? 0)] = pair.by;
  const byCode = (classes: ReadonlyMap<number, number>) => {
    const table = new Uint16Array(Math.max(0, ...codes.values()) + 1);
    for (const [sign, kernedAs] of classes) table[codes.get(sign) ?? 0] = kernedAs;
    return table;
  };
  return { rows: byCode(left), columns: byCode(right), values, width };
}
