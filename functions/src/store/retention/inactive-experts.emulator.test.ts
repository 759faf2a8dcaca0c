import type { DocumentData } from 'firebase-admin/firestore';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, dayOf, type Instant } from '../../domain/calendar.ts';
import { addMonths } from '../../domain/retention/lengths.ts';
import { taskId } from '../../domain/staff/tasks.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { directory, expertMembers, experts } from '../collections/experts.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { erasureRequests, retentionNotices } from '../collections/retention.ts';
import { tasks } from '../collections/tasks.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { newAccount } from '../people/accounts.ts';
import { applyRetention } from './night.ts';

const { app, firestore, clear } = databaseOf('inactive');
const bucket = getStorage(app).bucket('demo-sur-mesure-inactive.appspot.com');
const NOW = Date.UTC(2026, 10, 30, 1, 15);
const before = (months: number) => Date.parse(`${addMonths(dayOf(NOW), -months)}T12:00:00Z`) - 2 * DAY;
const exists = async (path: string) => (await firestore.doc(path).get()).exists;

beforeAll(clear);
afterAll(clear);

async function night(now: Instant = NOW): Promise<void> {
  await applyRetention({
    ...{ firestore, bucket, clock: () => now, warn: () => undefined, deleteUser: async () => {} },
    onFailure: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
}

async function put(documents: Readonly<Record<string, DocumentData>>): Promise<void> {
  const writer = firestore.bulkWriter();
  for (const [path, document] of Object.entries(documents)) void writer.set(firestore.doc(path), document);
  await writer.close();
}

describe('A company that gives no sign of life', () => {
  const since = before(24);
  const mailsOf = async () =>
    outbox.list((await firestore.collection(OUTBOX).get()).docs).filter(({ mail }) => mail === 'expertInactive');

  it('is told twice, then made anonymous with its people, unless somebody came in', async () => {
    for (const id of ['silent', 'back']) await company(id, since);
    await night();
    expect((await mailsOf()).map(({ to }) => to.uid).sort()).toEqual(['of-back', 'of-silent']);
    expect(await get(firestore, tasks, taskId('expertInactive', 'silent'))).toMatchObject({ closedAt: null });
    await night(NOW + 23 * DAY);
    expect(await mailsOf()).toHaveLength(4);
    await put({ 'signInTokens/came': signIn('of-back', NOW + 25 * DAY) });
    await night(NOW + 31 * DAY);
    expect(await mailsOf()).toHaveLength(4);
    expect(await get(firestore, experts, 'back')).toMatchObject({ published: true });
    expect(await get(firestore, experts, 'silent')).toMatchObject({
      ...{ published: false, state: 'withdrawn', company: 'Expert effacé', answers: {} },
      contact: { name: 'Personne effacée', email: '', phone: '' },
    });
    expect([await exists(directory.path('silent')), await exists(directory.path('back'))]).toEqual([false, true]);
    expect([await exists(accounts.path('of-silent')), await exists(accounts.path('of-back'))]).toEqual([false, true]);
    expect(await get(firestore, erasureRequests, 'of-silent')).toMatchObject({ state: 'done', cause: 'inactive' });
  });

  it('is not one whose person came in a year ago, though a whole night of retention went by, nor one with a mission that cannot be read', async () => {
    const now = NOW + 60 * DAY;
    for (const id of ['seen', 'unread']) await company(id, since);
    await put({
      'signInTokens/seen': signIn('of-seen', NOW - 400 * DAY),
      'missions/unread': { schema: 1, expert: { expertId: 'unread' }, since: 1 },
    });
    for (const day of [0, 23, 31]) await night(now + day * DAY);
    for (const id of ['seen', 'unread']) {
      expect(await get(firestore, retentionNotices, id), id).toBeNull();
      expect(await exists(accounts.path(`of-${id}`)), id).toBe(true);
    }
    await firestore.doc('missions/unread').delete();
  });

  it('is not one whose people write in a mission that ended, but one that others write to', async () => {
    const now = NOW + 90 * DAY;
    for (const id of ['writing', 'read']) await company(id, since);
    await put({
      'missions/closed/messages/early': message('of-writing', since),
      'missions/closed/messages/late': message('of-writing', now - 20 * DAY),
      'missions/closed/messages/answer': message('somebody', now - 10 * DAY),
    });
    await night(now);
    expect(await get(firestore, retentionNotices, 'writing')).toBeNull();
    expect(await get(firestore, retentionNotices, 'read')).toMatchObject({ warned: [30] });
  });

  it('is erased with somebody whose own request was refused before, and once only', async () => {
    const now = NOW + 120 * DAY;
    await company('refused', since);
    const asked = { uid: 'of-refused', cause: 'asked', askedAt: since, state: 'refused' } as const;
    await put({
      [erasureRequests.path('of-refused')]: erasureRequests.write({
        ...{ ...asked, decidedAt: since, decidedBy: 'Inès', reason: 'Mission en cours', doneAt: null },
        ...{ person: null, expertId: 'refused', walk: { group: 0, after: null } },
      }),
    });
    for (const day of [0, 23, 31]) await night(now + day * DAY);
    expect(await exists(accounts.path('of-refused'))).toBe(false);
    expect(await get(firestore, erasureRequests, 'of-refused')).toMatchObject({ state: 'done', cause: 'inactive' });
    await night(now + 32 * DAY);
    expect(await get(firestore, erasureRequests, 'of-refused')).toMatchObject({ doneAt: now + 31 * DAY });
  });

  const message = (uid: string, at: Instant) => ({ schema: 1, by: { uid, side: 'expert' }, at });

  const signIn = (uid: string, at: Instant) => ({
    ...{ schema: 1, uid, email: null, requestId: null, next: '/expert', createdAt: at, expiresAt: at, usedAt: at },
  });

  async function company(id: string, submittedAt: Instant): Promise<void> {
    const person = { uid: `of-${id}`, name: `Ada ${id}`, email: `${id}@exemple.test` };
    await put({
      [accounts.path(person.uid)]: accounts.write(newAccount({ ...person, kind: 'expert', expertId: id })),
      [expertMembers.path(id, person.uid)]: expertMembers.write({
        ...person,
        expertId: id,
        active: true,
        role: 'contact',
      }),
      [experts.path(id)]: experts.write({
        ...{
          id,
          company: `La société ${id}`,
          siret: '12345678900011',
          state: 'published',
          published: true,
          mayBeCommissioned: true,
        },
        contact: { name: person.name, email: person.email, phone: '06 12 34 56 78' },
        ...{
          publishes: { email: true, phone: true },
          website: '',
          subthemes: ['4.2'],
          regions: ['Bretagne'],
          formVersion: 1,
        },
        ...{
          answers: { skills: 'Bois' },
          noInterestDeclaredAt: submittedAt,
          interests: [],
          interestsLifted: null,
          submittedAt,
          review: null,
        },
      }),
      [directory.path(id)]: directory.write({
        ...{
          id,
          company: `La société ${id}`,
          skills: 'Bois',
          sectors: '',
          website: '',
          email: person.email,
          phone: null,
        },
        ...{ subthemes: ['4.2'], regions: ['Bretagne'], published: true },
      }),
    });
  }
});
