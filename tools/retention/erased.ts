import type { Firestore } from 'firebase-admin/firestore';
import { ACCOUNTS } from '../../functions/src/store/collections/accounts.ts';
import { erasureMark } from '../../functions/src/store/retention/beginning.ts';
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

/** The marks in a text, once each: whole mails « Effacement commencé » may be pasted. Mail programs cut long lines after `=`. */
export function marksIn(text: string): string[] {
  return [...new Set(text.replaceAll(/=\r?\n/g, '').match(/\b[0-9a-f]{64}\b/g))];
}

/** Which accounts of a project the marks are of; those of nobody there are whose came after the copy, or went before it. A read an account. */
export async function markedAccounts(
  firestore: Firestore,
  marks: readonly string[],
): Promise<{ readonly uids: readonly string[]; readonly ofNobody: number }> {
  const asked = new Set(marks);
  const found = await firestore.collection(ACCOUNTS).select().get();
  const uids = found.docs.map(({ id }) => id).filter((uid) => asked.has(erasureMark(uid)));
  return { uids, ofNobody: asked.size - uids.length };
}
