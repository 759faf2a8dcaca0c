import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { formatEuros } from '../../domain/money.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import type { Happening } from '../../domain/people/journal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import type { SubsidyCommand } from '../../domain/subsidy/actions.ts';
import type { SubsidyOutcome } from '../../domain/subsidy/effects.ts';
import type { SubsidyFacts, SubsidySubject } from '../../domain/subsidy/facts.ts';
import { adjustmentKinds, type LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { journalLine } from '../collections/journal.ts';
import { members, membersOf } from '../collections/laureates.ts';
import { sha256 } from '../hash.ts';
import { queueMails } from '../notifications/queue.ts';
import { closeTask, openTask } from '../staff/tasks.ts';

interface Told {
  readonly facts: SubsidyFacts;
  readonly command: SubsidyCommand;
  readonly outcome: SubsidyOutcome;
  readonly happened: Happening;
}

/**
 * The journal's line, the task of the second person, and a mail to each living member of a laureate whose subsidy changes. What is only proposed
 * or rejected changes nothing for them, and is not told: they would read of money that does not move.
 */
export async function tellOfSubsidy(firestore: Firestore, batch: WriteBatch, told: Told): Promise<void> {
  const { facts, command, outcome, happened } = told;
  const { actor, subject, now, operationId } = facts;
  const reason = reasonOf(told);
  journalLine(firestore, batch, `subsidy.${actor.uid}.${operationId}`, {
    at: now,
    by: { uid: actor.uid, name: actor.name, kind: 'staff' },
    done: happened,
    aboutUid: subject.laureate.id,
    aboutName: subject.laureate.name,
    laureateId: subject.laureate.id,
    ...{ expertId: null, missionId: outcome.adjustment?.missionId ?? null, reason },
  });
  await followTask(firestore, batch, told);
  for (const { laureateId, entry } of outcome.entries) {
    const moved = [facts.subject, facts.other].find((one) => one?.laureate.id === laureateId);
    if (moved)
      await mailMembers(firestore, batch, {
        facts,
        moved,
        entry,
        reason: command.action === 'award' ? '' : (reason ?? ''),
      });
  }
}

/** The reason of the decision: of an approval, the one that was proposed. */
function reasonOf({ command, outcome }: Told): string | null {
  if ('reason' in command.input) return command.input.reason.trim();
  return outcome.adjustment?.reason ?? null;
}

async function followTask(firestore: Firestore, batch: WriteBatch, { facts, outcome }: Told): Promise<void> {
  const { adjustment } = outcome;
  if (adjustment === null) return;
  const { laureate } = facts.subject;
  if (adjustment.state !== 'proposed') {
    const id = taskId('adjustmentToApprove', adjustment.id);
    await closeTask(firestore, batch, id, facts.actor.name, facts.now);
    return;
  }
  await openTask(firestore, batch, {
    kind: 'adjustmentToApprove',
    subject: adjustment.id,
    at: facts.now,
    about: `${laureate.name}, ${adjustmentKinds[adjustment.kind].toLowerCase()} proposée par ${facts.actor.name}`,
    laureateId: laureate.id,
    ...{ missionId: adjustment.missionId, expertId: null },
  });
}

interface Moved {
  readonly facts: SubsidyFacts;
  readonly moved: SubsidySubject;
  readonly entry: LedgerEntry;
  readonly reason: string;
}

async function mailMembers(firestore: Firestore, batch: WriteBatch, { facts, moved, entry, reason }: Moved) {
  const { laureate } = moved;
  const found = await firestore.collection(membersOf(laureate.id)).where('active', '==', true).get();
  const [{ mail, when }] = serviceSubscriptions.subsidyMoved;
  for (const { uid, name, email } of members.list(found.docs)) {
    const item: OutboxItem = {
      id: `subsidyChanged.${laureate.id}.${entry.id}.${sha256(email).slice(0, 16)}`,
      mail,
      to: { email, name, uid },
      facts: {
        ...{ recipientName: name, reader: 'laureate', laureateName: laureate.name, expertName: '' },
        happened: movedSentence(entry),
        byName: facts.actor.name,
        ...{ reason, state: null, need: '' },
      },
      path: `/laureat?laureat=${laureate.id}`,
      ...{ when, mission: null, parts: [] },
      createdAt: facts.now,
    };
    queueMails(firestore, batch, [item]);
  }
}

/** « Remboursement après clôture : 300,00 € de plus. » */
function movedSentence(entry: LedgerEntry): string {
  const amount = `${formatEuros(Math.abs(entry.cents))} de ${entry.cents < 0 ? 'moins' : 'plus'}`;
  if (entry.type === 'award') return `Attribution (décision ${entry.decision.reference}) : ${amount}.`;
  return `${entry.type === 'adjust' && entry.kind ? adjustmentKinds[entry.kind] : 'Correction'} : ${amount}.`;
}
