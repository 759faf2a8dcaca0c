import { deflateSync } from 'node:zlib';
import { captured, type EngineFile } from './engine-file.ts';

/** What a PDF says of its seal, beside the seal itself. */
export interface SealDescription {
  /** Who seals: shown by readers of PDF. */
  signedBy: string;
  /** Why, in a sentence. */
  reason: string;
  /** UTC milliseconds. */
  sealedAtMs: number;
}

/** A revision that waits for its signature: `before` and `after` are what is signed, and `room` bytes fit between them. */
export interface OpenRevision {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Name of the field, and what is read aloud where it stands. */
const fieldName = 'Cachet';
const spoken = 'Cachet électronique de ce document';

/** Ten digits hold any file; the array is padded, so that its length does not depend on the figures. */
const widestPlace = 9_999_999_999;
const rangeLength = `[0 ${widestPlace} ${widestPlace} ${widestPlace}]`.length;

function range(numbers: readonly number[]): string {
  return `[${numbers.join(' ')}]`.padEnd(rangeLength);
}

/** PDF text string in UTF-16BE, hexadecimal. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

/** « (D:20250304091230Z) » */
function pdfDate(instantMs: number): string {
  return `(D:${new Date(instantMs).toISOString().replace(/[-:T]|\.\d+/g, '')})`;
}

/** A dictionary or an array that ends with `end`, with more in it. */
function extended(text: string, end: '>>' | ']>>', more: string): string {
  return `${captured(text, end === '>>' ? /^(<<.*)>>$/s : /^(<<.*)\]>>$/s)}${more}${end}`;
}

/**
 * The objects of the revision, by number. The field is of no size: the pages stay as they were rendered, and what is said of the seal is in their text.
 * It stands in the structure tree all the same, for those who listen to the document (PDF/UA-1, 7.18.1).
 */
function objectsOf(file: EngineFile, signature: number): Map<number, string> {
  const [field, form] = [signature + 1, signature + 2];
  const catalogue = file.object(file.root);
  const page = captured(file.object(captured(catalogue, /\/Pages (\d+ 0 R)/)), /\/Kids\[(\d+ 0 R)/);
  const tree = captured(catalogue, /\/StructTreeRoot (\d+ 0 R)/);
  const structure = file.object(tree);
  const document = captured(structure, /\/K (\d+ 0 R)/);
  const parents = captured(structure, /\/ParentTree (\d+ 0 R)/);
  const key = Number(captured(structure, /\/ParentTreeNextKey (\d+)/));
  const pageText = file.object(page);
  const annotated = pageText.includes('/Annots[')
    ? pageText.replace('/Annots[', `/Annots[${field} 0 R `)
    : extended(pageText, '>>', `/Annots[${field} 0 R]`);
  // The kind of signature is older than PDF 2.0 as an extension of ETSI's, which a PDF 1.7 declares.
  const extension = '/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 1>>>>';
  const label = `/T(${fieldName})/TU${textString(spoken)}`;
  return new Map([
    [numberOf(file.root), extended(catalogue, '>>', `/AcroForm<</Fields[${field} 0 R]/SigFlags 3>>${extension}`)],
    [numberOf(page), annotated],
    [numberOf(tree), structure.replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${key + 1}`)],
    [numberOf(parents), extended(file.object(parents), ']>>', ` ${key} ${form} 0 R`)],
    [numberOf(document), extended(file.object(document), ']>>', ` ${form} 0 R`)],
    [
      field,
      `<</Type/Annot/Subtype/Widget/FT/Sig${label}/F 132/Rect[0 0 0 0]/P ${page}/V ${signature} 0 R/StructParent ${key}>>`,
    ],
    [
      form,
      `<</S/Form/P ${document}/Pg ${page}/Alt${textString(spoken)}/K[<</Type/OBJR/Pg ${page}/Obj ${field} 0 R>>]>>`,
    ],
  ]);
}

function numberOf(reference: string): number {
  return Number.parseInt(reference, 10);
}

/** The table of a revision, as a stream like the one it follows; `places`: object number → where it is in the file. */
function tableOf(file: EngineFile, places: ReadonlyMap<number, number>, number: number, identity: string): Buffer {
  const ordered = [...places].sort(([a], [b]) => a - b);
  const entries = Buffer.alloc(ordered.length * 7);
  ordered.forEach(([, place], index) => {
    entries[index * 7] = 1;
    entries.writeUInt32BE(place, index * 7 + 1);
  });
  const deflated = deflateSync(entries, { level: 1 });
  const index = ordered.map(([object]) => `${object} 1`).join(' ');
  const trailer = `/Root ${file.root}/Info ${file.information}/ID[<${file.identity}><${identity}>]/Prev ${file.tablePlace}`;
  const dictionary = `<</Type/XRef/Size ${number + 1}/W[1 4 2]/Index[${index}]${trailer}/Filter/FlateDecode/Length ${deflated.length}>>`;
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n${dictionary}\nstream\n`),
    deflated,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${places.get(number)}\n%%EOF\n`),
  ]);
}

/**
 * A revision with a signature field and room for `room` bytes of signature, after the file as it is (ISO 32000-1, 7.5.6 and 12.8.1). `contentHash`,
 * SHA-256 of the file before, in hexadecimal, is kept in the signature's dictionary: a check can then tell a page that was changed from a seal that was
 * taken from elsewhere, and find the document that the engine would make again.
 */
export function openRevision(
  file: EngineFile,
  { signedBy, reason, sealedAtMs }: SealDescription,
  { contentHash, room }: { contentHash: string; room: number },
): OpenRevision {
  const signature = file.size;
  const places = new Map<number, number>();
  let written = '';
  const place = () => file.bytes.length + written.length;
  for (const [number, text] of objectsOf(file, signature)) {
    places.set(number, place());
    written += `${number} 0 obj\n${text}\nendobj\n`;
  }
  places.set(signature, place());
  const said = `/Name${textString(signedBy)}/Reason${textString(reason)}/M${pdfDate(sealedAtMs)}`;
  const content = `/XXContent[${file.bytes.length} <${contentHash}>]`;
  written += `${signature} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached${said}${content}/ByteRange`;
  // « < », two figures a byte, « > ».
  const gap = room * 2 + 2;
  const start = place() + rangeLength + '/Contents'.length;
  const ending = '>>\nendobj\n';
  const tableNumber = signature + 3;
  places.set(tableNumber, start + gap + ending.length);
  const after = Buffer.concat([Buffer.from(ending), tableOf(file, places, tableNumber, contentHash.slice(0, 32))]);
  written += `${range([0, start, start + gap, after.length])}/Contents`;
  return { before: Buffer.concat([file.bytes, Buffer.from(written, 'latin1')]), after };
}
