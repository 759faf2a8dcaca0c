import { Found } from '../threats.ts';
import {
  attachedStreams,
  type FileSpecification,
  fileSpecificationsIn,
  isPlainXml,
  refuseNames,
} from './attachments.ts';
import { type Decrypt, decryptionOf, plainBytes } from './decryption.ts';
import { refuseEnvelope } from './envelope.ts';
import { isDictionary, isName, type PdfDictionary, type PdfValue, valuesOf } from './lexer.ts';
import { findObjects, findPacked, type PdfObjects, type PdfStream, resolve } from './objects.ts';
import { actsAlone, refuseActive, refuseAutomatic, refuseTooManyPages } from './rules.ts';
import { decode, MOST_INFLATED, mayExplode, newDecoder, weigh } from './streams.ts';

/** Judges an attached file by the rules of a deposit: its type, or null when it is refused. */
export type JudgeAttachment = (bytes: Buffer) => Promise<string | null>;

/** What is noted while each object is visited, to be judged once all are known. */
interface Noted {
  readonly automatic: PdfValue[];
  readonly catalogs: PdfDictionary[];
  readonly specifications: FileSpecification[];
  /** What pages say they show: streams that readers inflate whole, whatever they call themselves. */
  readonly contents: PdfValue[];
}

/** Verifies a PDF: every object that a reader could find, not only those its cross-references name. Throws `Found`. */
export async function inspectPdf(file: Buffer, judgeAttachment: JudgeAttachment): Promise<void> {
  refuseEnvelope(file);
  const noted: Noted = { automatic: [], catalogs: [], specifications: [], contents: [] };
  const visit = (value: PdfValue, bytes: Buffer): void => note(noted, value, bytes);
  const objects = findObjects(file, visit);
  const decrypt = decryptionOf(objects);
  const decoder = newDecoder();
  for (const stream of objects.streams.filter(packsObjects)) {
    const decoded = decode(objects, stream, plainBytes(objects, decrypt, stream), decoder);
    for (const first of firstsOf(objects, stream)) findPacked(objects, decoded, first, visit);
  }
  for (const value of noted.automatic) refuseAutomatic(objects, value);
  refuseTooManyPages(objects, noted.catalogs);
  refuseExternal(objects);
  await refuseBombs(objects, decrypt, shownBy(objects, noted.contents));
  await refuseAttachments(objects, decrypt, noted.specifications, judgeAttachment);
}

function note(noted: Noted, value: PdfValue, bytes: Buffer): void {
  refuseActive(value);
  if (actsAlone(value)) noted.automatic.push(value);
  if (isDictionary(value)) noted.contents.push(...valuesOf(value, 'Contents'));
  noted.specifications.push(...fileSpecificationsIn(value, bytes));
  if (isDictionary(value) && valuesOf(value, 'Type').some((type) => isName(type, 'Catalog')))
    noted.catalogs.push(value);
}

/** Readers look at `/First` and at what the cross-references say, not always at the type. */
function packsObjects({ dictionary }: PdfStream): boolean {
  return (
    valuesOf(dictionary, 'First').length > 0 || valuesOf(dictionary, 'Type').some((type) => isName(type, 'ObjStm'))
  );
}

function firstsOf(objects: PdfObjects, { dictionary }: PdfStream): number[] {
  const firsts = valuesOf(dictionary, 'First').flatMap((value) => resolve(objects, value));
  const numbers = firsts.filter((first) => typeof first === 'number');
  if (numbers.length === 0) throw new Found('pdf-unreadable');
  return numbers;
}

/** A stream whose bytes are in another file. */
function refuseExternal({ streams }: PdfObjects): void {
  for (const { dictionary } of streams)
    if (valuesOf(dictionary, 'F').some((file) => typeof file === 'object' && file.kind !== 'other'))
      throw new Found('pdf-other-file');
}

/** The numbers of the streams that pages show, one by one or in arrays. */
function shownBy(objects: PdfObjects, contents: readonly PdfValue[]): ReadonlySet<number> {
  const shown = contents.flatMap((value) => [value, ...resolve(objects, value)]);
  const items = shown.flatMap((value) => (typeof value === 'object' && value.kind === 'array' ? value.items : [value]));
  return new Set(items.flatMap((item) => (typeof item === 'object' && item.kind === 'reference' ? [item.number] : [])));
}

async function refuseBombs(objects: PdfObjects, decrypt: Decrypt | null, shown: ReadonlySet<number>): Promise<void> {
  let left = MOST_INFLATED;
  for (const stream of objects.streams) {
    if (!mayExplode(objects, stream, shown.has(stream.number))) continue;
    left = await weigh(objects, stream, plainBytes(objects, decrypt, stream), left);
  }
}

async function refuseAttachments(
  objects: PdfObjects,
  decrypt: Decrypt | null,
  specifications: readonly FileSpecification[],
  judgeAttachment: JudgeAttachment,
): Promise<void> {
  // Names are encrypted too: there, a text may be a script.
  if (decrypt === null) for (const specification of specifications) refuseNames(specification);
  const decoder = newDecoder();
  for (const stream of attachedStreams(objects, specifications)) {
    const bytes = decode(objects, stream, plainBytes(objects, decrypt, stream), decoder);
    if (bytes.length === 0 || isPlainXml(bytes)) continue;
    const type = await judgeAttachment(bytes);
    if (type === null || (decrypt !== null && type === 'text/plain')) throw new Found('pdf-attachment');
  }
}
