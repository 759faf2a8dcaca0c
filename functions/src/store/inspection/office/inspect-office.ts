import type { Entry } from 'yauzl';
import { Found } from '../threats.ts';
import { type Archive, openArchive, piecesOf, wholePart } from './archive.ts';
import { openDocumentTypes, opensElsewhere, openXmlTypes, programHeads, programParts, signs } from './parts.ts';
import { XmlWatch } from './xml.ts';

const KILOBYTE = 1_000;
const LARGEST_EMBEDDED = 20_000_000;

/** Verifies a document of Word, Excel, PowerPoint or LibreOffice, and says which it is. Throws `Found`. */
export async function inspectOffice(bytes: Buffer, depth = 0): Promise<string> {
  const archive = await openArchive(bytes);
  const contentType = await typeOf(archive);
  if (archive.entries.some(({ fileName }) => programParts.some((name) => name.test(fileName))))
    throw new Found('office-macros');
  for (const entry of archive.entries) await inspectPart(archive, entry, depth);
  return contentType;
}

async function typeOf(archive: Archive): Promise<string> {
  const named = (name: string): Entry | undefined => archive.entries.find(({ fileName }) => fileName === name);
  const mimetype = named('mimetype');
  if (mimetype) {
    const type = (await wholePart(archive, mimetype, KILOBYTE)).toString('latin1').trim();
    if (openDocumentTypes.has(type)) return type;
  }
  const types = named('[Content_Types].xml');
  if (types === undefined) throw new Found('type-refused');
  const written = (await wholePart(archive, types, KILOBYTE * KILOBYTE)).toString('utf8');
  if (/macroEnabled|vbaProject/i.test(written)) throw new Found('office-macros');
  for (const [, type = ''] of written.matchAll(/ContentType\s*=\s*["']([^"']*)["']/g)) {
    const found = openXmlTypes.get(type);
    if (found) return found;
  }
  throw new Found('type-refused');
}

/** Each part is inflated to its end, a piece at a time, because a declared size may be a lie. */
async function inspectPart(archive: Archive, entry: Entry, depth: number): Promise<void> {
  if (entry.fileName.endsWith('/')) return;
  const xml = /\.(?:xml|rels|rdf|vml)$/i.test(entry.fileName) ? new XmlWatch() : null;
  let seen = Buffer.alloc(0);
  let first = true;
  for await (const piece of piecesOf(archive, entry)) {
    if (first && programHeads.some((head) => piece.toString('latin1', 0, head.length) === head))
      throw new Found('office-macros');
    if (first && piece.toString('latin1', 0, 4) === 'PK\x03\x04') await inspectEmbedded(archive, entry, depth);
    first = false;
    xml?.watch(piece);
    // A sign may stand across two pieces.
    seen = Buffer.concat([seen.subarray(-64), piece]);
    for (const { bytes, threat } of signs) if (seen.includes(bytes)) throw new Found(threat);
  }
  if (entry.fileName.endsWith('.rels')) {
    const relationships = await wholePart(archive, entry, KILOBYTE * KILOBYTE);
    if (opensElsewhere(relationships.toString('utf8').replaceAll('\0', ''))) throw new Found('office-remote');
  }
}

/** A document in a document (a sheet behind a chart) is judged by the same rules, once; deeper is no office work. */
async function inspectEmbedded(archive: Archive, entry: Entry, depth: number): Promise<void> {
  if (depth > 0 || entry.uncompressedSize > LARGEST_EMBEDDED) throw new Found('office-too-heavy');
  await inspectOffice(await wholePart(archive, entry, LARGEST_EMBEDDED), depth + 1);
}
