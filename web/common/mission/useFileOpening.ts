import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { readFile, saveAs } from '../files.ts';

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

async function openFile(fileId: string): Promise<Refusal | undefined> {
  const ticket = await call('openFile', { fileId });
  if (isRefusal(ticket)) return ticket;
  const bytes = await readFile(ticket.path);
  if (isRefusal(bytes)) return bytes;
  show(new Blob([bytes], { type: ticket.contentType }), ticket.name);
  return undefined;
}

/** What a browser can show opens beside the page; anything else, or a tab that was not allowed, is saved under its name. */
function show(bytes: Blob, name: string): void {
  const readable = bytes.type === 'application/pdf' || bytes.type.startsWith('image/');
  const address = readable ? URL.createObjectURL(bytes) : undefined;
  if (address === undefined || window.open(address) === null) saveAs(bytes, name);
  // A slow phone may still be reading: an hour, and the tab of the page gives the memory back anyway when it closes.
  if (address !== undefined) setTimeout(() => URL.revokeObjectURL(address), 3_600_000);
}
