import type { Firestore } from 'firebase-admin/firestore';
import type { Instant } from '../domain/calendar.ts';
import type { Laureate } from '../domain/laureates/laureate.ts';
import type { EditableTemplateName } from '../domain/templates/templates.ts';
import type { Signer } from '../sealing/signer.ts';
import type { Bucket } from '../store/bucket.ts';
import { get } from '../store/collection.ts';
import { type DocumentRequest, type LaureateDocument, templateOf } from '../store/collections/document-requests.ts';
import { summaries } from '../store/collections/summaries.ts';
import { keepFile } from '../store/files/stored-files.ts';
import { readNote } from '../store/laureates/printed-note.ts';
import { type ReadStatement, readStatement } from '../store/laureates/statements.ts';
import { markMade, pendingRequest, readSource } from '../store/missions/documents.ts';
import { modelInForce } from './document-model.ts';
import { aboutAlone, logoOf } from './logo.ts';
import type { Making, Rendered } from './render-source.ts';

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
  const made = request && (await inForce(firestore, request, { ...press, bucket }));
  if (request === null || made === null) return;
  const { rendered, template } = made;
  const { bytes, name, piece, laureateId } = rendered;
  const missionId = 'missionId' in request ? request.missionId : null;
  const { at, ownerUid } = request;
  const contentType = 'application/pdf';
  const kept = await keepFile(
    firestore,
    bucket,
    { id: fileId, piece, laureateId, missionId, ownerUid, name, contentType, template, createdAt: at },
    bytes,
  );
  await markMade(firestore, request, kept);
}

interface Printing extends Press {
  /** Where logos are read. */
  readonly bucket: Bucket;
}

interface Made {
  readonly rendered: Rendered;
  readonly template: { readonly name: EditableTemplateName; readonly version: number };
}

/**
 * With the text that was in force when the document was asked for. Where it no longer fits (a release of the service took away a field that it
 * prints), with the one in force now: whoever published it did so to mend this, and the document names what made it.
 */
async function inForce(firestore: Firestore, request: DocumentRequest, press: Printing): Promise<Made | null> {
  try {
    return await madeWith(firestore, request, press, request.at);
  } catch (error) {
    const { TemplateError } = await import('../documents/template-error.ts');
    if (!(error instanceof TemplateError)) throw error;
    return madeWith(firestore, request, press, press.now);
  }
}

async function madeWith(
  firestore: Firestore,
  request: DocumentRequest,
  press: Printing,
  textOf: Instant,
): Promise<Made | null> {
  const name = templateOf[request.document.kind];
  const { model, version } = await modelInForce(firestore, name, textOf);
  const rendered = await render(firestore, request, { ...press, model });
  return rendered && { rendered, template: { name, version } };
}

/** Null for what is no longer to be made. */
async function render(
  firestore: Firestore,
  request: DocumentRequest,
  press: Printing & Pick<Making, 'model'>,
): Promise<Rendered | null> {
  const makingFor = async (laureate: Laureate | null): Promise<Making> => {
    const { origin, model, bucket } = press;
    return { origin, model, logo: await logoOf(firestore, bucket, laureate) };
  };
  if ('summaryId' in request) {
    const summary = await get(firestore, summaries, request.summaryId);
    if (summary === null) throw new Error(`summary ${request.summaryId} is missing`);
    const { renderSummary } = await import('./render-summary.ts');
    return renderSummary(summary, { ...(await makingFor(null)), at: request.at });
  }
  if ('laureateId' in request) {
    if (request.document.kind === 'scopingNote') {
      const { laureateId, at, document } = request;
      const note = await readNote(firestore, { laureateId, version: document.version });
      const { renderNote } = await import('./render-note.ts');
      return renderNote(note, { ...(await makingFor(note.laureate)), at });
    }
    const read = await statementFor(firestore, request.laureateId, request.at, request.document);
    const { renderStatement } = await import('./render-statement.ts');
    return renderStatement(read, await makingFor(read.laureate));
  }
  const source = await readSource(firestore, request);
  if (source === null) return null;
  const making = await makingFor(aboutAlone(source));
  if (source.request.document.kind === 'attestation') {
    const { renderSealed } = await import('./render-sealed.ts');
    return renderSealed(source, press, making);
  }
  const { renderSource } = await import('./render-source.ts');
  return renderSource(source, { ...making, seal: null });
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
