import type { Firestore } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, it } from 'vitest';
import { devisOf } from '../../domain/missions/testing/commands.ts';
import { expert, signatory, staff } from '../../domain/missions/testing/people.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { award } from '../../domain/subsidy/testing/entries.ts';
import { get } from '../collection.ts';
import { missions } from '../collections/missions.ts';
import { commitAction } from '../missions/commit.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { LiveStory } from '../missions/testing/live-story.ts';
import { optimistically } from '../optimistic.ts';
import { appendEntries } from './append-entries.ts';
import { ledgerNow } from './ledger-reading.ts';
import { actOnSubsidy } from './subsidy.ts';
import { transferLaureate } from './transfer.ts';

const { firestore, clear } = databaseOf('races');
const atelier = signatory('atelier');

let live: LiveStory;
beforeEach(async () => {
  await clear();
  live = await LiveStory.begin(firestore);
});

let operations = 0;
const operationId = () => {
  operations += 1;
  return `00000000-0000-4000-8000-${`${operations}`.padStart(12, '0')}`;
};
const team = (uid: string) => ({ kind: 'staff', uid, name: uid, signedInAt: 0 }) as const;

function transfer(uid: string) {
  const command = { action: 'transferEntity', intoId: 'bocal', typedName: 'Manufacture atelier', reason: 'Fusion.' };
  return transferLaureate(firestore, {
    ...{ actor: team(uid), laureateId: 'atelier', command: { ...command, action: 'transferEntity' } },
    ...{ operationId: operationId(), lineId: operationId(), now: live.story.now },
  });
}

/** The same database, whose next commit waits until `first` is done: whoever holds it has read before, and writes after. */
function overtakenBy(first: () => Promise<unknown>): Firestore {
  let overtaken = false;
  return new Proxy(firestore, {
    get(target, name) {
      if (name !== 'batch') {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return () => {
        const batch = target.batch();
        const commit = batch.commit.bind(batch);
        batch.commit = async () => {
          if (!overtaken) {
            overtaken = true;
            await first();
          }
          return commit();
        };
        return batch;
      };
    },
  });
}

/** The same database, where a document that is read by itself is read late: what happens meanwhile is in it, and not in the rest. */
function readLateBy(meanwhile: () => Promise<unknown>): Firestore {
  return new Proxy(firestore, {
    get(target, name) {
      if (name !== 'doc') {
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return (path: string) => {
        const reference = target.doc(path);
        const read = reference.get.bind(reference);
        reference.get = async () => {
          await meanwhile();
          return read();
        };
        return reference;
      };
    },
  });
}

describe('Two acts of different kinds on one ledger', () => {
  it('a correction overtakes an import between what it reads: its line is counted, and the next hangs on it', async () => {
    const correct = () =>
      actOnSubsidy(firestore, {
        ...{ actor: team('camille'), laureateId: 'atelier', operationId: operationId(), now: live.story.now },
        command: {
          action: 'adjust',
          input: { kind: 'correction', cents: -1_00, missionId: null, otherLaureateId: null, reason: 'Erreur.' },
        },
      });
    const slow = readLateBy(correct);
    const lines = [award(5_00, 'COPIL-2')];
    await optimistically(firestore, async (batch) => ({
      answer: await appendEntries(slow, batch, 'atelier', lines),
      batch,
    }));
    await correct();
    const { fault, head } = await ledgerNow(firestore, 'atelier');
    expect(fault).toBeNull();
    expect(head?.balance.remainingCents).toBe(10_000_00 + 5_00 - (head?.sequence === 4 ? 2_00 : 1_00));
  });

  it('a transfer with nothing to hand on overtakes a reopening, which then finds the laureate merged', async () => {
    await live.play(atelier, 'request');
    await live.play(expert, 'declareNoInterest');
    await live.play(expert, 'accept');
    await live.play(expert, 'submitDiagnostic', { devis: devisOf(live.story, expert, 10_000_00) });
    await live.play(atelier, 'validate');
    await live.play(expert, 'submitReport');
    await live.play(atelier, 'confirmService');
    const { story } = live;
    const about = { now: story.now, actor: staff.actor(0), missionId: 'm1', laureateId: null, onBehalf: false };
    const reopened = await commitAction(
      overtakenBy(async () => expect(isRefusal(await transfer('camille'))).toBe(false)),
      { ...about, settings: story.settings },
      story.command(staff, 'reopen'),
      operationId(),
    );
    expect(reopened).toMatchObject({ code: 'laureate-merged' });
    expect((await ledgerNow(firestore, 'atelier')).head?.balance).toMatchObject({ committedCents: 0 });
  });
});

describe('A mission between two devis', () => {
  it('goes on with the laureate that takes over', async () => {
    await live.play(atelier, 'request');
    await live.play(expert, 'declareNoInterest');
    await live.play(expert, 'accept');
    await live.play(expert, 'submitDiagnostic', { devis: devisOf(live.story, expert, 3_000_00) });
    await live.play(atelier, 'sendBack');
    for (const uid of ['camille', 'ines']) expect(isRefusal(await transfer(uid))).toBe(false);
    const mission = await get(firestore, missions, 'm1');
    expect(mission?.participants).toMatchObject({ atelier: { status: 'left' }, bocal: { status: 'requested' } });
    expect((await ledgerNow(firestore, 'bocal')).head?.balance.remainingCents).toBe(20_000_00);
  });
});
