import { type Refusal, refuse } from '../domain/refusal.ts';

/** Types a working document may have; what binds is a PDF. No archive, no macro, nothing a browser would run. */
const accepted = new Map([
  ['application/pdf', 'PDF'],
  ['image/png', 'PNG'],
  ['image/jpeg', 'JPEG'],
  ['image/webp', 'WebP'],
  ['image/heic', 'HEIC'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Excel'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'PowerPoint'],
  ['application/vnd.oasis.opendocument.text', 'OpenDocument'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'OpenDocument'],
  ['application/vnd.oasis.opendocument.presentation', 'OpenDocument'],
]);

const wrongType = refuse(
  'type-refused',
  'Ce type de fichier n’est pas accepté. Déposez un PDF, une image ou un document Word, Excel, PowerPoint ou LibreOffice.',
);
const notPdf = refuse(
  'file-not-pdf',
  'Ce document doit être un PDF. Depuis Word ou LibreOffice : Fichier, puis Exporter en PDF.',
);
const broken = refuse(
  'pdf-broken',
  'Ce PDF est abîmé ou incomplet. Ouvrez-le, exportez-le à nouveau en PDF, puis redéposez-le.',
);

/** What the bytes are, whatever the name says. */
export async function inspect(bytes: Uint8Array, binding: boolean): Promise<{ contentType: string } | Refusal> {
  // Here only: every other function would start slower for it.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (binding && type !== 'application/pdf') return notPdf;
  if (type === undefined || !accepted.has(type)) return wrongType;
  return type === 'application/pdf' && !isWholePdf(bytes) ? broken : { contentType: type };
}

/** A PDF says where its cross-references are, within its last kilobyte, and ends. */
function isWholePdf(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-1_024)).toString('latin1');
  return /startxref\s+\d+\s+%%EOF/.test(tail);
}
