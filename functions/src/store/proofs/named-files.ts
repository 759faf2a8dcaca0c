import { FieldValue, type Firestore, type QueryDocumentSnapshot, type WriteBatch } from 'firebase-admin/firestore';
import { attestationOf } from '../../domain/proofs/export.ts';
import { documentHashes } from '../collections/document-hashes.ts';
import { files } from '../collections/files.ts';
import { PROOFS, proofs } from '../collections/proofs.ts';

/**
 * Says, with the rest of `batch`, that this proof names these bytes: 1 write a hash. A union and no precondition, so that laureates who validate
 * the same devis at one moment neither wait nor lose one.
 */
export function nameFiles(firestore: Firestore, batch: WriteBatch, proofId: string, hashes: readonly string[]): void {
  const named = { ...documentHashes.write({ proofIds: [proofId] }), proofIds: FieldValue.arrayUnion(proofId) };
  for (const hash of new Set(hashes)) batch.set(firestore.doc(documentHashes.path(hash)), named, { merge: true });
}

const PAGE = 100;

interface Indexed {
  readonly proofs: number;
  /** « hash of a file, its proof » that could not be found by its file. */
  readonly missing: number;
}

/**
 * Proofs made before their files were found by their bytes: reads each proof, its attestation and the hashes of both, and writes what is missing
 * when `apply` says so (`npm run proofs`). May be run at any moment and again.
 */
export async function indexProofs(firestore: Firestore, apply: boolean): Promise<Indexed> {
  let [read, missing] = [0, 0];
  let last: QueryDocumentSnapshot | undefined;
  for (;;) {
    const next = firestore.collection(PROOFS).limit(PAGE);
    const page = await (last ? next.startAfter(last) : next).get();
    const pairs = await namedBy(firestore, proofs.list(page.docs));
    const absent = await notFound(firestore, pairs);
    const batch = firestore.batch();
    for (const { proofId, hash } of absent) nameFiles(firestore, batch, proofId, [hash]);
    if (apply) await batch.commit();
    read += page.size;
    missing += absent.length;
    last = page.docs.at(-1);
    if (page.size < PAGE) return { proofs: read, missing };
  }
}

interface Pair {
  readonly proofId: string;
  readonly hash: string;
}

async function namedBy(firestore: Firestore, found: ReturnType<typeof proofs.list>): Promise<Pair[]> {
  const attestations = await readAll(
    firestore,
    found.map(({ id }) => files.path(attestationOf(id))),
  );
  return found.flatMap(({ id: proofId, documents }, index) => {
    const snapshot = attestations[index];
    const attestation = snapshot ? files.read(snapshot) : null;
    const hashes = [...documents, ...(attestation ? [attestation] : [])].map(({ sha256 }) => sha256);
    return [...new Set(hashes)].map((hash) => ({ proofId, hash }));
  });
}

async function notFound(firestore: Firestore, pairs: readonly Pair[]): Promise<Pair[]> {
  const known = await readAll(
    firestore,
    pairs.map(({ hash }) => documentHashes.path(hash)),
  );
  return pairs.filter(({ proofId }, index) => {
    const snapshot = known[index];
    return !(snapshot && documentHashes.read(snapshot)?.proofIds.includes(proofId));
  });
}

function readAll(firestore: Firestore, paths: readonly string[]) {
  return paths.length === 0 ? [] : firestore.getAll(...paths.map((path) => firestore.doc(path)));
}
