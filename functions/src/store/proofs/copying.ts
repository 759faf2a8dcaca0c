import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { attestationOf, type ExportedProof } from '../../domain/proofs/export.ts';
import type { Bucket } from '../bucket.ts';
import { linkedProofs, PROOFS } from '../collections/proofs.ts';
import { failedAs } from '../failures.ts';
import { storedPath } from '../files/stored-files.ts';
import { canonicalJson, sha256 } from '../hash.ts';
import { exportProof } from './exporting.ts';

interface Buckets {
  /** Where the service keeps its files. */
  readonly from: Bucket;
  /** Whose retention forbids that anything in it is changed or deleted. */
  readonly to: Bucket;
}

export interface CopiedProofs {
  readonly proofs: number;
  /** Objects that were not there yet. */
  readonly copied: number;
}

const PAGE = 100;

/**
 * Copies each proof, as it leaves the service, and its sealed attestation into a bucket that can only grow. An object is named by its bytes and made
 * only if absent: what is there is never written over, which a locked bucket would refuse; a proof that was stamped since gets one more. May be run
 * at any moment and again. Costs 3 reads a proof; names already there are listed first, so that nothing is sent twice.
 */
export async function copyProofs(firestore: Firestore, { from, to }: Buckets): Promise<CopiedProofs> {
  const [there] = await to.getFiles({ prefix: 'proofs/' });
  const names = new Set(there.map(({ name }) => name));
  let [read, copied] = [0, 0];
  let last: QueryDocumentSnapshot | undefined;
  for (;;) {
    const next = firestore.collection(PROOFS).limit(PAGE);
    const page = await (last ? next.startAfter(last) : next).get();
    for (const record of linkedProofs.list(page.docs)) {
      copied += await copyOne({ from, to }, names, await exportProof(firestore, record));
    }
    read += page.size;
    last = page.docs.at(-1);
    if (page.size < PAGE) return { proofs: read, copied };
  }
}

async function copyOne({ from, to }: Buckets, there: Set<string>, exported: ExportedProof): Promise<number> {
  const { proof, attestation } = exported;
  const json = canonicalJson(exported);
  const made = await madeOnce(there, `proofs/${proof.id}/${sha256(json)}.json`, async (name) =>
    to.file(name).save(json, { resumable: false, contentType: 'application/json', preconditionOpts: absent }),
  );
  if (attestation === undefined) return made;
  const sealed = await madeOnce(there, `proofs/${proof.id}/${attestation.sha256}.pdf`, async (name) => {
    const [bytes] = await from.file(storedPath(attestationOf(proof.id))).download();
    // Bytes that are not those of the proof would be kept for ten years as if they were.
    if (sha256(bytes) !== attestation.sha256) throw new Error(`the attestation of ${proof.id} is not the one it names`);
    await to.file(name).save(bytes, { resumable: false, contentType: 'application/pdf', preconditionOpts: absent });
  });
  return made + sealed;
}

const absent = { ifGenerationMatch: 0 } as const;

/** 1 when it was made here. Somebody else may have made the same meanwhile. */
async function madeOnce(there: Set<string>, name: string, make: (name: string) => Promise<void>): Promise<0 | 1> {
  if (there.has(name)) return 0;
  try {
    await make(name);
    return 1;
  } catch (error) {
    if (failedAs(error, 'objectExists')) return 0;
    throw error;
  }
}
