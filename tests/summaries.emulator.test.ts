import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { readText } from '../functions/src/documents/testing/raster.ts';
import { DAY, HOUR, SECOND } from '../functions/src/domain/calendar.ts';
import { requested, upTo } from '../functions/src/domain/missions/testing/journeys.ts';
import { expert, observer, signatory, staff } from '../functions/src/domain/missions/testing/people.ts';
import { formatEuros } from '../functions/src/domain/money.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { totalBalance } from '../functions/src/domain/subsidy/position.ts';
import { lastPeriod, periodOf, type SummaryPeriod } from '../functions/src/domain/summaries/periods.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { makeDocument } from '../functions/src/entrypoints/make-document.ts';
import { accounts } from '../functions/src/store/collections/accounts.ts';
import { LEDGER_HEAD, ledgerHeads } from '../functions/src/store/collections/ledger.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { SUMMARIES, summaries } from '../functions/src/store/collections/summaries.ts';
import { openFile } from '../functions/src/store/files/file-access.ts';
import { storedPath } from '../functions/src/store/files/stored-files.ts';
import { askDocument } from '../functions/src/store/missions/ask-document.ts';
import { databaseOf } from '../functions/src/store/missions/testing/database.ts';
import { storeWorld } from '../functions/src/store/missions/testing/world.ts';
import { actOnGrant } from '../functions/src/store/people/grants.ts';
import { makeCurrentSummary, makeSummary } from '../functions/src/store/summaries/making.ts';
import { summariesView, summaryView } from '../functions/src/store/views/summaries.ts';
import { bucket } from './suite.ts';

/** Of its own: the programmes of other tests share one, broken ledgers among them. */
const { firestore, clear } = databaseOf('summaries');

/** The story begins on Tuesday 5 March 2024; seven in the morning of the next Monday, in Paris. */
const monday = Date.parse('2024-03-11T06:00:00Z');
const week = lastPeriod('week', monday);
const overseers = [staff, observer].map((person) => person.actor(monday));
const others = [signatory('atelier'), expert].map((person) => person.actor(monday));
const [team] = overseers;

beforeEach(async () => {
  await clear();
  await storeWorld(firestore, upTo('awaiting_report', requested('bocal')), ['m1']);
  await firestore.doc(accounts.path('staff')).set(
    accounts.write({
      ...{ uid: 'staff', active: true, name: 'Camille Roux', email: 'camille@tierslieux.example', verifiedEmail: true },
      ...{ kind: 'staff', validAfterSec: 0, memberships: [], laureateIds: [], expertId: null, until: null },
    }),
  );
});

const mailsQueued = async () => outbox.list((await firestore.collection(OUTBOX).get()).docs);
const countOf = async (collection: string) => (await firestore.collection(collection).count().get()).data().count;

/** What is left of a summary whose bytes are not those that were written. */
async function damage(period: SummaryPeriod): Promise<void> {
  await firestore.doc(summaries.path(period.id)).set({ period, at: monday, content: Buffer.from('?'), schema: 1 });
}

const unexpected = (what: string) => {
  throw new Error(what);
};

describe('The summary of a week that is over', () => {
  it('has the figures of the ledgers, a shared mission by its shares', async () => {
    const summary = await makeSummary(firestore, week, monday);
    const heads = ledgerHeads.list((await firestore.collectionGroup(LEDGER_HEAD).get()).docs);
    expect(summary?.money.total.after).toEqual(totalBalance(heads.map(({ balance }) => balance)));
    expect(summary?.money.total.after.committedCents).toBeGreaterThan(0);
    expect(summary?.money.total.before.committedCents).toBe(0);
    expect(summary?.money.themes).toMatchObject([
      { missions: 1, after: { committedCents: summary?.money.total.after.committedCents } },
    ]);
    expect(summary?.counts).toContainEqual({ label: 'Mission demandée', count: 1 });
    expect(summary?.opened).toMatchObject([{ laureates: ['Manufacture atelier', 'Manufacture bocal'] }]);
    // The expert of a story is on no card.
    expect(summary?.uncovered).toMatchObject([{ laureates: 3, missions: 1 }]);
  });

  it('is made once, however often and however many try, with its mails', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => makeSummary(firestore, week, monday)));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    expect(await makeSummary(firestore, week, monday + DAY)).toBeNull();
    const mails = await mailsQueued();
    expect(mails.map(({ id }) => id).sort()).toEqual([
      'weeklySummary.week.2024-W10',
      'weeklySummary.week.2024-W10.staff',
    ]);
    for (const { facts, parts, path } of mails) {
      expect(facts.reason).toMatch(/^semaine du 4 au 10 mars 2024, /);
      expect(parts.map(({ title }) => title)).toContain('L’argent du programme');
      expect(path).toBe('/equipe?vue=syntheses&periode=week.2024-W10');
    }
  });

  it('tells of an access that staff cut in it, on its day', async () => {
    if (team === undefined || team.kind !== 'staff') throw new Error('nobody of the team');
    const uid = expert.actor(monday).uid;
    const now = monday - 4 * DAY;
    const input = { action: 'cut', laureateId: 'atelier', uid, reason: 'À la demande de la manufacture.' } as const;
    await actOnGrant(firestore, bucket, { actor: team, input, lineId: newId(), now });
    const summary = await makeSummary(firestore, week, monday);
    expect(summary?.ending).toMatchObject([{ at: now, laureate: 'Manufacture atelier', cut: true }]);
  });

  it('that a morning missed is made on the next one, with the money of its end', async () => {
    const thursday = monday + 3 * DAY;
    expect(lastPeriod('week', thursday)).toEqual(week);
    expect(await makeSummary(firestore, week, thursday)).toMatchObject({ at: thursday, period: week });
  });

  it('is not made of a programme without a laureate: there is nothing to say', async () => {
    await clear();
    expect(await makeSummary(firestore, week, monday)).toBeNull();
    expect([await countOf(SUMMARIES), await countOf(OUTBOX)]).toEqual([0, 0]);
  });
});

describe('Summaries', () => {
  it('are for the team and observers, and refused to laureates and experts', async () => {
    await makeSummary(firestore, week, monday);
    for (const actor of overseers) {
      expect(await summariesView(firestore, actor, monday)).toMatchObject({
        past: [week],
        current: [{ id: 'week.2024-W11' }, { id: 'month.2024-03' }],
      });
      const view = await summaryView(firestore, actor, { period: week.id, now: monday, warn: unexpected });
      expect(view).toMatchObject({ isOver: true, documents: [], summary: { period: week, at: monday } });
    }
    for (const actor of others) {
      expect(await summariesView(firestore, actor, monday)).toMatchObject({ code: 'staff-only' });
      expect(await summaryView(firestore, actor, { period: week.id, now: monday, warn: unexpected })).toMatchObject({
        code: 'staff-only',
      });
    }
  });

  it('that were kept as fields, before they were compressed, are read as they are', async () => {
    if (team === undefined) throw new Error('nobody oversees');
    const summary = await makeSummary(firestore, week, monday);
    const shown = () => summaryView(firestore, team, { period: week.id, now: monday, warn: unexpected });
    expect(await shown()).toMatchObject({ summary });
    await firestore.doc(summaries.path(week.id)).set({ ...summary, schema: 1 });
    expect(await shown()).toMatchObject({ summary });
    expect(await summariesView(firestore, team, monday)).toMatchObject({ past: [week] });
  });

  it('whose document is damaged say so, and leave the others open', async () => {
    if (team === undefined) throw new Error('nobody oversees');
    const summary = await makeSummary(firestore, week, monday);
    const before = periodOf('week', '2024-02-27');
    await damage(before);
    const told: unknown[] = [];
    const warn = (_what: string, details: object) => void told.push(details);
    const shown = await summaryView(firestore, team, { period: before.id, now: monday, warn });
    expect(shown).toMatchObject({ period: before, summary: null, isOver: true, isDamaged: true, documents: [] });
    expect(told).toEqual([{ document: summaries.path(before.id) }]);
    const other = await summaryView(firestore, team, { period: week.id, now: monday, warn: unexpected });
    expect(other).toMatchObject({ summary, isDamaged: false });
    expect(await summariesView(firestore, team, monday)).toMatchObject({ past: [week, before] });
  });

  it('of a period that is going on are as they were last made, by a morning or by hand; of another there is none', async () => {
    if (team === undefined) throw new Error('nobody oversees');
    const month = periodOf('month', '2024-03-11');
    const asked = (period: string, now = monday) => summaryView(firestore, team, { period, now, warn: unexpected });
    expect(await asked(month.id)).toMatchObject({ isOver: false, acts: true, period: month, summary: null });
    expect(await makeCurrentSummary(firestore, 'month', monday)).toMatchObject({ at: monday, period: month });
    // Pressed twice, it is made once.
    expect(await makeCurrentSummary(firestore, 'month', monday + 30 * SECOND)).toMatchObject({ at: monday });
    expect(await makeCurrentSummary(firestore, 'month', monday + HOUR)).toMatchObject({ at: monday + HOUR });
    expect(await asked(month.id)).toMatchObject({ isOver: false, summary: { period: month, at: monday + HOUR } });
    // On the first of the next month, that of the last one is still there, and is not shown for it.
    expect(await asked('month.2024-04', monday + 30 * DAY)).toMatchObject({ summary: null });
    expect(await countOf(SUMMARIES)).toBe(0);
    for (const period of [week.id, 'month.2024-04', 'nothing'])
      expect(await asked(period)).toMatchObject({ code: 'summary-unknown' });
  });
});

describe('The PDF of a summary', () => {
  const signer = () => Promise.reject(new Error('a summary is not sealed'));
  type Asker = (typeof overseers)[number];
  const ask = (actor: Asker, period: string) =>
    askDocument(firestore, {
      actor,
      input: { asked: { document: 'summary', period }, operationId: randomUUID() },
      now: monday,
    });
  const open = (actor: Asker, fileId: string) =>
    openFile(firestore, { actor, fileId, as: 'file', scannerConfigured: false, accessId: newId(), now: monday });

  it('is one, whoever of the overseers asks; it prints the figures, and opens to nobody else', async () => {
    const summary = await makeSummary(firestore, week, monday);
    const [first, again] = await Promise.all(overseers.map((actor) => ask(actor, week.id)));
    if (first === undefined || isRefusal(first)) throw new Error('the PDF was refused');
    expect(again).toEqual(first);
    const { fileId } = first;
    await makeDocument(firestore, bucket, fileId, { origin: 'https://exemple.fr', now: monday, signer });
    const [bytes] = await bucket.file(storedPath(fileId)).download();
    const text = (await readText(bytes)).join(' ').replaceAll(/\s+/g, ' ');
    const { committedCents, remainingCents } = summary?.money.total.after ?? { committedCents: 0, remainingCents: 0 };
    for (const cents of [committedCents, remainingCents])
      expect(text).toContain(formatEuros(cents).replaceAll(/\s+/g, ' '));
    for (const actor of overseers) {
      expect(await open(actor, fileId)).toMatchObject({ contentType: 'application/pdf' });
      const view = await summaryView(firestore, actor, { period: week.id, now: monday, warn: unexpected });
      expect(view).toMatchObject({ documents: [{ fileId }] });
    }
    for (const actor of others) {
      expect(await ask(actor, week.id)).toMatchObject({ code: 'staff-only' });
      expect(await open(actor, fileId)).toMatchObject({ code: 'not-yours' });
    }
  });

  it('that was made is still given once its summary is damaged; no other is made', async () => {
    if (team === undefined) throw new Error('nobody oversees');
    await makeSummary(firestore, week, monday);
    const made = await ask(team, week.id);
    if (isRefusal(made)) throw new Error(made.message);
    await makeDocument(firestore, bucket, made.fileId, { origin: 'https://exemple.fr', now: monday, signer });
    const before = periodOf('week', '2024-02-27');
    for (const period of [week, before]) await damage(period);
    const view = await summaryView(firestore, team, { period: week.id, now: monday, warn: () => undefined });
    expect(view).toMatchObject({ isDamaged: true, documents: [made] });
    expect([await ask(team, week.id), await ask(team, before.id)]).toMatchObject([made, { code: 'summary-damaged' }]);
  });

  it('is not asked for before its period is over', async () => {
    if (team === undefined) throw new Error('nobody oversees');
    expect(await ask(team, 'month.2024-03')).toMatchObject({ code: 'summary-unknown' });
  });
});
