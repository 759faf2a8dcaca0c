import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { call } from '../api/call.ts';
import { readFile } from '../files.ts';
import { withFreshTicket } from './fresh-ticket.ts';

export interface FetchedFile {
  readonly name: string;
  /** Typed as the server detected them, whatever the name says. */
  readonly bytes: Blob;
}

/** The bytes of a file of ours, or of the picture of its first page. */
export function fetchFile(fileId: string, as: 'file' | 'preview'): Promise<FetchedFile | Refusal> {
  return withFreshTicket(async () => {
    const ticket = await call('openFile', { fileId, as });
    if (isRefusal(ticket)) return ticket;
    const bytes = await readFile(ticket.path);
    if (isRefusal(bytes)) return bytes;
    return { name: ticket.name, bytes: new Blob([bytes], { type: ticket.contentType }) };
  });
}
