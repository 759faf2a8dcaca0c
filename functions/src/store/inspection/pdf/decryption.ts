import { Found } from '../threats.ts';
import { aes, decipher, md5, padding, passwordHash, rc4 } from './ciphers.ts';
import { isName, type PdfDictionary, valuesOf } from './lexer.ts';
import { dictionariesOf, type PdfObjects, type PdfStream, resolve } from './objects.ts';
import { rawBytes } from './streams.ts';
import { bytesOf } from './strings.ts';

/** Decrypts one stream's bytes. */
export type Decrypt = (stream: PdfStream, raw: Buffer) => Buffer;

const AES_SALT = Buffer.from('sAlT');
const NO_METADATA = Buffer.alloc(4, 0xff);

/**
 * How to read an encrypted document with the empty password that print-restricted ones have; null when it is not encrypted. Refuses one that asks
 * for a password, and one that says twice, differently, how it is encrypted. Our own rather than pdf-lib's: that one decrypts in JavaScript after
 * parsing the whole file, which took 8 s and 570 MB for 18 MB.
 */
export function decryptionOf(objects: PdfObjects): Decrypt | null {
  const written = new Set<string>();
  for (const trailer of objects.trailers)
    for (const value of valuesOf(trailer, 'Encrypt'))
      written.add(typeof value === 'object' && value.kind === 'reference' ? `${value.number}` : JSON.stringify(value));
  if (written.size === 0) return null;
  const dictionaries = objects.trailers.flatMap((trailer) => dictionariesOf(objects, trailer, 'Encrypt'));
  const [dictionary] = dictionaries;
  const same = new Set(dictionaries.map((one) => JSON.stringify(one)));
  if (dictionary === undefined || written.size > 1 || same.size > 1) throw new Found('pdf-unreadable');
  return decryptionBy(objects, dictionary);
}

function decryptionBy(objects: PdfObjects, dictionary: PdfDictionary): Decrypt {
  const version = numberIn(objects, dictionary, 'V') ?? 0;
  if (!valuesOf(dictionary, 'Filter').some((filter) => isName(filter, 'Standard')) || version < 1 || version > 5)
    throw new Found('pdf-password');
  const key = version === 5 ? newKey(objects, dictionary) : oldKey(objects, dictionary, version);
  const method = version < 4 ? 'V2' : methodOf(objects, dictionary);
  if (method === 'AESV3') return (_stream, raw) => aes(key, raw);
  if (method === 'AESV2') return (stream, raw) => aes(objectKey(key, stream, AES_SALT), raw);
  if (method === 'V2') return (stream, raw) => rc4(objectKey(key, stream), raw);
  return (_stream, raw) => raw;
}

/** The filter named for streams: `AESV3`, `AESV2`, `V2`, or none. */
function methodOf(objects: PdfObjects, dictionary: PdfDictionary): string {
  const [name] = valuesOf(dictionary, 'StmF');
  if (typeof name !== 'object' || name.kind !== 'name' || name.name === 'Identity') return 'None';
  const [filter] = dictionariesOf(objects, dictionary, 'CF').flatMap((filters) =>
    dictionariesOf(objects, filters, name.name),
  );
  const [method] = filter ? valuesOf(filter, 'CFM') : [];
  return typeof method === 'object' && method.kind === 'name' ? method.name : 'None';
}

/** The key of each object (7.6.3.2), for what comes before AES-256. */
function objectKey(key: Buffer, { number, generation }: PdfStream, salt = Buffer.alloc(0)): Buffer {
  const object = Buffer.alloc(5);
  object.writeUIntLE(Math.max(0, number) % 2 ** 24, 0, 3);
  object.writeUIntLE(generation % 2 ** 16, 3, 2);
  return md5(key, object, salt).subarray(0, Math.min(16, key.length + 5));
}

/** Algorithms 2, 4 and 5: the key of an empty user password, if it is the right one. */
function oldKey(objects: PdfObjects, dictionary: PdfDictionary, version: number): Buffer {
  const revision = numberIn(objects, dictionary, 'R') ?? 2;
  const [owner, user, id] = [stringIn(objects, dictionary, 'O'), stringIn(objects, dictionary, 'U'), idOf(objects)];
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE((numberIn(objects, dictionary, 'P') ?? 0) | 0);
  const clear = valuesOf(dictionary, 'EncryptMetadata').some(
    (value) => typeof value === 'object' && value.kind === 'other' && value.word === 'false',
  );
  const length = keyLength(objects, dictionary, version);
  const end = revision >= 4 && clear ? NO_METADATA : Buffer.alloc(0);
  let key = md5(padding, owner.subarray(0, 32), permissions, id, end);
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  let check = revision >= 3 ? rc4(key, md5(padding, id)) : rc4(key, padding);
  if (revision >= 3)
    for (let round = 1; round <= 19; round += 1) check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check);
  if (!check.equals(user.subarray(0, check.length))) throw new Found('pdf-password');
  return key;
}

/** In bytes: 5 at first, 16 with named filters, otherwise what the dictionary says, in bits. */
function keyLength(objects: PdfObjects, dictionary: PdfDictionary, version: number): number {
  if (version === 1) return 5;
  const bits = numberIn(objects, dictionary, 'Length') ?? (version === 4 ? 128 : 40);
  return version === 4 ? 16 : Math.min(16, Math.max(5, bits >> 3));
}

/** Algorithms 2.A and 11. */
function newKey(objects: PdfObjects, dictionary: PdfDictionary): Buffer {
  const revision = numberIn(objects, dictionary, 'R') ?? 6;
  const [user, encrypted] = [stringIn(objects, dictionary, 'U'), stringIn(objects, dictionary, 'UE')];
  if (!passwordHash(user.subarray(32, 40), revision).equals(user.subarray(0, 32)) || encrypted.length < 32)
    throw new Found('pdf-password');
  return decipher(passwordHash(user.subarray(40, 48), revision), Buffer.alloc(16), encrypted.subarray(0, 32));
}

function numberIn(objects: PdfObjects, dictionary: PdfDictionary, key: string): number | undefined {
  return valuesOf(dictionary, key)
    .flatMap((value) => resolve(objects, value))
    .find((value) => typeof value === 'number');
}

function stringIn({ file }: PdfObjects, dictionary: PdfDictionary, key: string): Buffer {
  const [value] = valuesOf(dictionary, key);
  return typeof value === 'object' && value.kind === 'string' ? bytesOf(file, value) : Buffer.alloc(0);
}

/** The first of the document's two identifiers; some documents have none. */
function idOf(objects: PdfObjects): Buffer {
  for (const value of objects.trailers
    .flatMap((trailer) => valuesOf(trailer, 'ID'))
    .flatMap((id) => resolve(objects, id))) {
    const first = typeof value === 'object' && value.kind === 'array' ? value.items[0] : undefined;
    if (typeof first === 'object' && first.kind === 'string') return bytesOf(objects.file, first);
  }
  return Buffer.alloc(0);
}

/** A stream's bytes as their author wrote them, filters aside. */
export function plainBytes(objects: PdfObjects, decrypt: Decrypt | null, stream: PdfStream): Buffer {
  const raw = rawBytes(objects, stream);
  return decrypt === null ? raw : decrypt(stream, raw);
}
