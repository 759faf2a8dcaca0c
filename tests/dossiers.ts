import type { SignedInActor } from '../functions/src/domain/actor.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { accessLog } from '../functions/src/store/collections/files.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import { keepFile } from '../functions/src/store/files/stored-files.ts';
import type { LaureateOfTests } from './programme.ts';
import { samplePdf } from './sample-pdf.ts';
import { bucket, firestore } from './suite.ts';

/** A verified piece of a laureate's dossier, that its signatory deposited; its bytes are `samplePdf` of its id. */
export async function keptNote({ laureateId, signatory }: LaureateOfTests): Promise<string> {
  const id = newId();
  const file = { id, laureateId, missionId: null, ownerUid: signatory.uid, name: 'Note.pdf', createdAt: Date.now() };
  const described = { ...file, piece: 'scopingNote', contentType: 'application/pdf' } as const;
  await keepFile(firestore, bucket, described, samplePdf(id));
  return id;
}

/** Opens a file as its page does, at a chosen instant. @throws Error with the refusal. */
export async function opened(actor: SignedInActor, fileId: string, now: number): Promise<void> {
  const asked = { actor, fileId, as: 'file', scannerConfigured: false, accessId: newId(), now } as const;
  const answer = await openFile(firestore, asked);
  if ('refused' in answer) throw new Error(answer.message);
}

/** The lines of the access log about one file. */
export async function linesOn(fileId: string) {
  return accessLog.list((await firestore.collection('accessLog').where('fileId', '==', fileId).get()).docs);
}
