import { looksLikeMarkup, refusePolyglot } from '../polyglot.ts';
import { Found } from '../threats.ts';

/** Blanks or a byte order mark may come before; readers accept more, and so would a second format. */
const header = /^(?:\xef\xbb\xbf|[\0\t\n\f\r ])*%PDF-[12]\.\d/;
const END = '%%EOF';

/** Whether a file begins as a PDF does. */
export function isPdf(bytes: Buffer): boolean {
  return header.test(bytes.toString('latin1', 0, 1_024));
}

/** The file is a PDF from its first byte to its last, and nothing else. */
export function refuseEnvelope(bytes: Buffer): void {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || bytes.lastIndexOf('startxref') < 0) throw new Found('pdf-broken');
  if (!isPadding(bytes.subarray(end + END.length))) throw new Found('file-two-faced');
  const firstObject = bytes.indexOf('obj');
  if (looksLikeMarkup(bytes.toString('latin1', 0, Math.min(1_024, firstObject)))) throw new Found('file-two-faced');
  refusePolyglot(bytes, (at) => isInStream(bytes, at));
}

/** Blanks, zeros, and the Ctrl-Z of old systems. */
export function isPadding(bytes: Buffer): boolean {
  return bytes.every(
    (byte) => byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 26 || byte === 32,
  );
}

/** Inside a stream's bytes, where attachments are. */
function isInStream(bytes: Buffer, at: number): boolean {
  const opened = bytes.lastIndexOf('stream', at);
  return opened >= 0 && bytes.toString('latin1', opened - 3, opened) !== 'end' && bytes.indexOf('endstream', at) >= 0;
}
