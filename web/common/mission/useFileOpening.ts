import { isRefusal, type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';

export interface FileOpening {
  readonly open: (fileId: string) => Promise<void>;
  /** The file on its way. */
  readonly busy: string | undefined;
  readonly refusal: Refusal | undefined;
}

/** Opens a file of ours: a ticket from the server (which writes the access log), its bytes, then a tab of the browser. */
export function useFileOpening(): FileOpening {
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const open = async (fileId: string) => {
    setBusy(fileId);
    setRefusal(undefined);
    const failure = await openFile(fileId);
    setRefusal(failure);
    setBusy(undefined);
  };
  return { open, busy, refusal };
}

const notOpened = refuse('connection_lost', 'Le document ne s’est pas ouvert : la connexion a été coupée. Réessayez.');

/** What reads files comes with the first one opened: most visits open none. */
async function openFile(fileId: string): Promise<Refusal | undefined> {
  const ticket = await call('openFile', { fileId });
  if (isRefusal(ticket)) return ticket;
  const files = await import('../files.ts').catch(() => notOpened);
  if (isRefusal(files)) return files;
  const bytes = await files.readFile(ticket.path);
  if (isRefusal(bytes)) return bytes;
  const shown = new Blob([bytes], { type: ticket.contentType });
  if (!opensBeside(shown)) files.saveAs(shown, ticket.name);
  return undefined;
}

/** What a browser can show opens in a tab of its own; false when it can't, or when the tab was not allowed: it is then saved. */
function opensBeside(bytes: Blob): boolean {
  if (bytes.type !== 'application/pdf' && !bytes.type.startsWith('image/')) return false;
  const address = URL.createObjectURL(bytes);
  // A slow phone may still be reading: an hour, and the memory comes back anyway when the page closes.
  setTimeout(() => URL.revokeObjectURL(address), 3_600_000);
  return window.open(address) !== null;
}
