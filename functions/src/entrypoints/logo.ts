import type { Firestore } from 'firebase-admin/firestore';
import type { Laureate } from '../domain/laureates/laureate.ts';
import { activeParticipants } from '../domain/missions/mission.ts';
import type { Proof } from '../domain/missions/outcome.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { Bucket } from '../store/bucket.ts';
import { readLogoBytes } from '../store/laureates/logos.ts';
import type { Source } from '../store/missions/documents.ts';
import type { PrintedLogo } from './printed-laureate.ts';

/** Why no document could print this as a logo, or null: asked when it is deposited, of the very reader that documents have. Loaded for a logo alone. */
export async function logoRefusal(bytes: Uint8Array): Promise<Refusal | null> {
  const { readLogo } = await import('../documents/pictures/logo.ts');
  const read = readLogo(bytes, 'la manufacture');
  return isRefusal(read) ? read : null;
}

/** What a document about this laureate alone prints above its title. A picture that can't be printed is left out: no document waits for one. */
export async function logoOf(
  firestore: Firestore,
  bucket: Bucket,
  laureate: Laureate | null,
): Promise<PrintedLogo | null> {
  const bytes = laureate && (await readLogoBytes(firestore, bucket, laureate.id));
  if (!laureate || !bytes) return null;
  const { readLogo } = await import('../documents/pictures/logo.ts');
  const picture = readLogo(bytes, laureate.name);
  return isRefusal(picture) ? null : { laureateId: laureate.id, picture };
}

/** Of what the store read, what says whom a document is about. */
interface Subject extends Pick<Source, 'mission' | 'laureates'> {
  readonly request: Pick<Source['request'], 'document'>;
  readonly proof: Pick<Proof, 'laureateId'> | null;
}

/** The one laureate that a document of a mission is about; null of what is about several, and of what the team alone reads, which bears no logo. */
export function aboutAlone({ request: { document }, mission, proof, laureates }: Subject): Laureate | null {
  if (document.kind === 'feedback') return null;
  const [only, ...others] =
    document.kind === 'attestation' ? [proof?.laureateId] : activeParticipants(mission).map((part) => part.laureateId);
  return others.length === 0 ? (laureates.find(({ id }) => id === only) ?? null) : null;
}
