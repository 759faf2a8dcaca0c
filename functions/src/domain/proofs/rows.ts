import type { Instant } from '../calendar.ts';
import type { JournalEntry, MissionCore } from '../missions/mission.ts';
import type { ProofKind } from '../missions/outcome.ts';
import { proofKindOf } from '../missions/proof.ts';
import { proofKindRows } from './export.ts';

/** A proof in a list. */
export interface ProofRow {
  readonly proofId: string;
  readonly kind: ProofKind;
  readonly at: Instant;
  readonly laureateId: string;
  readonly personName: string;
  readonly organisation: string;
}

/** The proofs that have no attestation to stand beside, by the lines of the journal that name them: nothing more is read. */
export function unattestedProofs({ participants }: MissionCore, events: readonly JournalEntry[]): ProofRow[] {
  return events.flatMap((event) => {
    const { proofId, action, laureateId, at, by } = event;
    const kind = action === 'carriedOver' ? undefined : proofKindOf(action);
    if (!proofId || laureateId === null || kind === undefined || proofKindRows[kind].attested) return [];
    const organisation = participants[laureateId]?.name ?? laureateId;
    return [{ proofId, kind, at, laureateId, personName: by.name, organisation }];
  });
}
