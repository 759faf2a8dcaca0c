import type { Firestore } from 'firebase-admin/firestore';
import type { Bucket } from '../store/bucket.ts';
import type { DocumentRequest, LaureateDocument } from '../store/collections/document-requests.ts';
import { keepFile } from '../store/files/stored-files.ts';
import { type ReadStatement, readStatement } from '../store/laureates/statements.ts';
import { markMade, pendingRequest, readSource } from '../store/missions/documents.ts';
import type { Rendered } from './render-source.ts';

/**
 * Makes one PDF that a commit asked for. Safe to repeat, at once or later: the file's id is fixed, and a second one finds the first, which stays
 * even where records that changed in between would now give other bytes. The engine is loaded here only: half a second that other functions don't pay.
 */
export async function makeDocument(
  firestore: Firestore,
  bucket: Bucket,
  fileId: string,
  origin: string,
): Promise<void> {
  const request = await pendingRequest(firestore, fileId);
  const rendered = request && (await render(firestore, request, origin));
  if (request === null || rendered === null) return;
  const { bytes, name, piece, laureateId } = rendered;
  const missionId = 'missionId' in request ? request.missionId : null;
  const { at, ownerUid } = request;
  const made = await keepFile(
    firestore,
    bucket,
    { id: fileId, piece, laureateId, missionId, ownerUid, name, contentType: 'application/pdf', createdAt: at },
    bytes,
  );
  await markMade(firestore, request, made);
}

/** Null for what is no longer to be made. */
async function render(firestore: Firestore, request: DocumentRequest, origin: string): Promise<Rendered | null> {
  if ('laureateId' in request) {
    const read = await statementFor(firestore, request);
    const { renderStatement } = await import('./render-statement.ts');
    return renderStatement(read, origin);
  }
  const source = await readSource(firestore, request);
  if (source === null) return null;
  const { renderSource } = await import('./render-source.ts');
  return renderSource(source, origin);
}

async function statementFor(
  firestore: Firestore,
  { laureateId, at, document }: LaureateDocument,
): Promise<ReadStatement> {
  const { statement: kind, until } = document;
  const read = await readStatement(firestore, { laureateId, kind, at, until });
  if (read === null) throw new Error(`laureate ${laureateId} is missing`);
  return read;
}
