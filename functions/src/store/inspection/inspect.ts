import type { Refusal } from '../../domain/refusal.ts';
import { inspectImage } from './images.ts';
import { inspectOffice } from './office/inspect-office.ts';
import { isPdf } from './pdf/envelope.ts';
import { inspectPdf } from './pdf/inspect-pdf.ts';
import { isText } from './text.ts';
import { Found, refusalOf } from './threats.ts';

const PDF = 'application/pdf';
/** How far attached files are followed: a PDF in a PDF, and what that one carries. */
const DEEPEST = 2;

/**
 * What the bytes are, whatever the name says, or why they are refused. `binding`: what binds is a PDF. The bytes are read where they are, never
 * changed and hardly copied.
 */
export async function inspect(bytes: Uint8Array, binding: boolean): Promise<{ contentType: string } | Refusal> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (binding && !isPdf(file)) return refusalOf('file-not-pdf');
  try {
    return { contentType: await typeOf(file, 0) };
  } catch (error) {
    if (error instanceof Found) return refusalOf(error.threat);
    throw error;
  }
}

async function typeOf(file: Buffer, depth: number): Promise<string> {
  if (isPdf(file)) {
    await inspectPdf(file, (attachment) => judgeAttachment(attachment, depth + 1));
    return PDF;
  }
  if (file.toString('latin1', 0, 4) === 'PK\x03\x04') return inspectOffice(file);
  // The head only: magic bytes need no more, and nothing is inflated.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = (await fileTypeFromBuffer(file.subarray(0, 4_100)))?.mime;
  if (type === undefined && isText(file)) return 'text/plain';
  if (type === undefined) throw new Found('type-refused');
  inspectImage(file, type);
  return type === 'image/apng' ? 'image/png' : type;
}

async function judgeAttachment(attachment: Buffer, depth: number): Promise<string | null> {
  if (depth > DEEPEST) return null;
  try {
    return await typeOf(attachment, depth);
  } catch (error) {
    if (error instanceof Found) return null;
    throw error;
  }
}
