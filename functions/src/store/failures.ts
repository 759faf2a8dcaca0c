/** Why a library or Node failed, by the code that it gives. Those of Firestore are gRPC's, those of Storage are HTTP's. */
const codes = {
  documentAbsent: 5,
  documentExists: 6,
  documentChanged: 9,
  aborted: 10,
  objectAbsent: 404,
  objectExists: 412,
  userAbsent: 'auth/user-not-found',
  outputTooLong: 'ERR_BUFFER_TOO_LARGE',
  fileAbsent: 'ENOENT',
  fileExists: 'EEXIST',
} as const satisfies Record<string, number | string>;

/** Whether an error is this failure. Any other is for the caller to throw again: nothing is known of it. */
export function failedAs(error: unknown, failure: keyof typeof codes): boolean {
  return error instanceof Error && 'code' in error && error.code === codes[failure];
}
