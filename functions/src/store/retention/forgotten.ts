import type { Firestore, QueryDocumentSnapshot, WriteBatch } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import { stillWaits } from '../../domain/notifications/mail-states.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { clearArchive } from '../archives/parts.ts';
import type { Bucket } from '../bucket.ts';
import { archiveSteps, archives } from '../collections/archives.ts';
import { documentRequests } from '../collections/document-requests.ts';
import { files } from '../collections/files.ts';
import { outbox, type QueuedMail } from '../collections/outbox.ts';
import { previewRequests } from '../collections/preview-requests.ts';
import { incomingPath, previewPath, storedPath } from '../files/stored-files.ts';
import { canonicalJson, sha256 } from '../hash.ts';

/*
 * How to delete what is more than one document. Objects of Storage go first: after a crash the document still says what is left to do, and no bytes stay
 * that nothing names.
 */

/** A file with its bytes and its picture, and what asked for it, which would answer that it is there. 2 deletions in Storage, 3 writes in `batch`. */
export async function forgetFile(
  firestore: Firestore,
  bucket: Bucket,
  batch: WriteBatch,
  snapshot: QueryDocumentSnapshot,
): Promise<void> {
  const [file] = files.readable([snapshot]).values;
  const objects = [file?.path ?? storedPath(snapshot.id), previewPath(snapshot.id)];
  await Promise.all(objects.map((path) => bucket.file(path).delete({ ignoreNotFound: true })));
  batch.delete(firestore.doc(documentRequests.path(snapshot.id)));
  batch.delete(firestore.doc(previewRequests.path(snapshot.id)));
  batch.delete(snapshot.ref, { lastUpdateTime: snapshot.updateTime });
}

/** What a deposit left under the name that its sender was given. */
export async function forgetUpload(bucket: Bucket, batch: WriteBatch, snapshot: QueryDocumentSnapshot): Promise<void> {
  const uid: unknown = snapshot.get('uid');
  if (typeof uid === 'string') await bucket.file(incomingPath(uid, snapshot.id)).delete({ ignoreNotFound: true });
  batch.delete(snapshot.ref, { lastUpdateTime: snapshot.updateTime });
}

/** An archive, the pieces it was made of, and the steps that made it. */
export async function forgetArchive(
  firestore: Firestore,
  bucket: Bucket,
  batch: WriteBatch,
  snapshot: QueryDocumentSnapshot,
): Promise<void> {
  const [archive] = archives.readable([snapshot]).values;
  if (archive !== undefined) await clearArchive(bucket, archive.run);
  const steps = firestore.doc(archiveSteps.path(snapshot.id, 'any')).parent;
  for (const { ref } of (await steps.select().get()).docs) batch.delete(ref);
  batch.delete(snapshot.ref, { lastUpdateTime: snapshot.updateTime });
}

/** The content of a mail; its id stays, so that it is not queued again, and the hash of what it was. One that has not left never does. */
export function clearMail(batch: WriteBatch, snapshot: QueryDocumentSnapshot, now: Instant): void {
  const [mail] = outbox.readable([snapshot]).values;
  if (mail === undefined || mail.cleared !== undefined) return;
  batch.update(snapshot.ref, outbox.write(clearedMail(mail, now)), { lastUpdateTime: snapshot.updateTime });
}

function clearedMail(mail: QueuedMail, now: Instant): QueuedMail {
  const { to, facts, parts, path, replyTo, reminds } = mail;
  return {
    ...mail,
    to: { email: '', name: '', uid: to.uid },
    facts: { ...noFacts, recipientName: '', reader: facts.reader, expectedBefore: null, earlier: [] },
    ...{ path: '/', parts: [], replyTo: null, reminds: null, problem: null },
    state: stillWaits(mail.state) ? 'discarded' : mail.state,
    cleared: { at: now, sha256: sha256(canonicalJson({ to, facts, parts, path, replyTo, reminds })) },
  };
}
