/** All that is ever said of a file that anybody compares with the proofs of this service. */
export const comparisons = ['identical', 'different', 'unknown'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * Of a file by its SHA-256: `named` are the proofs that name these bytes, `proofId` the one it is compared with, null for any of them.
 *
 * A number that is no proof's answers as one that names other files: « unknown » there would tell whoever tries numbers which of them exist.
 */
export function compare(named: readonly string[], proofId: string | null): Comparison {
  if (proofId !== null) return named.includes(proofId) ? 'identical' : 'different';
  return named.length > 0 ? 'identical' : 'unknown';
}
