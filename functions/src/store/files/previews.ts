import type { Firestore } from 'firebase-admin/firestore';
import { type Preview, piecesWithTotal } from '../../domain/dossiers/pieces.ts';
import { readAmounts } from '../../domain/subsidy/read-amounts.ts';
import type { Bucket } from '../bucket.ts';
import { FILES, files, type KeptFile } from '../collections/files.ts';
import { optimistically } from '../optimistic.ts';
import type { Glance } from './first-page.ts';
import { PREVIEW_TYPE, previewPath, servedAs } from './stored-files.ts';

/** A picture is for a glance on a phone; one that weighs more than that is not worth its wait. In bytes. */
const LARGEST_PICTURE = 1_000_000;

/**
 * Draws the first page of a PDF, and reads the amounts of one that says a total, once: who comes second, or after a process that died of it,
 * leaves it. Returns what became of it; null when it was not pending. A file without a picture is a file all the same.
 */
export async function makePreview(firestore: Firestore, bucket: Bucket, fileId: string): Promise<Preview | null> {
  const file = await claimed(firestore, fileId);
  if (file === null) return null;
  const { picture, text } = await lookedInto(bucket, file);
  const preview = (await keptPicture(bucket, file, picture)) ? 'made' : 'none';
  const amounts = piecesWithTotal.includes(file.piece) && text !== null ? { readAmounts: readAmounts(text) } : {};
  await firestore.doc(files.path(fileId)).update({ preview, ...amounts });
  return preview;
}

async function lookedInto(bucket: Bucket, file: KeptFile): Promise<Glance> {
  const [bytes] = await bucket.file(file.path).download();
  // Here only: every other function would start slower for what draws.
  const { firstPage } = await import('./first-page.ts');
  return firstPage(bytes);
}

async function keptPicture(bucket: Bucket, file: KeptFile, picture: Glance['picture']): Promise<boolean> {
  if (picture === null || picture.byteLength > LARGEST_PICTURE) return false;
  await bucket.file(previewPath(file.id)).save(Buffer.from(picture), {
    resumable: false,
    metadata: servedAs(PREVIEW_TYPE, 'apercu.webp'),
  });
  return true;
}

async function claimed(firestore: Firestore, fileId: string): Promise<KeptFile | null> {
  const reference = firestore.doc(files.path(fileId));
  const done = await optimistically<KeptFile | null>(firestore, async (batch) => {
    const snapshot = await reference.get();
    const file = files.read(snapshot);
    if (file?.preview !== 'pending' || !snapshot.updateTime) return { answer: null, batch: null };
    batch.update(reference, { preview: 'making' }, { lastUpdateTime: snapshot.updateTime });
    return { answer: file, batch };
  });
  return done?.answer ?? null;
}

/** Files kept before `before` whose event was lost. Bounded, so that a sweep always ends: twenty seconds a page at worst. */
export async function pendingPreviews(firestore: Firestore, before: number): Promise<string[]> {
  const found = await firestore
    .collection(FILES)
    .where('preview', '==', 'pending')
    .where('createdAt', '<=', before)
    .orderBy('createdAt')
    .limit(10)
    .get();
  return found.docs.map(({ id }) => id);
}
