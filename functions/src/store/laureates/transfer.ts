import type { DocumentData, Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import { authorOf } from '../../domain/actor.ts';
import { decideLaureateAction, type LaureateOutcome } from '../../domain/laureates/decide.ts';
import type { LaureateCommand } from '../../domain/laureates/facts.ts';
import { movedCents, takeoverStage } from '../../domain/laureates/takeover.ts';
import {
  type MissionMove,
  moved,
  obstacleTo,
  type TransferFacts,
  type TransferredMission,
  transferEntries,
} from '../../domain/laureates/transfer.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import { brokenLedger } from '../../domain/subsidy/ledger-fault.ts';
import { files } from '../collections/files.ts';
import { grants } from '../collections/grants.ts';
import { invoices } from '../collections/invoices.ts';
import { journalLine } from '../collections/journal.ts';
import { laureates } from '../collections/laureates.ts';
import { ledger, ledgerHeads } from '../collections/ledger.ts';
import { missionEvents, missions } from '../collections/missions.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares } from '../collections/shares.ts';
import { invoiceTask } from '../missions/mission-tasks.ts';
import { busy, once } from '../operations.ts';
import { type Attempt, optimistically, rewrite } from '../optimistic.ts';
import { closeTask, openTask } from '../staff/tasks.ts';
import { type AskedOfLaureate, tell, unknownLaureate } from './act.ts';
import { extendChain } from './ledger-chain.ts';
import { seatOnBothSides } from './transfer-people.ts';
import { type ReadLaureate, type ReadTransfer, readTransfer } from './transfer-reading.ts';

/** Firestore took 500 writes a commit at most for years, and still counts their size: one commit stays well below. */
const MOST_WRITES = 400;
const answer = z.object({ done: z.string() });

export interface AskedOfTransfer extends AskedOfLaureate {
  readonly command: Extract<LaureateCommand, { action: 'transferEntity' }>;
  /** Missions that one commit carries; only a test of the steps makes it small. */
  readonly mostMissions?: number;
}

/**
 * Makes one laureate another one's: missions, what they hold, what remains and people, in one commit when it fits. When it does not, in steps:
 * each is a commit that carries some missions with their money, after which both ledgers together say what they said before. Nothing notes how
 * far it went: what is left is read again, so that pressing once more after a failure carries on, and the task stays open until it is done.
 */
export async function transferLaureate(
  firestore: Firestore,
  asked: AskedOfTransfer,
): Promise<{ done: string } | Refusal> {
  const { actor, operationId, laureateId, command, now } = asked;
  const settings = await settingsInForce(firestore);
  const operation = { actorUid: actor.uid, operationId, asked: { call: 'laureateAction', laureateId, command }, now };
  for (;;) {
    const done = await once(firestore, { ...operation, answer }, (batch) =>
      attempt(firestore, batch, { asked, settings, last: true }),
    );
    if (!isRefusal(done) || done.code !== goesOn.code) return done;
    const step = await carryOneStep(firestore, asked, settings);
    // Its first call may have taken the very last step meanwhile: its answer is then this one's.
    if (isRefusal(step)) return once(firestore, { ...operation, answer }, async () => ({ answer: step, batch: null }));
  }
}

/** One commit of those that come before the last: some missions with their money. Alone, it is a transfer that was cut half-way. */
export async function carryOneStep(
  firestore: Firestore,
  asked: AskedOfTransfer,
  settings: ProgrammeSettings,
): Promise<{ done: string } | Refusal> {
  const step = await optimistically(firestore, (batch) => attempt(firestore, batch, { asked, settings, last: false }));
  return step === null ? busy : step.answer;
}

/** Never shown: too much is left for one commit, a step comes first. */
const goesOn = refuse('transfer-goes-on', 'Le transfert continue.');

interface Step {
  readonly asked: AskedOfTransfer;
  readonly settings: ProgrammeSettings;
  /** Whether this commit ends the transfer; else it carries as many missions as fit. */
  readonly last: boolean;
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { asked, settings, last }: Step,
): Promise<Attempt<{ done: string } | Refusal>> {
  const { actor, command, now } = asked;
  const read = await readTransfer(firestore, asked.laureateId, command.intoId);
  const { from, into } = read;
  if (from === null) return { answer: unknownLaureate, batch: null };
  const judged = { now, actor, laureate: from.laureate, siretHolder: null, referentName: null };
  const outcome = decideLaureateAction({ ...judged, into: into?.laureate ?? null }, command);
  if (isRefusal(outcome)) return { answer: outcome, batch: null };
  if (into === null) return { answer: unknownLaureate, batch: null };
  const facts = factsOf(asked, settings.version, { from, into, read });
  const refusal = from.ledgerHolds && into.ledgerHolds ? obstacleRefusal(facts) : brokenLedger;
  if (refusal) return { answer: refusal, batch: null };
  const stage = stageOf(facts, settings);
  if (stage === 'ownProposal') return { answer: ownProposal, batch: null };
  if (stage === 'propose') return propose({ firestore, batch, read, facts, outcome, asked });
  const carried = facts.missions.slice(0, asked.mostMissions ?? mostMissions(facts.missions));
  if (last && facts.missions.length > carried.length) return { answer: goesOn, batch: null };
  const moves = carried.map((one) => moved(one, facts));
  const writing = { firestore, batch, read, facts, outcome, asked };
  await writeMoves(writing, moves, settings.invoiceTaskDays);
  writeMoney(writing, { from, into }, moves, last);
  await (last ? finish(writing, { from, into }) : freeze(writing));
  return { answer: { done: `${from.laureate.name} est réunie à ${into.laureate.name}.` }, batch };
}

/** How many of these, in their order, fit in one commit; one at least. */
function mostMissions(missionsLeft: readonly TransferredMission[]): number {
  let writes = 0;
  const full = missionsLeft.findIndex((one) => {
    writes += writesOf(one);
    return writes > MOST_WRITES;
  });
  return full === -1 ? missionsLeft.length : Math.max(1, full);
}

/** The mission and a line of its journal, two shares, a line in each ledger (and one of the whole step), grants; an invoice, its PDF and its task. */
function writesOf({ grants: closed, invoices: carried }: TransferredMission): number {
  return 7 + closed.length + 3 * carried.length;
}

function factsOf(
  { actor, command, operationId, now }: AskedOfTransfer,
  settingsVersion: number,
  { from, into, read }: { from: ReadLaureate; into: ReadLaureate; read: ReadTransfer },
): TransferFacts {
  return {
    ...{ now, by: authorOf(actor), reason: command.reason.trim(), settingsVersion, operationId },
    ...{ from: from.laureate, into: into.laureate, fromEntries: from.entries, intoEntries: into.entries },
    missions: read.missions,
  };
}

function stageOf({ by, from, into, fromEntries }: TransferFacts, { adjustFourEyes }: ProgrammeSettings) {
  const pressed = { uid: by.uid, intoId: into.id, takeover: from.takeover ?? null };
  return takeoverStage({ ...pressed, movedCents: movedCents(fromEntries) }, adjustFourEyes);
}

const ownProposal = refuse(
  'own-proposal',
  'Vous avez proposé cette réunion : une autre personne de l’équipe la confirme. Rien n’a été changé.',
);

/** Nothing moves yet: the record says who proposed it, and a task asks the others. */
async function propose(writing: Writing): Promise<Attempt<{ done: string }>> {
  const { firestore, batch, facts, asked } = writing;
  const { from, into, by, now } = facts;
  const takeover = { intoId: into.id, byUid: by.uid, byName: by.name, at: now };
  put(writing, laureates.path(from.id), laureates.write({ ...from, takeover }));
  journalLine(firestore, batch, asked.lineId, {
    ...{ at: now, by: { ...by, kind: 'staff' }, done: 'proposeTransfer', aboutUid: from.id, aboutName: from.name },
    ...{ laureateId: from.id, expertId: null, missionId: null, reason: facts.reason },
  });
  await openTask(firestore, batch, {
    ...{ kind: 'transferToCheck', subject: from.id, at: asked.now, missionId: null, expertId: null },
    ...{ about: `${from.name}, à réunir à ${into.name} : proposé par ${by.name}`, laureateId: from.id },
  });
  return { answer: { done: 'La réunion est proposée. Une autre personne de l’équipe la confirme.' }, batch };
}

function obstacleRefusal(facts: TransferFacts): Refusal | null {
  for (const one of facts.missions) {
    const obstacle = obstacleTo(one, facts);
    if (obstacle)
      return refuse(
        'transfer-obstacle',
        `Rien n’a été changé. Pour la mission « ${one.mission.need.slice(0, 80)} », ${obstacle}`,
      );
  }
  return null;
}

interface Writing {
  readonly firestore: Firestore;
  readonly batch: WriteBatch;
  readonly read: ReadTransfer;
  readonly facts: TransferFacts;
  readonly outcome: LaureateOutcome;
  readonly asked: AskedOfTransfer;
}

/** Writes a document as it was read: created if it was not there, else only if nobody has touched it since. */
function put({ firestore, batch, read }: Writing, path: string, value: DocumentData): void {
  const before = read.snapshots.get(path);
  if (before) rewrite(batch, before, value);
  else batch.create(firestore.doc(path), value);
}

async function writeMoves(writing: Writing, moves: readonly MissionMove[], invoiceDays: number): Promise<void> {
  const ended = new Map<string, (typeof moves)[number]['grants'][number]>();
  for (const move of moves) {
    const { mission, shares: parts, grants: closed, event } = move;
    put(writing, missions.path(mission.id), missions.write(mission));
    put(writing, missionEvents.path(mission.id, String(event.number)), missionEvents.write(event));
    await writeInvoices(writing, move, invoiceDays);
    for (const share of parts) put(writing, shares.path(share.laureateId, mission.id), shares.write(share));
    for (const grant of closed) {
      // One person's grant may be of several of these missions: each ends its own part.
      const path = grants.path(grant.laureateId, grant.uid);
      const missionUntil = grant.missions[mission.id] ?? 0;
      const before = ended.get(path) ?? grant;
      ended.set(path, { ...before, missions: { ...before.missions, [mission.id]: missionUntil } });
    }
  }
  for (const [path, grant] of ended) put(writing, path, grants.write(grant));
}

/** What is not paid yet, with its PDF, whose readers follow, and the team's task about it. */
async function writeInvoices(writing: Writing, { invoices: carried, event }: MissionMove, days: number): Promise<void> {
  const { firestore, batch, read } = writing;
  for (const invoice of carried) {
    put(writing, invoices.path(invoice.id), invoices.write(invoice));
    const path = files.path(invoice.fileId);
    const snapshot = read.snapshots.get(path);
    const file = snapshot ? files.read(snapshot) : null;
    if (file) put(writing, path, files.write({ ...file, laureateId: invoice.laureateId }));
    await invoiceTask(firestore, batch, invoice, { event, days });
  }
}

function writeMoney(
  writing: Writing,
  { from, into }: { from: ReadLaureate; into: ReadLaureate },
  moves: readonly MissionMove[],
  isLast: boolean,
): void {
  const entries = transferEntries({ moves, isLast }, writing.facts);
  append(writing, from, entries.from);
  append(writing, into, entries.into);
  if (isLast && entries.from.length === 0) seal(writing, from);
}

function append(writing: Writing, side: ReadLaureate, added: readonly LedgerEntry[]): void {
  if (added.length === 0) return;
  const { laureate, entries, head } = side;
  const chain = extendChain(head, entries, added, laureate.id);
  for (const line of chain.lines) put(writing, ledger.path(laureate.id, line.entry.id), ledger.write(line));
  put(writing, ledgerHeads.path(laureate.id), ledgerHeads.write(chain.head));
}

/**
 * With nothing to hand on, the first one's head moves all the same: a decision on it that is under way (a mission that is reopened, say) loses
 * the race and finds it merged, and one that was quicker makes this transfer read again.
 */
function seal(writing: Writing, { laureate, head }: ReadLaureate): void {
  if (head === null) return;
  // Never the same: a write that changes nothing would leave the document as the other had read it.
  const at = Math.max(writing.asked.now, head.at + 1);
  put(writing, ledgerHeads.path(laureate.id), ledgerHeads.write({ ...head, at }));
}

const taskOf = (laureateId: string) => taskId('transferToCheck', laureateId);

/** Between two steps nothing new may be asked of the first; somebody is told that it is half-way. */
async function freeze(writing: Writing): Promise<void> {
  const { firestore, batch, facts, asked } = writing;
  const { from, into } = facts;
  const standing = { since: asked.now, byName: asked.actor.name, reason: facts.reason };
  const takeover = from.takeover && { ...from.takeover, startedAt: asked.now };
  const status = from.status === 'active' ? ('suspended' as const) : from.status;
  const stopped = { ...from, status, standing, takeover };
  put(writing, laureates.path(from.id), laureates.write(stopped));
  await openTask(firestore, batch, {
    ...{ kind: 'transferToCheck', subject: from.id, at: asked.now, missionId: null, expertId: null },
    ...{ about: `${from.name}, en cours de réunion à ${into.name}`, laureateId: from.id },
  });
}

async function finish(writing: Writing, sides: { from: ReadLaureate; into: ReadLaureate }): Promise<void> {
  const { firestore, batch, outcome, asked, facts, read } = writing;
  put(writing, laureates.path(facts.from.id), laureates.write(outcome.laureate));
  // The one that takes over is still active when this is written.
  put(writing, laureates.path(facts.into.id), laureates.write(facts.into));
  await seatOnBothSides(firestore, batch, { from: sides.from, into: sides.into, snapshots: read.snapshots });
  await closeTask(firestore, batch, taskOf(facts.from.id), asked.actor.name, asked.now);
  const intoName = facts.into.name;
  await tell(firestore, batch, asked, outcome, { intoName, audiences: ['members', 'experts'] });
  // Its own experts have nothing to hear: their missions do not change.
  await tell(
    firestore,
    batch,
    { ...asked, lineId: `${asked.lineId}.into` },
    { ...outcome, laureate: { ...outcome.laureate, id: facts.into.id } },
    { intoName, audiences: ['members'], journalName: intoName },
  );
}
