import { can } from '../access/policy.ts';
import type { Actor } from '../actor.ts';
import type { Mission } from '../missions/mission.ts';
import type { Proof } from '../missions/outcome.ts';

interface Given {
  readonly actor: Actor;
  /** Those that the archive is to hold, by the reader's leave. */
  readonly missionIds: ReadonlySet<string>;
  /** The missions of the proofs, by id; one that is no more is missing here. */
  readonly missions: ReadonlyMap<string, Pick<Mission, 'expert' | 'laureateIds'>>;
}

/**
 * Of a laureate's own proofs, those that no mission of the archive brings: its mission goes on under another laureate, or is closed to the reader.
 * They go beside its ledger, which names the last of the chain: without them the check would miss places of it.
 */
export function proofsApart<One extends Pick<Proof, 'laureateId' | 'missionId'>>(
  proofs: readonly One[],
  { actor, missionIds, missions }: Given,
): One[] {
  return proofs.filter(({ laureateId, missionId }) => {
    if (can(actor, { action: 'seeLaureate', laureateId }) !== null) return false;
    const mission = missions.get(missionId);
    if (mission === undefined || !missionIds.has(missionId)) return true;
    const { expert, laureateIds } = mission;
    return can(actor, { action: 'seeMission', expertId: expert.expertId, laureateIds }) !== null;
  });
}
