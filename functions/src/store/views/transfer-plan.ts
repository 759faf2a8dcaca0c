import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import { authorOf, type SignedInActor } from '../../domain/actor.ts';
import { movedCents, takeoverStage } from '../../domain/laureates/takeover.ts';
import { obstacleTo, type TransferFacts } from '../../domain/laureates/transfer.ts';
import type { TransferPlanView } from '../../domain/laureates/views.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { balanceOf, committedOn } from '../../domain/subsidy/ledger.ts';
import { settingsInForce } from '../collections/settings.ts';
import { unknownLaureate } from '../laureates/act.ts';
import { readTransfer } from '../laureates/transfer-reading.ts';

const itself = refuse('into-unfit', 'Un lauréat ne se réunit pas à lui-même : choisissez-en un autre.');

/** The dry run of a transfer: the reading of the real one, and nothing written. */
export async function transferPlanView(
  firestore: Firestore,
  actor: SignedInActor,
  { laureateId, intoId, now }: { laureateId: string; intoId: string; now: number },
): Promise<TransferPlanView | Refusal> {
  const refusal = can(actor, { action: 'manageLaureates' });
  if (refusal) return refusal;
  if (laureateId === intoId) return itself;
  const { from, into, missions } = await readTransfer(firestore, laureateId, intoId);
  if (from === null || into === null) return unknownLaureate;
  const facts: TransferFacts = {
    ...{ now, by: authorOf(actor), reason: '', settingsVersion: 0, operationId: '', missions },
    ...{ from: from.laureate, into: into.laureate, fromEntries: from.entries, intoEntries: into.entries },
  };
  const takeover = from.laureate.takeover?.intoId === intoId ? from.laureate.takeover : null;
  const { adjustFourEyes } = await settingsInForce(firestore);
  const pressed = { uid: actor.uid, intoId, takeover, movedCents: movedCents(from.entries) };
  const { remainingCents, settledCents } = balanceOf(from.entries);
  return {
    ...{ fromName: from.laureate.name, intoName: into.laureate.name, remainingCents, settledCents },
    missions: missions.map((one) => ({
      missionId: one.mission.id,
      need: one.mission.need,
      expertName: one.mission.expert.name,
      heldCents: committedOn(from.entries, one.mission.id),
      obstacle: obstacleTo(one, facts),
    })),
    stage: takeoverStage(pressed, adjustFourEyes),
    proposedBy: takeover?.byName ?? null,
    people: from.members
      .filter(({ uid, active }) => active && into.members.every((member) => member.uid !== uid))
      .map(({ name }) => name),
  };
}
