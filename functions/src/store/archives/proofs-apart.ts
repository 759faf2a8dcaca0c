import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { proofsApart } from '../../domain/archives/apart.ts';
import { PROOFS as PROOFS_FOLDER } from '../../domain/archives/manifest.ts';
import { json } from '../../domain/archives/texts.ts';
import { isFor } from '../../domain/dossiers/pieces.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { attestationOf } from '../../domain/proofs/export.ts';
import type { LinkedProof } from '../../domain/proofs/link.ts';
import { get } from '../collection.ts';
import { files, type KeptFile } from '../collections/files.ts';
import { missions } from '../collections/missions.ts';
import { linkedProofs } from '../collections/proofs.ts';
import { openMission } from '../files/file-access.ts';
import { proofsOfLaureate } from '../proofs/chain-reading.ts';
import { exportProof } from '../proofs/exporting.ts';
import type { Contents, Gathering } from './contents.ts';

interface Apart extends Pick<Contents, 'texts' | 'refused'> {
  readonly files: readonly KeptFile[];
}

/**
 * The proofs of a laureate's chain whose missions its archive does not hold, with what was decided on and their attestations, as far as the policy
 * opens them. A read a proof and a mission; for each proof that is apart two more, and one a file.
 */
export async function contentsApart(firestore: Firestore, gathering: Gathering, laureateId: string): Promise<Apart> {
  const { actor, missionIds } = gathering;
  const proofs = linkedProofs.list((await proofsOfLaureate(firestore, laureateId).get()).docs);
  const ids = [...new Set(proofs.map(({ missionId }) => missionId))];
  const read = await Promise.all(ids.map((id) => get(firestore, missions, id)));
  const known = new Map(read.flatMap((mission) => (mission ? [[mission.id, mission] as const] : [])));
  const apart = proofsApart(proofs, { actor, missionIds, missions: known });
  const [exported, kept] = await Promise.all([
    Promise.all(apart.map((record) => exportProof(firestore, record))),
    Promise.all(fileIdsOf(apart).map((id) => get(firestore, files, id))),
  ]);
  return {
    texts: exported.map((one) => ({ path: `${PROOFS_FOLDER}/${one.proof.id}.json`, text: json(one) })),
    ...openedOf(
      gathering,
      kept.flatMap((file) => file ?? []),
      known,
    ),
  };
}

/** An attestation may not be made yet. */
function fileIdsOf(proofs: readonly LinkedProof[]): string[] {
  const ids = proofs.flatMap(({ id, documents }) => [...documents.map(({ fileId }) => fileId), attestationOf(id)]);
  return [...new Set(ids)];
}

function openedOf(
  { actor, now, scannerConfigured }: Gathering,
  kept: readonly KeptFile[],
  known: ReadonlyMap<string, Mission>,
): Pick<Apart, 'files' | 'refused'> {
  const opened: KeptFile[] = [];
  const refused: Apart['refused'][number][] = [];
  for (const file of kept) {
    // Those of the dossier are there already.
    if (file.missionId === null || !isFor(file, actor.kind)) continue;
    const mission = known.get(file.missionId);
    const seen = { file, grant: null, mission: mission ? openMission(mission, file) : null };
    const refusal = can(actor, { action: 'openFile', ...seen, now, scannerConfigured });
    if (refusal === null) opened.push(file);
    // By its print, which the proof has too: a name may say what is not this reader's.
    else refused.push({ path: file.id, sha256: file.sha256, reason: refusal.message });
  }
  return { files: opened, refused };
}
