import { deflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFDocument, PDFRawStream } from 'pdf-lib';

/**
 * The least that any engine must do to make these bytes: deflate the pages' own content at level 6, copy the rest (fonts,
 * already deflated). Answers that work, to be timed.
 */
export async function limitOf(bytes: Uint8Array): Promise<() => number> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = document.getPages().flatMap((page) => {
    const contents = page.node.Contents();
    return contents instanceof PDFRawStream ? [contents] : [];
  });
  const contents = pages.map((stream) => Buffer.from(decodePDFRawStream(stream).decode()));
  const rest = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream && !pages.includes(object) ? [object.contents] : []));
  if (contents.length === 0 || rest.length === 0) throw new Error('The limit needs the pages and fonts of a document');
  return () => Buffer.concat([...contents.map((content) => deflateSync(content, { level: 6 })), ...rest]).length;
}
