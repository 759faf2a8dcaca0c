import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { roleLabels } from '../../domain/actor.ts';
import { MINUTE } from '../../domain/calendar.ts';
import type { ImportReport } from '../../domain/imports/report.ts';
import { type ImportProblem, readLaureates } from '../../domain/laureates/import.ts';
import { currentSiret, type Laureate, type Member } from '../../domain/laureates/laureate.ts';
import type { FirstMember } from '../../domain/laureates/members.ts';
import {
  type AwardEntry,
  type ImportPlan,
  type LaureateChange,
  planImport,
  type Recorded,
  recordMoved,
} from '../../domain/laureates/plan.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { faultSentence, type LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import { changedNow } from '../changed-at.ts';
import { ACCOUNTS, accounts } from '../collections/accounts.ts';
import { journalLine } from '../collections/journal.ts';
import { isOfLaureate, LAUREATES, laureates, MEMBERS, members } from '../collections/laureates.ts';
import { LEDGER, readableLines } from '../collections/ledger.ts';
import { settingsInForce } from '../collections/settings.ts';
import { type Newcomers, reviewInterestsAround } from '../experts/interests.ts';
import { alone } from '../lease.ts';
import { queueMails } from '../notifications/queue.ts';
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

function newcomersOf({ create }: ImportPlan): Newcomers {
  const people = create.flatMap(({ members }) => members);
  return {
    emails: people.map(({ email }) => email),
    names: people.map(({ name }) => name),
    sirens: create.map(({ laureate }) => currentSiret(laureate).slice(0, 9)),
  };
}

/**
 * Reads a file of laureates, compares it with what is recorded, and writes it unless a row is bad. Importing the same file twice changes
 * nothing; a laureate that is here already keeps its people and what the application says of it. Reads every laureate, member and award once: an import is rare, and must see a laureate under whatever name it has. Apart from
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
      left: plan.left,
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
    accounts: accounts.list(known.docs).map(({ uid, email, kind, switchedOffAt }) => {
      return { uid, email, kind, switchedOff: typeof switchedOffAt === 'number' };
    }),
  };
}

/**
 * One commit a laureate: half an import is a list of whole laureates, and running it again finishes it. Answers the rows that were not written,
 * since what they rest on has changed since the plan was made.
 */
export async function writePlan(
  firestore: Firestore,
  { create, update }: Pick<ImportPlan, 'create' | 'update'>,
  asked: ImportAsked,
): Promise<readonly ImportProblem[]> {
  const refused: ImportProblem[] = [];
  for (const change of [...create, ...update]) {
    const problem = await writeLaureate(firestore, change, asked);
    if (problem) refused.push(problem);
  }
  return refused;
}

/** A decision may move the ledger, or a trigger the balance, while this is being written: it is then read again and added to. */
async function writeLaureate(
  firestore: Firestore,
  change: LaureateChange,
  asked: ImportAsked,
): Promise<ImportProblem | null> {
  const done = await optimistically(firestore, async (batch) => {
    const filled =
      change.before === null
        ? await fillCreation(firestore, batch, change, asked)
        : await fillUpdate(firestore, batch, change, change.before);
    const fault = filled ? await appendEntries(firestore, batch, change.laureate.id, change.awards) : null;
    const problem = fault === null ? null : onBrokenLedger(change, fault);
    const answer = filled ? problem : changedMeanwhile(change);
    return { answer, batch: answer === null ? batch : null };
  });
  return done === null ? changedMeanwhile(change) : done.answer;
}

function changedMeanwhile({ line, laureate }: LaureateChange): ImportProblem {
  const reason = 'modifié entre-temps, relancez l’import : rien n’est écrit pour ce lauréat';
  return { line, column: 'nom', value: laureate.name, reason };
}

/** False when staff have changed the record meanwhile: what this row says of it was decided on what they replaced. */
async function fillUpdate(
  firestore: Firestore,
  batch: WriteBatch,
  { laureate }: LaureateChange,
  before: Laureate,
): Promise<boolean> {
  const snapshot = await firestore.doc(laureates.path(laureate.id)).get();
  const now = laureates.read(snapshot);
  if (now === null || !snapshot.updateTime || recordMoved(before, now)) return false;
  const { reference, promotion, territory, region, department } = laureate;
  const facts = { reference, promotion, territory, region, department, ...changedNow() };
  batch.update(snapshot.ref, facts, { lastUpdateTime: snapshot.updateTime });
  return true;
}

/** False when an address of the file has become somebody's who may not be given this dossier. */
async function fillCreation(
  firestore: Firestore,
  batch: WriteBatch,
  { laureate, members: people }: LaureateChange,
  asked: ImportAsked,
): Promise<boolean> {
  batch.create(firestore.doc(laureates.path(laureate.id)), laureates.write(laureate));
  for (const member of people) {
    const uid = await seat(firestore, batch, member, { byName: asked.invitedBy ?? roleLabels.system, at: asked.now });
    if (uid === null) return false;
    if (asked.invitedBy !== null) invite(firestore, batch, { ...member, uid }, laureate.name, asked);
  }
  return true;
}

/**
 * Somebody new to the file may have got an account since it was planned: that account is then the one. Who had left another laureate comes in
 * again. Null for whom an invitation would refuse: of another side or of another laureate by now, or cut by staff.
 */
async function seat(
  firestore: Firestore,
  batch: WriteBatch,
  planned: FirstMember,
  given: { readonly byName: string; readonly at: number },
): Promise<string | null> {
  const uid = (await accountByEmail(firestore, planned.email))?.uid ?? planned.uid;
  const snapshot = await firestore.doc(accounts.path(uid)).get();
  const { name, email, laureateId, role, delegation = null, phone } = planned;
  const account = accounts.read(snapshot) ?? newAccount({ uid, name, email, kind: 'laureate' });
  const isFree = account.kind === 'laureate' && account.memberships.length === 0;
  if (!isFree || typeof account.switchedOffAt === 'number') return null;
  const memberships = [{ laureateId, role, delegation: delegation && { ...delegation }, given }];
  const written = {
    ...{ ...account, memberships, laureateIds: [laureateId], active: true },
    phone: phone ?? account.phone ?? null,
  };
  if (snapshot.exists) rewrite(batch, snapshot, accounts.write(written));
  else openAccount(firestore, batch, written);
  batch.create(firestore.doc(members.path(laureateId, uid)), members.write({ ...planned, uid }));
  return uid;
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
  queueMails(firestore, batch, [item]);
  journalLine(firestore, batch, item.id, {
    at: now,
    by: { uid: by, name: invitedBy ?? '', kind: by === 'system' ? 'system' : 'staff' },
    done: 'invite',
    ...{ aboutUid: member.uid, aboutName: member.name, laureateId: member.laureateId },
    ...{ expertId: null, missionId: null, reason: null },
  });
}
