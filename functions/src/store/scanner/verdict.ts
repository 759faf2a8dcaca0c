/** What an antivirus says of one file. Whatever goes wrong is an answer too, never an exception: a file that nobody judged stays closed. */
export type Verdict =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'infected'; readonly signature: string }
  | { readonly verdict: 'error'; readonly reason: ScanFailure };

/**
 * Why there is no judgment, for the logs and the staff: `unreachable` (nobody answers, or the line was cut), `timeout`, `unauthorised` (our identity
 * was refused), `too-large` (over the antivirus' own limit), `failed` (it says that it could not scan), `unclear` (an answer that is none).
 */
export type ScanFailure = (typeof scanFailures)[number];
export const scanFailures = ['unreachable', 'timeout', 'unauthorised', 'too-large', 'failed', 'unclear'] as const;

export interface Scanner {
  scan(bytes: Uint8Array): Promise<Verdict>;
}

/** No verdict, and why: the file waits. */
export function notScanned(reason: ScanFailure): Verdict {
  return { verdict: 'error', reason };
}

/** What an exception of a connection means: our own time-out aborts it, all else is a line that failed. */
export function failureOfConnection(error: unknown): ScanFailure {
  const aborted = error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
  return aborted ? 'timeout' : 'unreachable';
}

const PIECE = 64 * 1_024;

/** The bytes as views of 64 kB, not copies: a file of 20 MB costs no second one in memory on its way out. */
export function* inPieces(bytes: Uint8Array): Generator<Uint8Array<ArrayBufferLike>> {
  for (let start = 0; start < bytes.byteLength; start += PIECE) yield bytes.subarray(start, start + PIECE);
}
