import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import type { ImportReport } from '../../domain/api.ts';
import { MINUTE } from '../../domain/calendar.ts';
import { type ImportProblem, readLaureates } from '../../domain/laureates/import.ts';
import { currentSiret, type Member } from '../../domain/laureates/laureate.ts';
import {
  type AwardEntry,
  type ImportPlan,
  type LaureateChange,
  planImport,
  type Recorded,
} from '../../domain/laureates/plan.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { faultSentence, type LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { isOfLaureate, LAUREATES, laureates, MEMBERS, members } from '../collections/laureates.ts';
import { LEDGER, readableLines } from '../collections/ledger.ts';
import { outbox, queued } from '../collections/outbox.ts';
import { settingsInForce } from '../collections/settings.ts';
import { type Newcomers, reviewInterestsAround } from '../experts/interests.ts';
import { alone } from '../lease.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { accountByEmail, newAccount, openAccount } from '../people/accounts.ts';
import { invitationMail } from '../people/mails.ts';
import { appendEntries } from './append-entries.ts';
import { ledgerNow } from './ledger-reading.ts';

export interface ImportAsked {
  readonly csv: string;
  readonly dryRun: boolean;
  /** Write the good rows although others are bad. */
  readonly skipBad: boolean;
  readonly by: string;
  /** Who is named in the mails that invite the people who are new here; null to invite nobody (the demonstration, tests). */
  readonly invitedBy: string | null;
  readonly now: number;
  readonly newId: () => string;
}

export interface Imported {
  readonly report: ImportReport;
  readonly plan: ImportPlan;
}

/** One for every kind of import: each plans from what the others write. */
export const IMPORT_LEASE = 'laureates-import';
/** A hundred laureates take some 20 s, and a callable lives 60: whoever holds the lease for longer is dead. */
export const LEASE_LASTS = 5 * MINUTE;
export const underWay = refuse(
  'import-under-way',
  'Un import est déjà en cours. Rien n’a été écrit : attendez qu’il se termine, puis recommencez. S’il s’est arrêté, cinq minutes suffisent.',
);

/**
 * Imports a file of laureates, one import at a time: two that plan from the same reading would both create every laureate. A dry run writes
 * nothing and waits for nobody.
 */
export async function importLaureates(firestore: Firestore, asked: ImportAsked): Promise<Imported | Refusal> {
  if (asked.dryRun) return recordLaureates(firestore, asked);
  const lease = { name: IMPORT_LEASE, holder: asked.newId(), now: asked.now, lasts: LEASE_LASTS };
  const done = await alone(firestore, lease, () => recordLaureates(firestore, asked));
  if (done === null) return underWay;
  if (done.answer.report.written) await reviewInterestsAround(firestore, newcomersOf(done.answer.plan), asked.now);
  return done.answer;
}

function newcomersOf({ create, update }: ImportPlan): Newcomers {
  const people = [...create, ...update].flatMap(({ members }) => members);
  return {
    emails: people.map(({ email }) => email),
    names: people.map(({ name }) => name),
    sirens: [...create, ...update].map(({ laureate }) => currentSiret(laureate).slice(0, 9)),
  };
}

/**
 * Reads a file of laureates, compares it with what is recorded, and writes it unless a row is bad. Importing the same file twice changes
 * nothing. Reads every laureate, member and award once: an import is rare, and must see a laureate under whatever name it has. Apart from
 * the demonstration, whose clock is in the past, and tests, nobody calls this without the lease. A row that is refused at the moment it is written
 * is told with the others, which are kept.
 */
export async function recordLaureates(firestore: Firestore, asked: ImportAsked): Promise<Imported> {
  const settings = await settingsInForce(firestore);
  const file = readLaureates(asked.csv, settings.ceilings);
  const recorded = await readRecorded(firestore);
  const planned = planImport(file.rows, recorded, {
    now: asked.now,
    settingsVersion: settings.version,
    by: asked.by,
    byName: asked.invitedBy || roleLabels.system,
    newId: asked.newId,
  });
  const plan = await withoutBrokenLedgers(firestore, planned);
  const told = [...file.problems, ...plan.problems];
  const written = !asked.dryRun && (told.length === 0 || asked.skipBad);
  const refused = written ? await writePlan(firestore, plan, asked) : [];
  const done = withoutLines(plan, refused);
  return {
    plan,
    report: {
      ...{ created: done.create.length, updated: done.update.length, unchanged: plan.unchanged, written },
      changes: [...done.create, ...done.update].map(toldOf).toSorted((a, b) => a.line - b.line),
      problems: [...told, ...refused].toSorted((a, b) => a.line - b.line),
    },
  };
}

function withoutLines(plan: ImportPlan, refused: readonly ImportProblem[]): Pick<ImportPlan, 'create' | 'update'> {
  const lines = new Set(refused.map(({ line }) => line));
  const kept = (changes: readonly LaureateChange[]) => changes.filter(({ line }) => !lines.has(line));
  return { create: kept(plan.create), update: kept(plan.update) };
}

function toldOf({ line, laureate, changes }: LaureateChange): ImportReport['changes'][number] {
  return { line, about: changes.length === 0 ? laureate.name : `${laureate.name} : ${changes.join(', ')}` };
}

/** Nothing is awarded on a ledger that does not hold: such a row waits for its repair, and the others are imported. */
async function withoutBrokenLedgers(firestore: Firestore, plan: ImportPlan): Promise<ImportPlan> {
  const awarded = plan.update.filter(({ awards }) => awards.length > 0);
  const read = await Promise.all(
    awarded.map(async (change) => ({ change, ledger: await ledgerNow(firestore, change.laureate.id) })),
  );
  const broken = read.flatMap(({ change, ledger: { fault } }) => (fault === null ? [] : [{ change, fault }]));
  return {
    ...plan,
    update: plan.update.filter((change) => !broken.some((one) => one.change === change)),
    problems: [...plan.problems, ...broken.map(({ change, fault }) => onBrokenLedger(change, fault))],
  };
}

function onBrokenLedger({ line, laureate }: LaureateChange, fault: LedgerFault): ImportProblem {
  const reason = `le registre de cette subvention ne concorde pas, rien ne s’y ajoute avant sa réparation. ${faultSentence(fault)}`;
  return { line, column: 'montant attribué', value: laureate.name, reason };
}

async function readRecorded(firestore: Firestore): Promise<Recorded> {
  const [everyone, people, awards, known] = await Promise.all([
    firestore.collection(LAUREATES).get(),
    firestore.collectionGroup(MEMBERS).get(),
    firestore.collectionGroup(LEDGER).where('entry.type', '==', 'award').get(),
    firestore.collection(ACCOUNTS).get(),
  ]);
  const memberList = members.list(people.docs.filter(({ ref }) => isOfLaureate(ref.path)));
  const awardLines = awards.docs.map((document) => ({
    laureateId: document.ref.parent.parent?.id,
    // An award that can't be read any more is a fault of its ledger, which is judged where something would be added to it.
    line: readableLines([document]).lines[0],
  }));
  return {
    laureates: laureates.list(everyone.docs).map((laureate) => ({
      laureate,
      members: memberList.filter(({ laureateId }) => laureateId === laureate.id),
      awards: awardLines.flatMap(({ laureateId, line }): AwardEntry[] =>
        laureateId === laureate.id && line?.entry.type === 'award' ? [line.entry] : [],
      ),
    })),
    accounts: accounts.list(known.docs).map(({ uid, email, kind }) => ({ uid, email, kind })),
  };
}

/** One commit a laureate: half an import is a list of whole laureates, and running it again finishes it. */
async function writePlan(
  firestore: Firestore,
  plan: ImportPlan,
  asked: ImportAsked,
): Promise<readonly ImportProblem[]> {
  const refused: ImportProblem[] = [];
  const write = async (change: LaureateChange, isNew: boolean) => {
    const problem = await writeLaureate(firestore, change, { isNew, asked });
    if (problem) refused.push(problem);
  };
  for (const change of plan.create) await write(change, true);
  for (const change of plan.update) await write(change, false);
  return refused;
}

interface Writing {
  readonly isNew: boolean;
  readonly asked: ImportAsked;
}

/** A decision may move the ledger, or staff an account, while this is being written: it is then read again and added to. */
async function writeLaureate(
  firestore: Firestore,
  change: LaureateChange,
  writing: Writing,
): Promise<ImportProblem | null> {
  const done = await optimistically(firestore, async (batch) => {
    const fault = await fillBatch(firestore, batch, change, writing);
    return { answer: fault, batch: fault === null ? batch : null };
  });
  if (done === null) return changedTooOften(change);
  return done.answer === null ? null : onBrokenLedger(change, done.answer);
}

function changedTooOften({ line, laureate }: LaureateChange): ImportProblem {
  const reason = 'cette fiche a changé sans cesse pendant l’import : rien n’est écrit pour elle, importez à nouveau';
  return { line, column: 'nom', value: laureate.name, reason };
}

async function fillBatch(
  firestore: Firestore,
  batch: WriteBatch,
  { laureate, members: people, awards }: LaureateChange,
  { isNew, asked }: Writing,
): Promise<LedgerFault | null> {
  const reference = firestore.doc(laureates.path(laureate.id));
  if (isNew) batch.create(reference, laureates.write(laureate));
  else {
    // These belong to others: a decision may have moved them since the plan was made, and a file gives no label back.
    const { balance: _balance, note: _note, status: _status, standing: _standing, ...rest } = laureates.write(laureate);
    const { referent: _referent, mergedInto: _mergedInto, openToSharing: _openToSharing, ...imported } = rest;
    batch.update(reference, imported);
  }
  for (const member of people) {
    const { uid, isNewHere } = await writeMember(firestore, batch, member);
    if (isNewHere && asked.invitedBy !== null) invite(firestore, batch, { ...member, uid }, laureate.name, asked);
  }
  return appendEntries(firestore, batch, laureate.id, awards);
}

/** Somebody new to the file may have got an account since it was planned, from another row even: that account is then the one. */
async function writeMember(firestore: Firestore, batch: WriteBatch, planned: Member) {
  const uid = (await accountByEmail(firestore, planned.email))?.uid ?? planned.uid;
  const seat = firestore.doc(members.path(planned.laureateId, uid));
  const [snapshot, before] = await Promise.all([firestore.doc(accounts.path(uid)).get(), seat.get()]);
  const account = accounts.read(snapshot) ?? newAccount({ ...personOf(planned, uid), kind: 'laureate' });
  if (account.kind !== 'laureate') throw new Error('an address of the file has become that of another side meanwhile');
  const { laureateId, role, delegation = null } = planned;
  const memberships = [
    ...account.memberships.filter((one) => one.laureateId !== laureateId),
    { laureateId, role, delegation: delegation && { ...delegation } },
  ];
  const laureateIds = memberships.map((one) => one.laureateId);
  // Who had left another laureate comes in again; whom staff cut does not, by a file.
  const written = { ...account, memberships, laureateIds, active: account.active || !account.switchedOffAt };
  if (snapshot.exists) rewrite(batch, snapshot, accounts.write(written));
  else openAccount(firestore, batch, written);
  batch.set(seat, members.write({ ...planned, uid }));
  return { uid, isNewHere: !before.exists };
}

function personOf({ name, email }: Member, uid: string) {
  return { uid, name, email };
}

/** Once a person and laureate, whatever is imported again; the id says so too. */
function invite(
  firestore: Firestore,
  batch: WriteBatch,
  member: Member,
  laureateName: string,
  { by, invitedBy, now }: ImportAsked,
): void {
  const item = invitationMail(member, laureateName, { byName: invitedBy ?? '', now });
  batch.create(firestore.doc(outbox.path(item.id)), outbox.write(queued(item)));
  journalLine(firestore, batch, item.id, {
    at: now,
    by: { uid: by, name: invitedBy ?? '', kind: by === 'system' ? 'system' : 'staff' },
    done: 'invite',
    ...{ aboutUid: member.uid, aboutName: member.name, laureateId: member.laureateId },
    ...{ expertId: null, missionId: null, reason: null },
  });
}
