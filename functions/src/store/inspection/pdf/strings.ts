import type { PdfString } from './lexer.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes that a string stands for (ISO 32000-2, 7.3.4). `bytes` are those it was read in. */
export function bytesOf(bytes: Buffer, { start, end }: PdfString): Buffer {
  const source = bytes.toString('latin1', start + 1, end - 1);
  if (bytes[start] === '<'.charCodeAt(0)) return Buffer.from(source.replaceAll(/[^\da-f]/gi, ''), 'hex');
  const text = source.replaceAll(/\\([0-7]{1,3}|\r\n|.)|\r\n?/gs, (_whole: string, escaped: string | undefined) => {
    if (escaped === undefined) return '\n';
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255);
    return /[\r\n]/.test(escaped) ? '' : (escapes[escaped] ?? escaped);
  });
  return Buffer.from(text, 'latin1');
}
