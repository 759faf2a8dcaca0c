import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { call } from '../api/call.ts';
import { readFile, saveAs } from '../files.ts';
import { withFreshTicket } from '../reader/fresh-ticket.ts';

/** Downloads a finished archive, with a ticket as any file; the browser keeps large ones on its disk. */
export async function saveArchive(archiveId: string): Promise<null | Refusal> {
  const fetched = await withFreshTicket(async () => {
    const ticket = await call('openArchive', { archiveId });
    if (isRefusal(ticket)) return ticket;
    const bytes = await readFile(ticket.path);
    return isRefusal(bytes) ? bytes : { name: ticket.name, bytes };
  });
  if (isRefusal(fetched)) return fetched;
  saveAs(fetched.bytes, fetched.name);
  return null;
}
