import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { dayOf } from '../../functions/src/domain/calendar.ts';
import { totalBalance } from '../../functions/src/domain/subsidy/position.ts';
import { summaryOf } from '../../functions/src/domain/summaries/figures.ts';
import { totalSpending } from '../../functions/src/domain/summaries/money.ts';
import { periodOf } from '../../functions/src/domain/summaries/periods.ts';
import { accounts } from '../../functions/src/store/collections/accounts.ts';
import { DOCUMENT_REQUESTS } from '../../functions/src/store/collections/document-requests.ts';
import { DIRECTORY } from '../../functions/src/store/collections/experts.ts';
import { FILES } from '../../functions/src/store/collections/files.ts';
import { LAUREATES, laureates } from '../../functions/src/store/collections/laureates.ts';
import { LEDGER_HEAD, ledger, ledgerHeads, ledgerOf } from '../../functions/src/store/collections/ledger.ts';
import { MISSIONS, missions } from '../../functions/src/store/collections/missions.ts';
import { OUTBOX, outbox } from '../../functions/src/store/collections/outbox.ts';
import { SUMMARIES, summaries } from '../../functions/src/store/collections/summaries.ts';
import { storedPath } from '../../functions/src/store/files/stored-files.ts';
import { chainFault, inOrder } from '../../functions/src/store/laureates/ledger-chain.ts';
import { readSummaryFacts } from '../../functions/src/store/summaries/reading.ts';
import { portsFor, shiftPorts } from '../emulators/ports.ts';
import { descendants, isAlive } from '../emulators/processes.ts';
import { cast, people } from './cast.ts';
import { connectTo } from './connection.ts';
import { type Demonstration, startDemonstration } from './demonstration.ts';
import { smallSize } from './programme.ts';
import { roads } from './roads.ts';
import { overseers, type Stage } from './world.ts';

const projectId = 'demo-start';
/** Beside the suite that `npm test` started for the other files, and an `npm start` left running. */
const ports = shiftPorts(portsFor('test'), 4_000);
const patience = { timeout: 30_000, interval: 100 };

let folder: string;
let running: Demonstration;
let stage: Stage;
let disconnect: () => Promise<void>;
const environment = { ...process.env };
const present = descendants(process.pid);

async function start(): Promise<void> {
  const inboxPorts = { smtp: 0, web: 0 };
  const common = { projectId, ports, inboxPorts, folder, reset: false, size: smallSize } as const;
  running = await startDemonstration({ ...common, stopOnSignals: false, progress: () => undefined });
  ({ stage, disconnect } = connectTo(running.suite, projectId));
}

async function stop(): Promise<void> {
  await disconnect();
  await running.suite.stop();
}

async function receivedMails(): Promise<number> {
  const response = await fetch(new URL('/api/email', running.suite.inbox.address));
  return z.array(z.unknown()).parse(await response.json()).length;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demonstration-'));
  await start();
});

afterAll(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
  Object.assign(process.env, environment);
});

describe('the first start', () => {
  it('writes the demonstration', async () => {
    expect(running.seeded).toBe(true);
    expect((await stage.firestore.collection(LAUREATES).get()).size).toBe(smallSize.laureates);
    const found = missions.list((await stage.firestore.collection(MISSIONS).get()).docs);
    expect(found.map(({ state }) => state).sort()).toEqual(cast.missions.map(({ road }) => roads[road].leadsTo).sort());
    const putOff = found.filter(({ remindersFrom }) => remindersFrom !== null && remindersFrom > dayOf(Date.now()));
    expect(putOff).toHaveLength(1);
    const corrected = found.filter(({ state, versions }) => state === 'awaiting_validation' && versions === 2);
    expect(corrected).toHaveLength(1);
  });

  it('leaves no document to make, no mail to send and no card to publish', async () => {
    const { firestore } = stage;
    const pending = await firestore.collection(DOCUMENT_REQUESTS).where('state', '!=', 'made').get();
    expect(pending.size).toBe(0);
    expect(
      outbox.list((await firestore.collection(OUTBOX).get()).docs).filter(({ state }) => state !== 'sent'),
    ).toEqual([]);
    expect((await firestore.collection(DIRECTORY).get()).size).toBeGreaterThan(0);
    expect(await receivedMails()).toBe(12);
  });

  it('shows the balances that whole ledgers give', async () => {
    const everyone = laureates.list((await stage.firestore.collection(LAUREATES).get()).docs);
    for (const { id, balance } of everyone) {
      const lines = inOrder(ledger.list((await stage.firestore.collection(ledgerOf(id)).get()).docs));
      const head = ledgerHeads.read(await stage.firestore.doc(ledgerHeads.path(id)).get());
      expect(chainFault(lines, head)).toBeNull();
      expect(balance).toEqual(head?.balance);
    }
    const little = everyone.find(({ reference }) => reference === `MP-00${people.laureateWithLittleLeft + 1}`);
    expect(little?.balance.remainingCents).toBe(640_00);
  });

  it('is summed up to the cent of its ledgers, table by table', async () => {
    const { firestore } = stage;
    const kept = summaries.list((await firestore.collection(SUMMARIES).get()).docs);
    expect(kept.map(({ period }) => period.kind).sort()).toEqual(['month', 'week']);
    const now = Date.now();
    const facts = await readSummaryFacts(firestore, periodOf('month', dayOf(now)), now);
    const { money } = summaryOf(facts);
    const heads = ledgerHeads.list((await firestore.collectionGroup(LEDGER_HEAD).get()).docs);
    expect(money.total.after).toEqual(totalBalance(heads.map(({ balance }) => balance)));
    for (const rows of [money.regions, money.promotions, money.territories])
      expect(totalBalance(rows.map(({ after }) => after))).toEqual(money.total.after);
    const { committedCents, settledCents, paidCents } = money.total.after;
    expect(totalSpending(money.themes.map(({ after }) => after))).toEqual({ committedCents, settledCents, paidCents });
  });

  it('offers people of each kind for one-click sign-in, without an address', async () => {
    const { users } = await stage.auth.listUsers();
    const offered = users.map(({ customClaims }) => customClaims?.demonstration.page).sort();
    expect(offered).toEqual(['/equipe', '/equipe', '/expert', '/expert', '/laureat', '/laureat', '/laureat']);
    expect(users.filter(({ email }) => email !== undefined)).toEqual([]);
    for (const { uid } of users) expect((await stage.firestore.doc(accounts.path(uid)).get()).exists).toBe(true);
  });
});

describe('the next start', () => {
  beforeAll(async () => {
    await stage.firestore.doc(accounts.path(overseers.staff.uid)).update({ name: 'Camille Roux-Martin' });
    const members = descendants(process.pid).filter((id) => !present.includes(id));
    // The keeper, firebase-tools, Firestore, the runtime of the Storage rules.
    expect(members.length).toBeGreaterThanOrEqual(4);
    await stop();
    await vi.waitFor(() => expect(members.filter(isAlive)).toEqual([]), patience);
    await start();
  }, 120_000);

  it('keeps what was done, and writes nothing again', async () => {
    expect(running.seeded).toBe(false);
    const staff = accounts.read(await stage.firestore.doc(accounts.path(overseers.staff.uid)).get());
    expect(staff?.name).toBe('Camille Roux-Martin');
    expect((await stage.auth.listUsers()).users).toHaveLength(7);
    expect((await stage.firestore.collection(MISSIONS).get()).size).toBe(cast.missions.length);
  });

  it('keeps the files and the mails', async () => {
    const [file] = (await stage.firestore.collection(FILES).limit(1).get()).docs;
    const [bytes] = await stage.bucket.file(storedPath(file?.id ?? '')).download();
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.byteLength).toBe(file?.get('size'));
    expect(await receivedMails()).toBe(12);
  });
});
