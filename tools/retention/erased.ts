import type { Line } from '../backup/documents.ts';
import { exportedDocuments } from '../backup/folder.ts';

const APPROVED: ReadonlySet<unknown> = new Set(['approved', 'underWay', 'done']);

/** Accounts that a request of an export says erased, or about to be. */
export async function erasedIn(folder: string): Promise<string[]> {
  const uids: string[] = [];
  for await (const line of exportedDocuments(folder)) uids.push(...erasedBy(line));
  return uids;
}

export function erasedBy(line: Line | null): string[] {
  const [collection, uid] = line?.path.split('/') ?? [];
  if (line === null || collection !== 'erasureRequests' || uid === undefined) return [];
  const { state } = line.fields;
  return typeof state === 'object' && state !== null && 'stringValue' in state && APPROVED.has(state.stringValue)
    ? [uid]
    : [];
}
