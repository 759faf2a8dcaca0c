import type { Measured as Goal } from '../goal.ts';
import type { Measures } from './measuring.ts';

/** How large a programme is. */
export interface Size {
  readonly missions: number;
  readonly laureates: number;
  readonly experts: number;
}

export interface Sized {
  readonly size: Size;
  readonly measures: Measures;
}

const LINES_A_CHUNK = 500;
/** Hundredths of what a mission reads: work on everything may round up by a page, or by a document that all share. */
const ROUNDING = 110;

/** Of what any page answers at ten times the programme, before it is compressed: a quarter of a second on 4G. */
const MOST_KB = 250;

/** One goal for each thing measured, one for the heaviest page and one for each that has a limit of its own: its reads at the largest size, and the most that its growth allows from those at the smallest. */
export function goalsOf(measured: readonly Sized[]): Goal[] {
  const [smallest, largest] = [measured[0], measured.at(-1)];
  if (smallest === undefined || largest === undefined) return [];
  const reads = [...smallest.measures].map(([name, { grows, measure }]): Goal => {
    const { size, measures } = measured.findLast((one) => one.measures.has(name)) ?? largest;
    return {
      ...{ name: `${name}, at ${size.missions} missions`, ours: measures.get(name)?.measure.reads ?? 0 },
      ...{ reference: mostReads(grows, measure.reads, smallest.size, size), goal: 1, unit: 'operations' },
    };
  });
  const tenfold = measured[1] ?? largest;
  const sizes = [...tenfold.measures].map(([name, { measure, mostKB }]) => ({
    name,
    mostKB,
    ours: measure.bytes / 1_000,
  }));
  const heaviest = { name: 'heaviest page', mostKB: MOST_KB, ours: Math.max(...sizes.map(({ ours }) => ours)) };
  const answers = [heaviest, ...sizes].flatMap(({ name, mostKB: reference, ours }): Goal[] =>
    reference === undefined
      ? []
      : [{ name: `${name} answers, at ${tenfold.size.missions}`, ours, reference, goal: 1, unit: 'KB' }],
  );
  return [...reads, ...answers];
}

export function mostReads(grows: 'not' | 'lists' | 'all' | number, reads: number, before: Size, after: Size): number {
  if (grows === 'not') return reads;
  if (grows === 'lists') return reads + chunksOf(after) - chunksOf(before);
  if (grows === 'all') return Math.ceil((reads * after.missions * ROUNDING) / (before.missions * 100));
  return grows;
}

/** Of the three lists together. */
function chunksOf({ missions, laureates, experts }: Size): number {
  return [missions, laureates, experts].reduce((total, lines) => total + Math.ceil(lines / LINES_A_CHUNK), 0);
}

/** What is printed besides: reads, kilobytes and milliseconds at each size. Times are of this machine and of an emulator without indexes. */
export function linesOf(measured: readonly Sized[]): string[] {
  const sizes = measured.map(({ size }) => `${size.missions} missions`.padStart(26));
  const names = [...(measured[0]?.measures.keys() ?? [])];
  return [
    `${''.padEnd(44)}${sizes.join('')}`,
    `${'reads, kB answered, ms'.padEnd(44)}`,
    ...names.map((name) => `${name.padEnd(44)}${measured.map((sized) => cellOf(sized, name)).join('')}`),
  ];
}

function cellOf({ measures }: Sized, name: string): string {
  const found = measures.get(name);
  if (found === undefined) return ''.padStart(26);
  const { reads, bytes, milliseconds } = found.measure;
  return [reads, (bytes / 1_000).toFixed(1), milliseconds.toFixed(0)]
    .map((figure) => `${figure}`.padStart(8))
    .join(' ');
}
