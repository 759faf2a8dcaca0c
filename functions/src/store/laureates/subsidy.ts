import type { DocumentSnapshot, Firestore, Transaction, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SubsidyActionResult } from '../../domain/api.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { type SubsidyActionRow, type SubsidyCommand, subsidyActions } from '../../domain/subsidy/actions.ts';
import { decideSubsidy } from '../../domain/subsidy/decide.ts';
import type { SubsidyOutcome } from '../../domain/subsidy/effects.ts';
import { adjustmentAsked, type SubsidyFacts, type SubsidySubject } from '../../domain/subsidy/facts.ts';
import { adjustments } from '../collections/adjustments.ts';
import { laureates } from '../collections/laureates.ts';
import { settingsInForce } from '../collections/settings.ts';
import { once } from '../operations.ts';
import { rewrite } from '../optimistic.ts';
import { appendLines, type OpenLedger, openLedger } from './ledger-appending.ts';
import { tellOfSubsidy } from './subsidy-telling.ts';

export interface AskedOfSubsidy {
  readonly actor: SubsidyFacts['actor'];
  readonly laureateId: string;
  readonly command: SubsidyCommand;
  readonly operationId: string;
  readonly now: number;
}

const unknownLaureate = refuse('laureate-unknown', 'Ce lauréat n’est pas enregistré. Rechargez la page.');
const elsewhere = refuse(
  'adjustment-elsewhere',
  'Cette correction porte sur un autre lauréat. Rien n’a été changé : rechargez la page.',
);
const answerSchema: z.ZodType<SubsidyActionResult> = z.object({ done: z.string() });

/** The facts, and the documents that the commit compares with what was read. */
interface Gathered {
  readonly facts: SubsidyFacts;
  readonly ledgers: readonly OpenLedger[];
  readonly adjustmentSnapshot: DocumentSnapshot | null;
}

/**
 * What staff do to a subsidy outside of missions, in one commit: the lines of one or two ledgers, the proposal or its answer, the journal, the
 * task and the mails. It holds only if the heads and the proposal are as they were read, so that two approvals write one line.
 */
export function actOnSubsidy(firestore: Firestore, asked: AskedOfSubsidy): Promise<SubsidyActionResult | Refusal> {
  const { actor, laureateId, command, operationId, now } = asked;
  const operation = {
    ...{ actorUid: actor.uid, operationId, now, answer: answerSchema },
    asked: { name: 'subsidyAction', laureateId, command },
  };
  return once(firestore, operation, async (batch) => {
    const gathered = await gatherSubsidy(firestore, asked);
    if (isRefusal(gathered)) return { answer: gathered, batch: null };
    const outcome = decideSubsidy(gathered.facts, command);
    if (isRefusal(outcome)) return { answer: outcome, batch: null };
    write(firestore, batch, gathered, outcome);
    const { happened, done } = said(command, outcome);
    await tellOfSubsidy(firestore, batch, { facts: gathered.facts, command, outcome, happened });
    return { answer: { done }, batch };
  });
}

async function gatherSubsidy(firestore: Firestore, asked: AskedOfSubsidy): Promise<Gathered | Refusal> {
  const settings = await settingsInForce(firestore);
  return firestore.runTransaction(
    async (transaction): Promise<Gathered | Refusal> => {
      const { actor, laureateId, command, operationId, now } = asked;
      const adjustmentSnapshot =
        'adjustmentId' in command.input
          ? await transaction.get(firestore.doc(adjustments.path(command.input.adjustmentId)))
          : null;
      const adjustment = adjustmentSnapshot ? adjustments.read(adjustmentSnapshot) : null;
      if (adjustment !== null && adjustment.laureateId !== laureateId) return elsewhere;
      const own = await subjectOf(transaction, firestore, laureateId);
      if (own === null) return unknownLaureate;
      const common = { now, settings, actor, operationId, adjustment };
      const alone: SubsidyFacts = { ...common, subject: own.subject, other: null };
      const otherId = adjustmentAsked(alone, command)?.otherLaureateId ?? null;
      const other = otherId === null ? null : await subjectOf(transaction, firestore, otherId);
      const ledgers = [own.ledger, ...(other === null || otherId === laureateId ? [] : [other.ledger])];
      return { facts: { ...alone, other: other?.subject ?? null }, ledgers, adjustmentSnapshot };
    },
    { readOnly: true },
  );
}

async function subjectOf(
  transaction: Transaction,
  firestore: Firestore,
  laureateId: string,
): Promise<{ subject: SubsidySubject; ledger: OpenLedger } | null> {
  const [snapshot, ledger] = await Promise.all([
    transaction.get(firestore.doc(laureates.path(laureateId))),
    openLedger(transaction, firestore, laureateId),
  ]);
  const laureate = laureates.read(snapshot);
  if (laureate === null) return null;
  return { subject: { laureate, entries: ledger.entries, ledgerHolds: ledger.fault === null }, ledger };
}

function write(
  firestore: Firestore,
  batch: WriteBatch,
  { ledgers, adjustmentSnapshot }: Gathered,
  { entries, adjustment }: SubsidyOutcome,
): void {
  for (const ledger of ledgers) {
    const added = entries.filter(({ laureateId }) => laureateId === ledger.laureateId).map(({ entry }) => entry);
    appendLines(firestore, batch, ledger, added);
  }
  if (adjustment === null) return;
  const value = adjustments.write(adjustment);
  if (adjustmentSnapshot) rewrite(batch, adjustmentSnapshot, value);
  else batch.create(firestore.doc(adjustments.path(adjustment.id)), value);
}

/** A correction that waits for a second person is told as a proposal. */
function said({ action }: SubsidyCommand, { adjustment }: SubsidyOutcome) {
  const row: SubsidyActionRow = subsidyActions[action];
  const waits = adjustment?.state === 'proposed' ? row.proposed : undefined;
  return { happened: waits?.happening ?? row.happening, done: waits?.done ?? row.done };
}
