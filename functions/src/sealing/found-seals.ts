/** A signature as a PDF presents it: which bytes it says it covers, and what it says of itself. */
export interface FoundSeal {
  /** `other`: a signature, but not PAdES. */
  readonly kind: 'seal' | 'other';
  /** The signature covers 0 to `gapStart` and `gapEnd` to `end`. */
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
  /** The bytes of the signature and its padding; null when what is said to be left out is not the signature alone. */
  readonly contents: Uint8Array | null;
  readonly sealedAtMs: number | null;
  /** The document before it was sealed, for seals of ours. */
  readonly content: { readonly length: number; readonly sha256: string } | null;
}

const ranges = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/**
 * The signatures of a file, by the bytes they cover. They are looked for in the bytes and not by reading the PDF: what matters is that everything but the
 * signature itself is covered, wherever it stands. A reader of PDFs would add its own ways to be misled: attacks on signatures hide things from it.
 */
export function findSeals(bytes: Uint8Array): FoundSeal[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const found = Array.from(text.matchAll(ranges), (match) => {
    const [start = 0, length = 0, gapEnd = 0, rest = 0] = match.slice(1).map(Number);
    return foundAt(text, match.index, { start, gapStart: start + length, gapEnd, end: gapEnd + rest });
  });
  return found.sort((a, b) => a.end - b.end);
}

interface Covered {
  readonly start: number;
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
}

function foundAt(text: string, place: number, { start, gapStart, gapEnd, end }: Covered): FoundSeal {
  const dictionary = dictionaryAround(text, place);
  const left = text.slice(gapStart, gapEnd);
  const isWhole = start === 0 && gapStart < gapEnd && gapEnd <= end && end <= text.length;
  const hexadecimal = /^<((?:[0-9A-Fa-f]{2})+)>$/.exec(left)?.[1];
  const [, length, sha256] = /\/XXContent\s*\[\s*(\d{1,10})\s*<([0-9a-f]{64})>\s*\]/.exec(dictionary) ?? [];
  return {
    kind: /\/SubFilter\s*\/ETSI\.CAdES\.detached\b/.test(dictionary) ? 'seal' : 'other',
    ...{ gapStart, gapEnd, end },
    contents: isWhole && hexadecimal ? Buffer.from(hexadecimal, 'hex') : null,
    sealedAtMs: instantIn(dictionary),
    content: length && sha256 ? { length: Number(length), sha256 } : null,
  };
}

/** The object in which the range is written, its strings of hexadecimal included. */
function dictionaryAround(text: string, place: number): string {
  const start = text.lastIndexOf(' obj', place);
  const end = text.indexOf('endobj', place);
  return start === -1 || end === -1 ? '' : text.slice(start, end);
}

/** « D:20250304091230Z », or with the offset of a time zone: « +01'00' ». */
function instantIn(dictionary: string): number | null {
  const found = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)/.exec(dictionary);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zoneHour, zoneMinute] = found;
  const zone = zoneHour === undefined ? 'Z' : `${zoneHour}:${zoneMinute}`;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(instant) ? null : instant;
}
