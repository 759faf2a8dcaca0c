import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { MissionActionResult } from '../../domain/api.ts';
import type { Command } from '../../domain/missions/actions.ts';
import { toldOfFormer } from '../../domain/missions/answering.ts';
import { decide } from '../../domain/missions/decide.ts';
import type { Outcome } from '../../domain/missions/outcome.ts';
import { allStates } from '../../domain/missions/states.ts';
import { transitionOf } from '../../domain/missions/transitions.ts';
import type { LinkedProof } from '../../domain/proofs/link.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { documentRequests } from '../collections/document-requests.ts';
import { grants } from '../collections/grants.ts';
import { invoices } from '../collections/invoices.ts';
import { balanceSchema } from '../collections/laureates.ts';
import { ledger, ledgerHeads } from '../collections/ledger.ts';
import { missionEvents, missions } from '../collections/missions.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { linkedProofs } from '../collections/proofs.ts';
import { shares } from '../collections/shares.ts';
import { amendments, feedback, submissions } from '../collections/submissions.ts';
import { id } from '../fields.ts';
import { extendChain } from '../laureates/ledger-chain.ts';
import { queueReminder } from '../notifications/reminder-queue.ts';
import { once } from '../operations.ts';
import { linkProofs } from '../proofs/chain.ts';
import { nameFiles } from '../proofs/named-files.ts';
import { keepOrigin } from '../proofs/origins.ts';
import { documentsToMake } from './documents-to-make.ts';
import { type Asked, type Gathered, gather, ledgerScope } from './gather.ts';
import { missionMails } from './mission-mails.ts';
import { missionTasks } from './mission-tasks.ts';

/** What is kept of an answer, to be given again. */
const answerSchema: z.ZodType<MissionActionResult> = z.object({
  missionId: id,
  state: z.enum(allStates),
  done: z.string(),
  balance: balanceSchema.nullable(),
});

/**
 * Decides and writes one action, in one commit: state, journal, shares, ledger, grants, proof, documents to make and mails.
 *
 * Optimistic: the decision is pure, and the commit holds only if the mission, the ledger heads, shares and grants it rests on are as they were
 * read; ids are fixed and created, so that doing it twice fails.
 */
export async function commitAction(
  firestore: Firestore,
  asked: Asked,
  command: Command,
  operationId: string,
): Promise<MissionActionResult | Refusal> {
  const { now, actor } = asked;
  const operation = { actorUid: actor.uid, operationId, asked: bodyOf(asked, command), now, answer: answerSchema };
  return once(firestore, operation, async (batch) => {
    const gathered = await gather(firestore, asked, command, ledgerScope(command.action));
    const decision = decide(gathered.facts, command);
    if (!decision.allowed) return { answer: decision.refusal, batch: null };
    const { proof } = decision.outcome;
    const days = asked.settings.proofOriginDays;
    if (proof && asked.from) keepOrigin(firestore, batch, proof, { from: asked.from, days });
    const answer = await write(firestore, batch, gathered, decision.outcome);
    const told = toldOfFormer(gathered.facts, command);
    return { answer: told === null ? answer : { ...answer, done: `${answer.done} ${told}` }, batch };
  });
}

async function write(
  firestore: Firestore,
  batch: WriteBatch,
  gathered: Gathered,
  outcome: Outcome,
): Promise<MissionActionResult> {
  const { facts } = gathered;
  const put = writer(firestore, batch, gathered);
  const { mission, event } = outcome;
  put(missions.path(mission.id), missions.write(mission));
  if (outcome.predecessor) put(missions.path(outcome.predecessor.id), missions.write(outcome.predecessor));
  put(missionEvents.path(mission.id, String(event.number)), missionEvents.write(event));
  for (const share of outcome.shares) put(shares.path(share.laureateId, mission.id), shares.write(share));
  for (const grant of outcome.grants) put(grants.path(grant.laureateId, grant.uid), grants.write(grant));
  const balances = putLedgers(put, gathered, outcome, (proof) => putProof(firestore, batch, put, proof));
  if (outcome.submitted)
    put(submissions.path(mission.id, String(outcome.submitted.version)), submissions.write(outcome.submitted));
  if (outcome.amendment)
    put(amendments.path(mission.id, String(outcome.amendment.number)), amendments.write(outcome.amendment));
  if (outcome.feedback)
    put(
      feedback.path(mission.id, outcome.feedback.laureateId),
      feedback.write({ ...outcome.feedback, answers: { ...outcome.feedback.answers } }),
    );
  if (outcome.invoice) put(invoices.path(outcome.invoice.id), invoices.write(outcome.invoice));
  for (const request of documentsToMake(outcome, facts.actor.uid))
    put(documentRequests.path(request.fileId), documentRequests.write(request));
  for (const item of await missionMails(firestore, facts, outcome)) {
    if (item.mail === 'reminder') await queueReminder(firestore, batch, item);
    else put(outbox.path(item.id), outbox.write(queued(item)));
  }
  await missionTasks(firestore, batch, facts, outcome);
  return {
    missionId: mission.id,
    state: mission.state,
    done: transitionOf(event.action).done,
    balance: facts.laureateId === null ? null : (balances.get(facts.laureateId) ?? null),
  };
}

type Put = (path: string, value: FirebaseFirestore.DocumentData) => void;

/** Writes a document as it must have been read: created if it was not there, else only if nobody has touched it since. */
function writer(firestore: Firestore, batch: WriteBatch, { updated }: Gathered): Put {
  return (path, value) => {
    const lastUpdateTime = updated.get(path);
    if (lastUpdateTime) batch.update(firestore.doc(path), value, { lastUpdateTime });
    else batch.create(firestore.doc(path), value);
  };
}

/** A proof, and how it is found by the bytes that it names. */
function putProof(firestore: Firestore, batch: WriteBatch, put: Put, proof: LinkedProof): void {
  put(linkedProofs.path(proof.id), linkedProofs.write(proof));
  nameFiles(
    firestore,
    batch,
    proof.id,
    proof.documents.map(({ sha256 }) => sha256),
  );
}

/**
 * The lines and the proofs of each laureate, hung on the head of its ledger, which must be as it was read: of two decisions at once, one is written, and
 * the other decides again after it, so that no place is taken twice.
 */
function putLedgers(put: Put, gathered: Gathered, outcome: Outcome, putProof: (proof: LinkedProof) => void) {
  const made = [...(outcome.proof ? [outcome.proof] : []), ...outcome.outsideProofs];
  const balances = new Map<string, NonNullable<MissionActionResult['balance']>>();
  for (const [laureateId, head] of gathered.heads) {
    const before = gathered.facts.laureates[laureateId]?.entries ?? [];
    const added = outcome.entries
      .filter((line) => line.laureateId === laureateId)
      .map(({ entry }): LedgerEntry => entry);
    const chain = extendChain(head, before, added, laureateId);
    balances.set(laureateId, chain.head.balance);
    const own = made.filter((proof) => proof.laureateId === laureateId);
    if (added.length === 0 && own.length === 0) continue;
    for (const line of chain.lines) put(ledger.path(laureateId, line.entry.id), ledger.write(line));
    const { linked, head: last } = linkProofs(head?.proofs, own);
    linked.forEach(putProof);
    put(ledgerHeads.path(laureateId), ledgerHeads.write(last ? { ...chain.head, proofs: last } : chain.head));
  }
  const missing = [...outcome.entries, ...made].find(({ laureateId }) => !gathered.heads.has(laureateId));
  if (missing)
    throw new Error(`the table decides on the subsidy of ${missing.laureateId} without a guard that reads its ledger`);
  return balances;
}

function bodyOf({ missionId, laureateId, onBehalf }: Asked, command: Command) {
  // The mission's id is chosen by the server for a request, so it can't tell two calls apart.
  return { missionId: command.action === 'request' ? null : missionId, laureateId, onBehalf, command };
}
