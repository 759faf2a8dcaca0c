import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatEuros } from '../functions/src/domain/money.ts';
import { isRefusal } from '../functions/src/domain/refusal.ts';
import { balanceOf } from '../functions/src/domain/subsidy/ledger.ts';
import { ledger, ledgerHeads, ledgerOf } from '../functions/src/store/collections/ledger.ts';
import { OUTBOX, outbox } from '../functions/src/store/collections/outbox.ts';
import { chainFault } from '../functions/src/store/laureates/ledger-chain.ts';
import { proofsNow } from '../functions/src/store/proofs/chain-reading.ts';
import { call } from './calls.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { signIn } from './people.ts';
import { laureateWith, openProgramme, submittedMission } from './programme.ts';
import { firestore } from './suite.ts';
import { twinsOf } from './twin-missions.ts';

const started = Date.now();
let expert: ExpertOfTests;

beforeAll(async () => {
  await openProgramme();
  expert = await publishedExpert();
});

/** The tests of the next files would wait for their mails behind these. */
afterAll(
  () => vi.waitFor(async () => expect(await mailsOnTheirWay()).toBe(0), { timeout: 200_000, interval: 500 }),
  210_000,
);

/** Of this file: other files play days to come, whose mails wait for their hour. */
async function mailsOnTheirWay(): Promise<number> {
  const waiting = await firestore.collection(OUTBOX).where('state', 'in', ['pending', 'leased']).get();
  return outbox.list(waiting.docs).filter(({ createdAt }) => createdAt >= started && createdAt <= Date.now()).length;
}

async function recorded(laureateId: string) {
  const lines = ledger.list((await firestore.collection(ledgerOf(laureateId)).get()).docs);
  const head = ledgerHeads.read(await firestore.doc(ledgerHeads.path(laureateId)).get());
  return { entries: lines.map(({ entry }) => entry), fault: chainFault(lines, head) };
}

describe('fifty validations of 3 000 EUR at once on a subsidy of 10 000 EUR', () => {
  it('lets exactly three through, refuses the others with their reason, and answers a repeated call alike', async () => {
    const laureate = await laureateWith(10_000_00);
    const token = await signIn(laureate.signatory.uid);
    const { missionId: first, decision } = await submittedMission(laureate, expert, 3_000_00);
    const missions = [first, ...(await twinsOf(first, laureate.laureateId, 49))];
    const requests = missions.map((missionId) => ({
      action: 'validate' as const,
      input: decision,
      missionId,
      laureateId: laureate.laureateId,
      operationId: randomUUID(),
    }));
    const answers = await Promise.all(requests.map((request) => call('missionAction', request, token)));
    const refused = answers.filter(isRefusal);
    expect(answers.length - refused.length).toBe(3);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['subsidy-exceeded']));
    expect(refused[0]?.message).toContain(`Il reste ${formatEuros(1_000_00)} de subvention`);
    const { entries, fault } = await recorded(laureate.laureateId);
    expect(fault).toBeNull();
    expect(balanceOf(entries)).toMatchObject({
      awardedCents: 10_000_00,
      committedCents: 9_000_00,
      remainingCents: 1_000_00,
    });
    expect(entries.filter(({ type }) => type === 'commit')).toHaveLength(3);
    const proved = await proofsNow(firestore, laureate.laureateId);
    expect(proved.fault).toBeNull();
    expect(proved.records.map(({ chain }) => chain?.sequence).toSorted()).toEqual([1, 2, 3]);
    const again = await Promise.all(requests.map((request) => call('missionAction', request, token)));
    expect(again).toEqual(answers);
    expect((await recorded(laureate.laureateId)).entries).toHaveLength(4);
  });
});
