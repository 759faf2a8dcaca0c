/** Budgets of the pages, in thousands of bytes as Hosting sends them (brotli), and in milliseconds under 3G. */

interface Budget {
  /** What the lines of the bench call it. */
  readonly name: string;
  /** Address, without its parameters. */
  readonly path: string;
  readonly scriptKb: number;
}

/** All the JavaScript that a page loads before its reader does anything. */
export const scriptBudgets = [
  { name: 'directory', path: '/', scriptKb: 15 },
  { name: 'decision', path: '/decision', scriptKb: 35 },
  { name: 'laureate', path: '/laureat', scriptKb: 60 },
  { name: 'expert', path: '/expert', scriptKb: 60 },
  { name: 'staff', path: '/equipe', scriptKb: 75 },
] as const satisfies readonly Budget[];

export type BudgetedPage = (typeof scriptBudgets)[number]['name'];

export const FONTS_KB = 45;

/** 1.6 Mb/s and 300 ms a round trip, which Chromium calls « Fast 3G » and a third of our people have. */
export const thirdGeneration = { bytesPerSecond: 200_000, uploadBytesPerSecond: 96_000, latencyMs: 300 } as const;

export const DECISION_COLD_MS = 3_500;
export const DECISION_WARM_MS = 1_500;
export const DIRECTORY_PAINT_MS = 1_800;
