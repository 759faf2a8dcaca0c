import { crc32, deflateRawSync } from 'node:zlib';

/** One part: what is stored, and what its headers may falsely say about it. */
export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the directory declares instead of the true size. */
  readonly declared?: number;
  /** The general purpose flags: 1 is encrypted. */
  readonly flags?: number;
  readonly stored?: boolean;
}

/** A zip archive, header by header, so that each may lie. */
export function madeArchive(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, content, declared, flags = 0, stored = false } = part;
    const whole = Buffer.from(content);
    const bytes = stored ? whole : deflateRawSync(whole, { level: 9 });
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(whole), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(declared ?? whole.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), bytes);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name));
    offset += 4 + fields.length + Buffer.byteLength(name) + bytes.length;
  }
  return Buffer.concat([...files, ...directory, endOf(directory, parts.length, offset)]);
}

function endOf(directory: readonly Buffer[], count: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    directory.reduce((size, { length }) => size + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return end;
}

const office = 'application/vnd.openxmlformats-officedocument';
export const word = `${office}.wordprocessingml.document`;
export const excel = `${office}.spreadsheetml.sheet`;
export const powerpoint = `${office}.presentationml.presentation`;

/** A package of Word, Excel or PowerPoint, with more parts. */
export function openXml(type: string, parts: readonly Part[] = []): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/a.xml" ContentType="${type}.main+xml"/></Types>`;
  return madeArchive([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: relationships('officeDocument', 'a.xml', 'Internal') },
    { name: 'a.xml', content: '<?xml version="1.0"?><!-- <x> --><a b=">"><b/><![CDATA[<x>]]></a>' },
    ...parts,
  ]);
}

export function relationships(type: string, target: string, mode: string): string {
  return `<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
}

/** A document of LibreOffice: `kind` is text, spreadsheet or presentation. */
export function openDocument(kind: string, parts: readonly Part[] = []): Buffer {
  return madeArchive([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
    { name: 'content.xml', content: '<?xml version="1.0"?><office:document-content/>' },
    { name: 'META-INF/manifest.xml', content: '<?xml version="1.0"?><manifest:manifest/>' },
    ...parts,
  ]);
}
