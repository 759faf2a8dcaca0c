import type { Firestore } from 'firebase-admin/firestore';
import type { Instant } from '../domain/calendar.ts';
import type { Signer } from '../sealing/signer.ts';
import type { Bucket } from '../store/bucket.ts';
import type { DocumentRequest, LaureateDocument } from '../store/collections/document-requests.ts';
import { keepFile } from '../store/files/stored-files.ts';
import { readNote } from '../store/laureates/printed-note.ts';
import { type ReadStatement, readStatement } from '../store/laureates/statements.ts';
import { markMade, pendingRequest, readSource } from '../store/missions/documents.ts';
import type { Rendered } from './render-source.ts';

/** What a PDF takes besides the records. */
export interface Press {
  readonly origin: string;
  /** When it is made: what the seal of an attestation announces. */
  readonly now: Instant;
  /** Asked for attestations alone. */
  readonly signer: () => Promise<Signer>;
}

/**
 * Makes one PDF that a commit asked for. Safe to repeat, at once or later: the file's id is fixed, and a second one finds the first, which stays
 * even where records that changed in between would now give other bytes. The engine is loaded here only: half a second that other functions don't pay.
 */
export async function makeDocument(firestore: Firestore, bucket: Bucket, fileId: string, press: Press): Promise<void> {
  const request = await pendingRequest(firestore, fileId);
  const rendered = request && (await render(firestore, request, press));
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
async function render(firestore: Firestore, request: DocumentRequest, press: Press): Promise<Rendered | null> {
  if ('laureateId' in request) {
    if (request.document.kind === 'scopingNote') {
      const { laureateId, at, document } = request;
      const note = await readNote(firestore, { laureateId, version: document.version });
      const { renderNote } = await import('./render-note.ts');
      return renderNote(note, { origin: press.origin, at });
    }
    const read = await statementFor(firestore, request.laureateId, request.at, request.document);
    const { renderStatement } = await import('./render-statement.ts');
    return renderStatement(read, press.origin);
  }
  const source = await readSource(firestore, request);
  if (source === null) return null;
  if (source.request.document.kind === 'attestation') {
    const { renderSealed } = await import('./render-sealed.ts');
    return renderSealed(source, press);
  }
  const { renderSource } = await import('./render-source.ts');
  return renderSource(source, press.origin, null);
}

async function statementFor(
  firestore: Firestore,
  laureateId: string,
  at: Instant,
  { statement: kind, until }: Extract<LaureateDocument['document'], { kind: 'statement' }>,
): Promise<ReadStatement> {
  const read = await readStatement(firestore, { laureateId, kind, at, until });
  if (read === null) throw new Error(`laureate ${laureateId} is missing`);
  return read;
}
