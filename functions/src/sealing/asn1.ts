import { Constructed, fromBER, Integer, ObjectIdentifier, OctetString } from 'asn1js';

/** A value of ASN.1 as it was written: certificates, signatures and time-stamps are trees of these. */
export interface Asn1 {
  /** First byte: class, constructed or not, number. Those of our formats all fit in one byte. */
  readonly tag: number;
  /** The whole value, tag and length included. */
  readonly raw: Uint8Array;
  /** What is inside, tag and length left out. */
  readonly content: Uint8Array;
  readonly children: readonly Asn1[];
}

/** First bytes of the values that we read or write. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octets: 0x04,
  empty: 0x05,
  utf8: 0x0c,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The bytes are not what the format says; the message is for logs. */
export class MalformedAsn1 extends Error {}

/** What we read comes in files and answers of a few kB: a tree beyond this is an attack. */
const limits = { maxDepth: 30, maxNodes: 5_000, maxContentLength: 1_000_000, parseEmbedded: false } as const;

type Block = ReturnType<typeof fromBER>['result'];

/**
 * Reads the first value in `bytes`; what comes after it is left alone (see `raw.length`).
 * @throws MalformedAsn1
 */
export function readAsn1(bytes: Uint8Array): Asn1 {
  return asn1Of(blockOf(bytes));
}

function blockOf(bytes: Uint8Array): Block {
  try {
    const { offset, result } = fromBER(bytes, limits);
    if (offset !== -1) return result;
  } catch {
    // The library throws for some malformed values and gives an offset of -1 for others.
  }
  throw new MalformedAsn1('no ASN.1');
}

function asn1Of(block: Block): Asn1 {
  const raw = block.valueBeforeDecodeView;
  const header = block.idBlock.blockLength + block.lenBlock.blockLength;
  // Octets may come in pieces (BER): the library joins them.
  const content = block instanceof OctetString ? new Uint8Array(block.getValue()) : raw.subarray(header);
  const children = block instanceof Constructed ? block.valueBlock.value.map(asn1Of) : [];
  return { tag: raw[0] ?? 0, raw, content, children };
}

/** The child at `index`, which must have this tag where one is given. @throws MalformedAsn1 */
export function childOf(parent: Asn1, index: number, tag?: number): Asn1 {
  const found = parent.children[index];
  if (!found || (tag !== undefined && found.tag !== tag)) throw new MalformedAsn1(`no value ${tag ?? ''} at ${index}`);
  return found;
}

/** « 1.2.840.113549.1.7.2 ». @throws MalformedAsn1 */
export function oidOf(value: Asn1): string {
  const block = blockOf(value.raw);
  if (!(block instanceof ObjectIdentifier)) throw new MalformedAsn1('no object identifier');
  return block.getValue();
}

/** @throws MalformedAsn1 */
export function integerOf({ tag, content }: Asn1): bigint {
  if (tag !== tags.integer || content.length === 0) throw new MalformedAsn1('no integer');
  return BigInt.asIntN(content.length * 8, BigInt(`0x${Buffer.from(content).toString('hex')}`));
}

/** UTC milliseconds of a GeneralizedTime in UTC, the only form that RFC 3161 allows. @throws MalformedAsn1 */
export function instantOf({ tag, content }: Asn1): number {
  const text = Buffer.from(content).toString('latin1');
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text);
  if (tag !== tags.generalizedTime || !parts) throw new MalformedAsn1('no time');
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`);
}

/** Writes a value around parts that are already written. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const hexadecimal = content.length.toString(16);
  const length = Buffer.from(hexadecimal.padStart(hexadecimal.length + (hexadecimal.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 + length.length), length, content]);
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(tags.sequence, ...parts);
}

/** A SET OF in the order that DER asks for, so that whoever writes it again gets the same bytes. */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array {
  return der(tags.set, ...[...parts].sort(Buffer.compare));
}

export function oid(dotted: string): Uint8Array {
  return new Uint8Array(new ObjectIdentifier({ value: dotted }).toBER());
}

export function integer(value: bigint): Uint8Array {
  return new Uint8Array(Integer.fromBigInt(value).toBER());
}

export function octets(content: Uint8Array): Uint8Array {
  return der(tags.octets, content);
}

/** The parameter of algorithms that have none. */
export const empty = der(tags.empty);
