import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { ImportReport } from '../domain/api.ts';
import { MINUTE } from '../domain/calendar.ts';
import { readLaureates } from '../domain/laureates/import.ts';
import type { Member } from '../domain/laureates/laureate.ts';
import {
  type AwardEntry,
  type ImportPlan,
  type LaureateChange,
  planImport,
  type Recorded,
} from '../domain/laureates/plan.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Account, accounts } from './collections/accounts.ts';
import { LAUREATES, laureates, members } from './collections/laureates.ts';
import { ledger, ledgerHeads, ledgerOf } from './collections/ledger.ts';
import { settingsInForce } from './collections/settings.ts';
import { alone } from './lease.ts';
import { extendChain, inOrder } from './ledger-chain.ts';
import { lostRace } from './lost-race.ts';

export interface ImportAsked {
  readonly csv: string;
  readonly dryRun: boolean;
  /** Write the good rows although others are bad. */
  readonly skipBad: boolean;
  readonly by: string;
  readonly now: number;
  readonly newId: () => string;
}

export interface Imported {
  readonly report: ImportReport;
  readonly plan: ImportPlan;
}

/** A hundred laureates take some 20 s, and a callable lives 60: whoever holds the lease for longer is dead. */
const LEASE_LASTS = 5 * MINUTE;
const underWay = refuse(
  'import-under-way',
  'Un import est déjà en cours. Rien n’a été écrit : attendez qu’il se termine, puis recommencez. S’il s’est arrêté, cinq minutes suffisent.',
);

/**
 * Imports a file of laureates, one import at a time: two that plan from the same reading would both create every laureate. A dry run writes
 * nothing and waits for nobody.
 */
export async function importLaureates(firestore: Firestore, asked: ImportAsked): Promise<Imported | Refusal> {
  if (asked.dryRun) return recordLaureates(firestore, asked);
  const lease = { name: 'laureates-import', holder: asked.newId(), now: asked.now, lasts: LEASE_LASTS };
  const done = await alone(firestore, lease, () => recordLaureates(firestore, asked));
  return done === null ? underWay : done.answer;
}

/**
 * Reads a file of laureates, compares it with what is recorded, and writes it unless a row is bad. Importing the same file twice changes
 * nothing. Reads every laureate, member and award once: an import is rare, and must see a laureate under whatever name it has. Apart from
 * the demonstration, whose clock is in the past, and tests, nobody calls this without the lease.
 */
export async function recordLaureates(firestore: Firestore, asked: ImportAsked): Promise<Imported> {
  const settings = await settingsInForce(firestore);
  const file = readLaureates(asked.csv, settings.ceilings);
  const recorded = await readRecorded(firestore);
  const plan = planImport(file.rows, recorded, {
    now: asked.now,
    settingsVersion: settings.version,
    by: asked.by,
    newId: asked.newId,
  });
  const problems = [...file.problems, ...plan.problems].sort((a, b) => a.line - b.line);
  const written = !asked.dryRun && (problems.length === 0 || asked.skipBad);
  if (written) await writePlan(firestore, plan);
  return {
    plan,
    report: { created: plan.create.length, updated: plan.update.length, unchanged: plan.unchanged, written, problems },
  };
}

async function readRecorded(firestore: Firestore): Promise<Recorded> {
  const [everyone, people, awards, known] = await Promise.all([
    firestore.collection(LAUREATES).get(),
    firestore.collectionGroup('members').get(),
    firestore.collectionGroup('ledger').where('entry.type', '==', 'award').get(),
    firestore.collection('accounts').get(),
  ]);
  const memberList = members.list(people.docs.filter(({ ref }) => ref.path.startsWith('laureates/')));
  const awardLines = awards.docs.map((document) => ({
    laureateId: document.ref.parent.parent?.id,
    line: ledger.list([document])[0],
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
async function writePlan(firestore: Firestore, plan: ImportPlan): Promise<void> {
  for (const change of plan.create) await writeLaureate(firestore, change, true);
  for (const change of plan.update) await writeLaureate(firestore, change, false);
}

const MOST_ATTEMPTS = 5;

/** A decision may move the ledger, or staff the account, while this is being written: it is then read again and added to. */
async function writeLaureate(firestore: Firestore, change: LaureateChange, isNew: boolean): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const batch = await laureateBatch(firestore, change, isNew);
    try {
      await batch.commit();
      return;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !lostRace(error)) throw error;
    }
  }
}

async function laureateBatch(firestore: Firestore, change: LaureateChange, isNew: boolean): Promise<WriteBatch> {
  const { laureate } = change;
  const batch = firestore.batch();
  const reference = firestore.doc(laureates.path(laureate.id));
  if (isNew) batch.create(reference, laureates.write(laureate));
  else {
    // The balance and the note belong to others: a decision may have moved them since the plan was made.
    const { balance: _balance, note: _note, ...imported } = laureates.write(laureate);
    batch.update(reference, imported);
  }
  for (const member of change.members) await writeMember(firestore, batch, member);
  await appendAwards(firestore, batch, laureate.id, change.awards);
  return batch;
}

async function writeMember(firestore: Firestore, batch: WriteBatch, member: Member): Promise<void> {
  batch.set(firestore.doc(members.path(member.laureateId, member.uid)), members.write(member));
  const reference = firestore.doc(accounts.path(member.uid));
  const snapshot = await reference.get();
  const account = accounts.read(snapshot);
  const known = account?.memberships ?? [];
  const before = known.find(({ laureateId }) => laureateId === member.laureateId);
  const others = known.filter((membership) => membership !== before);
  const memberships = [
    ...others,
    { laureateId: member.laureateId, role: member.role, delegation: before?.delegation ?? null },
  ];
  const person = {
    memberships,
    laureateIds: memberships.map(({ laureateId }) => laureateId),
  };
  const written = accounts.write({ ...(account ?? newAccount(member)), ...person });
  if (snapshot.updateTime) batch.update(reference, written, { lastUpdateTime: snapshot.updateTime });
  else batch.create(reference, written);
}

function newAccount({ uid, name, email }: Member): Account {
  return {
    uid,
    kind: 'laureate',
    active: true,
    name,
    email,
    verifiedEmail: false,
    validAfterSec: 0,
    memberships: [],
    laureateIds: [],
    expertId: null,
    until: null,
  };
}

async function appendAwards(
  firestore: Firestore,
  batch: WriteBatch,
  laureateId: string,
  awards: readonly AwardEntry[],
): Promise<void> {
  if (awards.length === 0) return;
  const headReference = firestore.doc(ledgerHeads.path(laureateId));
  const [headSnapshot, lines] = await Promise.all([
    headReference.get(),
    firestore.collection(ledgerOf(laureateId)).get(),
  ]);
  const before = inOrder(ledger.list(lines.docs)).map(({ entry }) => entry);
  const chain = extendChain(ledgerHeads.read(headSnapshot), before, awards, laureateId);
  for (const line of chain.lines)
    batch.create(firestore.doc(ledger.path(laureateId, line.entry.id)), ledger.write(line));
  if (headSnapshot.updateTime)
    batch.update(headReference, ledgerHeads.write(chain.head), { lastUpdateTime: headSnapshot.updateTime });
  else batch.create(headReference, ledgerHeads.write(chain.head));
}
