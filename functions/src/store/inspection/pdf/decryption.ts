import { Found } from '../threats.ts';
import type { PdfDictionary, PdfValue } from './lexer.ts';
import { isDictionary, valuesOf } from './lexer.ts';
import { type PdfObjects, type PdfStream, resolve } from './objects.ts';
import { rawBytes } from './streams.ts';

/** How a document is encrypted: as the source of the two values that a reader needs beside the password. */
export interface Encryption {
  readonly dictionary: Buffer;
  readonly id: Buffer;
}

/** At once, so that memory stays small; a document whose streams are decrypted is held several times. */
const BATCH = 4_000_000;
/** Numbers no object of the file has (Acrobat's limit is 8 388 607). */
const CATALOG = 8_400_001;
const PAGES = 8_400_002;

/** How this document is encrypted, or null. Two answers in one document can't both be verified. */
export function encryptionOf(objects: PdfObjects): Encryption | null {
  const { file, trailers } = objects;
  const written = new Map<string, Buffer>();
  for (const trailer of trailers) {
    for (const dictionary of valuesOf(trailer, 'Encrypt').flatMap((value) => resolve(objects, value)))
      if (isDictionary(dictionary)) {
        const source = sourceOf(file, dictionary);
        written.set(source.toString('latin1'), source);
      }
  }
  const [dictionary, another] = [...written.values()];
  if (dictionary === undefined) return null;
  if (another) throw new Found('pdf-unreadable');
  const id = trailers
    .flatMap((trailer) => valuesOf(trailer, 'ID'))
    .flatMap((value) => resolve(objects, value))
    .find((value) => typeof value === 'object' && value.kind === 'array');
  return { dictionary, id: id === undefined ? Buffer.from('[<> <>]') : sourceOf(file, id) };
}

/** The source of a value that was read in `bytes`. */
function sourceOf(bytes: Buffer, value: PdfValue): Buffer {
  const parts: Buffer[] = [];
  const write = (text: string): number => parts.push(Buffer.from(text, 'latin1'));
  const writeValue = (part: PdfValue): void => {
    if (typeof part === 'number') write(` ${part}`);
    else if (part.kind === 'name') writeName(part.name);
    else if (part.kind === 'reference') write(` ${part.number} ${part.generation} R`);
    else if (part.kind === 'string') parts.push(bytes.subarray(part.start, part.end));
    else if (part.kind === 'other') write(` ${part.word}`);
    else if (part.kind === 'array') {
      write('[');
      for (const item of part.items) writeValue(item);
      write(']');
    } else writeEntries(part);
  };
  const writeName = (name: string): number =>
    write(
      `/${name.replaceAll(/[^\w.+-]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`,
    );
  const writeEntries = ({ entries }: PdfDictionary): void => {
    write('<<');
    for (const [key, held] of entries) {
      writeName(key);
      writeValue(held);
    }
    write('>>');
  };
  writeValue(value);
  return Buffer.concat(parts);
}

/**
 * The bytes of streams as their author wrote them: themselves, or decrypted with the empty password that print-restricted documents have.
 * pdf-lib decrypts a document made for that, of these streams and nothing else: it never parses the deposited file, where its parser would be
 * slowed or filled by what is made for it.
 */
export async function decrypted(
  objects: PdfObjects,
  encryption: Encryption | null,
  streams: readonly PdfStream[],
): Promise<Map<PdfStream, Buffer>> {
  if (encryption === null) return new Map(streams.map((stream) => [stream, rawBytes(objects, stream)]));
  const plain = new Map<PdfStream, Buffer>();
  let waiting = [...streams];
  do {
    const [batch, later] = nextBatch(objects, waiting);
    await decryptBatch(objects, encryption, batch, plain);
    waiting = later;
  } while (waiting.length > 0);
  return plain;
}

/** Streams of at most `BATCH` bytes together, no two with one number. */
function nextBatch(objects: PdfObjects, streams: readonly PdfStream[]): [PdfStream[], PdfStream[]] {
  const taken = new Map<number, PdfStream>();
  const later: PdfStream[] = [];
  let size = 0;
  for (const stream of streams) {
    const length = rawBytes(objects, stream).length;
    if (taken.has(stream.number) || (taken.size > 0 && size + length > BATCH)) later.push(stream);
    else {
      taken.set(stream.number, stream);
      size += length;
    }
  }
  return [[...taken.values()], later];
}

async function decryptBatch(
  objects: PdfObjects,
  encryption: Encryption,
  batch: readonly PdfStream[],
  plain: Map<PdfStream, Buffer>,
): Promise<void> {
  // Here only: most documents are not encrypted.
  const { PDFDocument, PDFRawStream, PDFRef } = await import('@cantoo/pdf-lib');
  const { context } = await PDFDocument.load(documentOf(objects, encryption, batch), {
    password: '',
    updateMetadata: false,
  }).catch(() => {
    throw new Found('pdf-password');
  });
  for (const stream of batch) {
    const found = context.lookup(PDFRef.of(stream.number, stream.generation));
    if (!(found instanceof PDFRawStream)) throw new Found('pdf-unreadable');
    plain.set(stream, Buffer.from(found.contents));
  }
}

function documentOf(objects: PdfObjects, encryption: Encryption, streams: readonly PdfStream[]): Uint8Array {
  const parts: (string | Buffer)[] = ['%PDF-1.7\n'];
  for (const stream of streams) {
    const raw = rawBytes(objects, stream);
    if (stream.number < 0) throw new Found('pdf-unreadable');
    parts.push(`${stream.number} ${stream.generation} obj\n<</Length ${raw.length}>>\nstream\n`, raw);
    parts.push('\nendstream\nendobj\n');
  }
  parts.push(`${CATALOG} 0 obj\n<</Type/Catalog/Pages ${PAGES} 0 R>>\nendobj\n`);
  parts.push(`${PAGES} 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n`);
  parts.push(`trailer\n<</Root ${CATALOG} 0 R/ID `, encryption.id, '/Encrypt ', encryption.dictionary, '>>\n');
  parts.push('startxref\n0\n%%EOF\n');
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
}
