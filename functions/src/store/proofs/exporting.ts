import type { Firestore } from 'firebase-admin/firestore';
import type { StoredFile } from '../../domain/dossiers/pieces.ts';
import { attestationOf, type ExportedProof } from '../../domain/proofs/export.ts';
import { type LinkedProof, recordOf } from '../../domain/proofs/link.ts';
import { get } from '../collection.ts';
import { files } from '../collections/files.ts';
import { canonicalJson, sha256 } from '../hash.ts';
import { stampOf } from './day-stamps.ts';

/** A proof with what checks it elsewhere: its attestation, its place, its stamp, each where there is one (2 reads). */
export async function exportProof(firestore: Firestore, record: LinkedProof): Promise<ExportedProof> {
  const [attestation, timeStamp] = await Promise.all([
    get(firestore, files, attestationOf(record.id)),
    stampOf(firestore, record),
  ]);
  const proof = recordOf(record);
  return {
    proof,
    recordHash: sha256(canonicalJson(proof)),
    ...(attestation && { attestation: exportedFile(attestation) }),
    ...(record.chain && { chain: record.chain }),
    ...(timeStamp && { timeStamp }),
  };
}

function exportedFile({ id: fileId, sha256: bytes, template }: StoredFile): ExportedProof['attestation'] {
  return { fileId, sha256: bytes, ...(template && { templateVersion: template.version }) };
}
