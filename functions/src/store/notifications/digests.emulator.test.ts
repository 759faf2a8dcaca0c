import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOperations } from '../../../../bench/cost/counting.ts';
import { newAddress } from '../../../../tests/invitations.ts';
import { DAY } from '../../domain/calendar.ts';
import { noFacts } from '../../domain/notifications/mails.ts';
import { digestMorning } from '../../domain/notifications/periods.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { newId } from '../../entrypoints/ids.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { outbox, type QueuedMail, queued } from '../collections/outbox.ts';
import { databaseOf } from '../missions/testing/database.ts';
import { newAccount } from '../people/accounts.ts';
import { makeDigest } from './digests.ts';
import { dueDigests } from './due-digests.ts';
import { waitingNow } from './waiting.ts';

/** A database of its own: six hundred mails would each be an event of the suite. */
const { firestore, clear } = databaseOf('digests');
/** A Tuesday: the week's own mail was made the day before. */
const TUESDAY = Date.parse('2026-12-01T06:45:00Z');
const PEOPLE = 300;

beforeAll(clear);
afterAll(clear);

function heldFor({ uid, name, email }: Account): QueuedMail {
  const facts = { ...noFacts, recipientName: name, reader: 'laureate', laureateName: 'La Fabrique du Vallon' } as const;
  const item = queued({
    ...{ id: `missionChanged.${newId()}`, mail: 'missionChanged', path: '/laureat', when: 'weekly', parts: [] },
    facts: { ...facts, happened: 'Délai accordé' },
    ...{ to: { email, name, uid }, mission: { id: `gone-${newId()}`, event: 1 }, createdAt: TUESDAY - 60_000 },
  });
  return { ...item, state: 'held', heldFor: 'daily' };
}

it('Three hundred people cost one query an audience, and one request each', async () => {
  const writer = firestore.bulkWriter();
  for (let one = 0; one < PEOPLE; one += 1) {
    const account = newAccount({ uid: newId(), name: 'Zoé Martin', email: newAddress(), kind: 'laureate' });
    const item = heldFor(account);
    void writer.create(firestore.doc(accounts.path(account.uid)), accounts.write(account));
    void writer.create(firestore.doc(outbox.path(item.id)), outbox.write(item));
  }
  await writer.close();
  const morning = digestMorning(TUESDAY, null);
  if (morning === null) throw new Error('a Tuesday makes digests');
  const counter = countOperations(firestore);
  const { waiting } = await waitingNow(firestore, defaultSettings, TUESDAY);
  const { due } = await dueDigests(firestore, morning, TUESDAY, waiting);
  expect(counter.requests).toEqual({ runQuery: 7 });
  let made = 0;
  for (const one of due) if (await makeDigest(firestore, one, { waiting, now: TUESDAY })) made += 1;
  expect(made).toBe(PEOPLE);
  expect(counter.requests).toEqual({ runQuery: 7, batchGetDocuments: PEOPLE });
  // The record, the mail, and what it gathers.
  expect(counter.operations).toMatchObject({ writes: 3 * PEOPLE, deletes: 0 });
});

it('Of people of whom something is expected, only those of the organisations that are waited for are read', async () => {
  const laureateIds = Array.from({ length: 31 }, () => newId());
  const [first = '', last = ''] = [...laureateIds].sort().filter((_id, place) => place === 0 || place === 30);
  const expertId = newId();
  const person = (kind: 'laureate' | 'expert', more: Partial<Account>) =>
    newAccount({ uid: newId(), name: 'Zoé Martin', email: newAddress(), kind, ...more });
  const of = (...ids: string[]) => ({
    laureateIds: ids,
    memberships: ids.map((laureateId) => ({ laureateId, role: 'signatory' as const, delegation: null })),
  });
  // One of two laureates that two queries name, one whose account is closed, one of a laureate that nothing is expected of.
  const [awaited, company, ...others] = [
    person('laureate', of(first, last)),
    person('expert', { expertId }),
    person('laureate', { ...of(first), active: false }),
    person('laureate', of(newId())),
  ];
  for (const account of [awaited, company, ...others])
    await firestore.doc(accounts.path(account.uid)).create(accounts.write(account));
  const morning = digestMorning(TUESDAY, null);
  if (morning === null) throw new Error('a Tuesday makes digests');
  const { waiting } = await waitingNow(firestore, defaultSettings, TUESDAY);
  const lastWeek = TUESDAY - 7 * DAY;
  const counter = countOperations(firestore);
  const asked = {
    ...waiting,
    notesToRevise: laureateIds.map((laureateId) => ({ laureateId, laureateName: 'Le Bocal', handedInAt: lastWeek })),
    sheetsToComplete: [{ expertId, since: lastWeek }],
  };
  const { due } = await dueDigests(firestore, morning, TUESDAY, asked);
  expect(due.map(({ uid }) => uid).sort()).toEqual([awaited.uid, company.uid].sort());
  // Two of what is held, two of thirty-one laureates, one of a company; whom the week has told.
  expect(counter.requests).toEqual({ runQuery: 5, batchGetDocuments: 1 });
  // Whom the week has told is not looked at again on its other days.
  const [told] = due;
  if (told === undefined || !(await makeDigest(firestore, told, { waiting: asked, now: TUESDAY })))
    throw new Error('a digest is due');
  const again = await dueDigests(firestore, morning, TUESDAY, asked);
  expect(again.due.map(({ uid }) => uid)).toEqual(due.slice(1).map(({ uid }) => uid));
});
