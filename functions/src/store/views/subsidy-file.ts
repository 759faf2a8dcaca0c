import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { SubsidyActionName } from '../../domain/subsidy/actions.ts';
import type { Adjustment } from '../../domain/subsidy/adjustment.ts';
import { subsidyRefusal } from '../../domain/subsidy/decide.ts';
import type { SubsidyFacts } from '../../domain/subsidy/facts.ts';
import type { AdjustmentRow, SubsidyFile } from '../../domain/subsidy/file.ts';
import { balanceOf, balanceOn } from '../../domain/subsidy/ledger.ts';
import { get } from '../collection.ts';
import { ADJUSTMENTS, adjustments } from '../collections/adjustments.ts';
import { laureates } from '../collections/laureates.ts';
import { reconciliations } from '../collections/reconciliations.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares, sharesOf } from '../collections/shares.ts';
import { ledgerNow } from '../laureates/ledger-reading.ts';

const MOST_ROWS = 50;
const noLaureate = refuse('laureate-unknown', 'Ce lauréat n’est pas enregistré.');

/** What the team keeps of a subsidy beside its statement: four reads, two queries, and a read a line. */
export async function subsidyFileView(
  firestore: Firestore,
  actor: Actor,
  asked: { laureateId: string; now: number },
): Promise<SubsidyFile | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const { laureateId } = asked;
  const [laureate, settings, account, parts, last, found] = await Promise.all([
    get(firestore, laureates, laureateId),
    settingsInForce(firestore),
    ledgerNow(firestore, laureateId),
    firestore.collection(sharesOf(laureateId)).orderBy('since', 'desc').get(),
    get(firestore, reconciliations, laureateId),
    firestore
      .collection(ADJUSTMENTS)
      .where('laureateId', '==', laureateId)
      .orderBy('proposedAt', 'desc')
      .limit(MOST_ROWS)
      .get(),
  ]);
  if (laureate === null) return noLaureate;
  const { entries, fault } = account;
  const facts = { ...asked, settings, operationId: '', subject: { laureate, entries, ledgerHolds: fault === null } };
  const list = adjustments.list(found.docs);
  const names = await namesOf(firestore, list);
  return {
    laureateId,
    acts: actor.kind === 'staff',
    fault,
    reconciliation: last,
    adjustments: list.map((adjustment): AdjustmentRow => {
      const { otherLaureateId } = adjustment;
      const otherName = otherLaureateId === null ? null : (names.get(otherLaureateId) ?? otherLaureateId);
      const actions = actor.kind === 'staff' ? open({ ...facts, actor, other: null, adjustment }) : [];
      return { ...adjustment, otherName, actions };
    }),
    settled: shares.list(parts.docs).flatMap(({ missionId, need }) => {
      const { settledCents } = balanceOn(entries, missionId);
      return settledCents > 0 ? [{ missionId, need, settledCents }] : [];
    }),
    remainingCents: balanceOf(entries).remainingCents,
    ceilings: settings.ceilings,
    fourEyes: settings.adjustFourEyes,
  };
}

const answers = ['approveAdjustment', 'rejectAdjustment', 'withdrawAdjustment'] as const satisfies SubsidyActionName[];

/** The table's own word on each button. */
function open(facts: SubsidyFacts): SubsidyActionName[] {
  return answers.filter((action) => subsidyRefusal(facts, action) === null);
}

async function namesOf(firestore: Firestore, list: readonly Adjustment[]): Promise<Map<string, string>> {
  const ids = [...new Set(list.flatMap(({ otherLaureateId }) => otherLaureateId ?? []))];
  const found = await Promise.all(ids.map((id) => get(firestore, laureates, id)));
  return new Map(found.flatMap((laureate) => (laureate ? [[laureate.id, laureate.name] as const] : [])));
}
