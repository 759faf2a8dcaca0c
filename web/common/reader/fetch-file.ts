import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { call } from '../api/call.ts';
import { readFile } from '../files.ts';

export interface FetchedFile {
  readonly name: string;
  /** Typed as the server detected them, whatever the name says. */
  readonly bytes: Blob;
}

/**
 * The bytes of a file of ours, or of the picture of its first page: a ticket from the server (which writes the access log), then the read. A ticket
 * lasts five minutes; when it has expired meanwhile, a new one is asked for without a word, once: an access that ended is then said by the server.
 */
export async function fetchFile(fileId: string, as: 'file' | 'preview'): Promise<FetchedFile | Refusal> {
  const first = await attempt(fileId, as);
  return isRefusal(first) && first.code === 'ticket_expired' ? attempt(fileId, as) : first;
}

async function attempt(fileId: string, as: 'file' | 'preview'): Promise<FetchedFile | Refusal> {
  const ticket = await call('openFile', { fileId, as });
  if (isRefusal(ticket)) return ticket;
  const bytes = await readFile(ticket.path);
  if (isRefusal(bytes)) return bytes;
  return { name: ticket.name, bytes: new Blob([bytes], { type: ticket.contentType }) };
}
