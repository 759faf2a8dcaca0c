import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedInActor } from '../functions/src/domain/actor.ts';
import type { ApiContract } from '../functions/src/domain/api.ts';
import { dayOf, HOUR } from '../functions/src/domain/calendar.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { accessLog } from '../functions/src/store/collections/files.ts';
import { outbox } from '../functions/src/store/collections/outbox.ts';
import { rateLimits } from '../functions/src/store/collections/sign-in.ts';
import { call, expectCall } from './calls.ts';
import { keptNote, linesOn, opened } from './dossiers.ts';
import { type ExpertOfTests, publishedExpert } from './experts.ts';
import { type Person, signIn, staffPerson } from './people.ts';
import { deposited, type LaureateOfTests, laureateWith, openedMission, openProgramme, play } from './programme.ts';
import { firestore } from './suite.ts';

let staff: Person;

beforeAll(async () => {
  await openProgramme();
  staff = await staffPerson(newId());
});

describe('Who opened what', () => {
  type Page = ApiContract['view']['output'];
  const accesses = async (of: LaureateOfTests, token: string, before: number | null = null) => {
    const page: Page = await expectCall('view', { name: 'accesses', laureateId: of.laureateId, before }, token);
    if (page.name !== 'accesses') throw new Error(`${page.name} is another view`);
    return page;
  };

  it('is shown to the laureate with who may read, until when; never the people of another laureate', async () => {
    const [weaver, baker, expert] = await Promise.all([
      laureateWith(5_000_00),
      laureateWith(5_000_00),
      publishedExpert(),
    ]);
    const missionId = await sharedMission(weaver, baker, expert);
    const { id: workingId } = await deposited(missionId, expert.person.uid, 'working');
    const noteId = await keptNote(weaver);
    const people: SignedInActor[] = [weaver.signatory, baker.signatory, expert.person];
    for (const [index, actor] of people.entries()) await opened(actor, workingId, Date.now() + index);
    await opened(expert.person, noteId, Date.now() + 10);
    const [weaverToken, bakerToken] = await Promise.all([weaver, baker].map(({ signatory: { uid } }) => signIn(uid)));

    const ofWeaver = await accesses(weaver, weaverToken ?? '');
    expect(ofWeaver).toMatchObject({ acts: false, more: false, laureateName: weaver.name });
    expect(ofWeaver.openings.map(({ name, kind, fileName }) => [name, kind, fileName])).toEqual([
      [expert.person.name, 'expert', 'Note.pdf'],
      [expert.person.name, 'expert', 'working.pdf'],
      [weaver.signatory.name, 'laureate', 'working.pdf'],
    ]);
    expect(ofWeaver.grants).toEqual([
      expect.objectContaining({
        uid: expert.person.uid,
        personName: expert.person.name,
        state: 'open',
        until: null,
        openings: 2,
      }),
    ]);
    expect(ofWeaver.grants[0]?.missions).toEqual([{ missionId, need: 'Partager un atelier.', until: null }]);
    const ofBaker = await accesses(baker, bakerToken ?? '');
    expect(ofBaker.openings.map(({ name, kind }) => [name, kind])).toEqual([
      [expert.person.name, 'expert'],
      [baker.signatory.name, 'laureate'],
    ]);
    expect(JSON.stringify(ofBaker)).not.toContain(weaver.laureateId);
    expect((await accesses(weaver, staff.token)).acts).toBe(true);
    const foreign = await call(
      'view',
      { name: 'accesses', laureateId: weaver.laureateId, before: null },
      bakerToken ?? '',
    );
    expect(foreign).toMatchObject({ code: 'not-yours' });
  });

  it('comes fifty lines at a time, none lost between two pages', async () => {
    const [read, at] = [await laureateWith(5_000_00), Date.now()];
    const batch = firestore.batch();
    const line = { uid: staff.uid, name: 'Camille Roux', kind: 'staff', as: 'file', missionId: null } as const;
    for (const index of Array.from({ length: 60 }, (_, position) => position)) {
      const file = { fileId: newId(), fileName: `${index}.pdf`, laureateId: read.laureateId };
      // Three at each instant: one of them on each side of the fiftieth line.
      const value = { ...line, ...file, laureateIds: [read.laureateId], at: at - Math.floor(index / 3) };
      batch.create(firestore.doc(accessLog.path(newId())), accessLog.write(value));
    }
    await batch.commit();
    const first = await accesses(read, staff.token);
    const second = await accesses(read, staff.token, first.openings.at(-1)?.at ?? 0);
    expect([first.openings.length, first.more, second.openings.length, second.more]).toEqual([48, true, 12, false]);
    expect(new Set([...first.openings, ...second.openings].map(({ fileName }) => fileName)).size).toBe(60);
  });
});

describe('An unusual volume', () => {
  it('alerts staff once a day, in their inbox and the journal, and blocks nothing', async () => {
    const [laureate, expert] = await Promise.all([laureateWith(5_000_00), publishedExpert()]);
    const { uid } = expert.person;
    await openedMission(laureate, expert);
    const fileId = await keptNote(laureate);
    const now = Date.now();
    const counter = firestore.doc(rateLimits.path(`openings.${uid}.${Math.floor(now / HOUR)}`));
    const alert = () => get(firestore, outbox, `unusualVolume.${uid}.${dayOf(now)}`);
    await counter.set(rateLimits.write({ count: 59, resetsAt: now + HOUR }));
    await opened(expert.person, fileId, now);
    expect(await alert()).toBeNull();
    await opened(expert.person, fileId, now);
    await opened(expert.person, fileId, now);
    expect(await alert()).toMatchObject({ facts: { reason: '61 fichiers ouverts en une heure', reader: 'staff' } });
    const lines = await firestore.collection('journal').where('aboutUid', '==', uid).get();
    expect(lines.docs.map((line) => line.get('done'))).toEqual(['alert']);
    expect((await linesOn(fileId)).length).toBe(3);
  });
});

async function sharedMission(weaver: LaureateOfTests, baker: LaureateOfTests, expert: ExpertOfTests): Promise<string> {
  const need = { expertId: expert.expertId, subthemes: ['4.2'], need: 'Partager un atelier.', needId: null };
  const input = { ...need, shareWith: [baker.laureateId] };
  const { missionId } = await play(weaver.signatory, null, weaver.laureateId, { action: 'request', input });
  await play(baker.signatory, missionId, baker.laureateId, { action: 'join', input: {} });
  await play(expert.person, missionId, null, { action: 'declareNoInterest', input: { declares: true } });
  return missionId;
}
