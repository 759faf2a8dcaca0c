import type { DocumentData, Firestore } from 'firebase-admin/firestore';
import { expect } from 'vitest';
import type { Story } from '../../../domain/missions/testing/story.ts';
import { balanceOf } from '../../../domain/subsidy/ledger.ts';
import { ledger, ledgerHeads, ledgerOf } from '../../collections/ledger.ts';
import { missions } from '../../collections/missions.ts';
import { shares } from '../../collections/shares.ts';
import { chainFault, inOrder } from '../../laureates/ledger-chain.ts';
import { proofsNow } from '../../proofs/chain-reading.ts';

/** Every ledger, mission and share is what the model has; nothing is overspent at any line, no id comes twice, each chain holds, of lines and of proofs. */
export async function expectSame(firestore: Firestore, model: Story, missionIds: readonly string[]): Promise<void> {
  for (const laureateId of Object.keys(model.laureates)) await expectSameLedger(firestore, model, laureateId);
  const expected = new Map(missionIds.flatMap((missionId) => documentsOf(model.about(missionId))));
  const stored = await firestore.getAll(...[...expected.keys()].map((path) => firestore.doc(path)));
  for (const snapshot of stored) {
    expect(withoutInstant(snapshot.data()), snapshot.ref.path).toEqual(withoutInstant(expected.get(snapshot.ref.path)));
  }
}

/** When it was written is Firestore's to say: the model has no such clock. */
function withoutInstant({ changedAt: _changedAt, ...rest }: DocumentData = {}): DocumentData {
  return rest;
}

async function expectSameLedger(firestore: Firestore, model: Story, laureateId: string): Promise<void> {
  const lines = inOrder(ledger.list((await firestore.collection(ledgerOf(laureateId)).get()).docs));
  const head = ledgerHeads.read(await firestore.doc(ledgerHeads.path(laureateId)).get());
  const entries = lines.map(({ entry }) => entry);
  expect(chainFault(lines, head)).toBeNull();
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  for (const [index] of entries.entries()) {
    const { awardedCents, committedCents, settledCents } = balanceOf(entries.slice(0, index + 1));
    expect(committedCents + settledCents).toBeGreaterThanOrEqual(0);
    expect(committedCents + settledCents).toBeLessThanOrEqual(awardedCents);
  }
  expect(entries).toEqual(model.laureate(laureateId).entries);
  expect(head?.balance).toEqual(balanceOf(entries));
  expect((await proofsNow(firestore, laureateId)).fault).toBeNull();
}

function documentsOf({ mission, shares: parts }: Story): [string, DocumentData][] {
  return [
    [missions.path(mission.id), missions.write(mission)],
    ...Object.values(parts).map((share): [string, DocumentData] => [
      shares.path(share.laureateId, mission.id),
      shares.write(share),
    ]),
  ];
}
