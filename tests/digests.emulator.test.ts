import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../functions/src/domain/calendar.ts';
import type { Period } from '../functions/src/domain/notifications/frequencies.ts';
import { noFacts } from '../functions/src/domain/notifications/mails.ts';
import { digestMorning, mondayOf } from '../functions/src/domain/notifications/periods.ts';
import { workingDayFrom } from '../functions/src/domain/working-days.ts';
import { newId } from '../functions/src/entrypoints/ids.ts';
import { get } from '../functions/src/store/collection.ts';
import { type Account, accounts } from '../functions/src/store/collections/accounts.ts';
import { digests } from '../functions/src/store/collections/digests.ts';
import { OUTBOX, outbox, type QueuedMail, queued } from '../functions/src/store/collections/outbox.ts';
import { preferences } from '../functions/src/store/collections/preferences.ts';
import { settingsInForce } from '../functions/src/store/collections/settings.ts';
import { makeDigest } from '../functions/src/store/notifications/digests.ts';
import { type DueDigest, dueDigests } from '../functions/src/store/notifications/due-digests.ts';
import { waitingNow } from '../functions/src/store/notifications/waiting.ts';
import { newAccount } from '../functions/src/store/people/accounts.ts';
import { sweep } from './events.ts';
import { publishedExpert } from './experts.ts';
import { newAddress } from './invitations.ts';
import { laureateWith, openProgramme, submittedMission } from './programme.ts';
import { firestore, inbox } from './suite.ts';

/** A Monday to come: what is queued then is left alone by the suite's own trigger. */
const monday = workingDayFrom(mondayOf(addDays(dayOf(Date.now()), 7)), null);
const nextDay = workingDayFrom(addDays(monday, 1), null);
const at = (day: string) => Date.parse(`${day}T06:45:00Z`);
/** Everybody this file writes to: other files have held mails of their own. */
const mine = new Set<string>();

beforeAll(openProgramme);
afterAll(async () => {
  const left = await firestore.collection(OUTBOX).where('nextMs', '>', Date.now()).get();
  const writer = firestore.bulkWriter();
  for (const snapshot of left.docs) {
    const uid = outbox.read(snapshot)?.to.uid ?? null;
    if (uid !== null && mine.has(uid)) void writer.delete(snapshot.ref);
  }
  await writer.close();
});

async function somebody(changed: Partial<Account> = {}): Promise<Account> {
  const uid = newId();
  const account = newAccount({ uid, name: 'Zoé Martin', email: newAddress(), kind: 'laureate', ...changed });
  mine.add(uid);
  await firestore.doc(accounts.path(uid)).set(accounts.write(account));
  return account;
}

interface Telling {
  readonly heldFor?: Period;
  readonly mail?: QueuedMail['mail'];
  readonly happened?: string;
  readonly laureateName?: string;
  readonly createdAt?: number;
}

function heldFor(account: Pick<Account, 'uid' | 'name' | 'email'>, telling: Telling = {}): QueuedMail {
  const { mail = 'missionChanged', happened = 'Délai accordé', laureateName = 'La Fabrique du Vallon' } = telling;
  const createdAt = telling.createdAt ?? Date.now();
  const facts = { ...noFacts, recipientName: account.name, reader: 'laureate', laureateName, happened } as const;
  const item = queued({
    ...{ id: `${mail}.${newId()}`, mail, facts, path: '/laureat', when: 'weekly', parts: [], createdAt },
    to: { email: account.email, name: account.name, uid: account.uid },
    mission: { id: `gone-${newId()}`, event: 1 },
  });
  return { ...item, state: 'held', heldFor: telling.heldFor ?? 'daily', nextMs: at('2099-01-05') };
}

async function hold(account: Pick<Account, 'uid' | 'name' | 'email'>, telling?: Telling): Promise<QueuedMail> {
  const item = heldFor(account, telling);
  await firestore.doc(outbox.path(item.id)).create(outbox.write(item));
  return item;
}

/** The morning of that day, for this file's people; `until` stops half way, as a crash would. */
async function morning(day: string, until: (due: DueDigest, index: number) => boolean = () => true): Promise<number> {
  const { due, waiting, now } = await dueOn(day);
  let made = 0;
  for (const one of due.filter(until)) if (await makeDigest(firestore, one, { waiting, now })) made += 1;
  return made;
}

async function dueOn(day: string, quiet = false) {
  const now = at(day);
  const settings = await settingsInForce(firestore);
  const periods = digestMorning(now, quiet ? { quietPeriod: null, closedDays: [day] } : null);
  if (periods === null) throw new Error(`${day} makes no digest`);
  const { waiting } = await waitingNow(firestore, settings, now);
  const { due } = await dueDigests(firestore, periods, now, waiting);
  return { due: due.filter(({ uid }) => uid !== null && mine.has(uid)), waiting, now, periods };
}

const mailOf = (name: string, { uid }: Pick<Account, 'uid'>) => get(firestore, outbox, `digest.${name}.${uid}`);
const stateOf = async ({ id }: QueuedMail) => (await get(firestore, outbox, id))?.state;
const weekOf = (day: string) => digestMorning(at(day), null)?.weekly.name ?? '';

describe('A morning', () => {
  it('gathers what is held in one mail a person, however often it runs', async () => {
    const zoe = await somebody();
    const items = [await hold(zoe), await hold(zoe, { happened: 'Mission acceptée' })];
    await morning(nextDay);
    await morning(nextDay);
    const mail = await mailOf(nextDay, zoe);
    expect(mail).toMatchObject({ mail: 'digest', state: 'pending', when: 'now', to: { email: zoe.email } });
    expect(mail?.parts).toEqual([expect.objectContaining({ kind: 'lines', title: 'Nouvelles du jour' })]);
    for (const { id } of items)
      expect(await get(firestore, outbox, id)).toMatchObject({
        state: 'gathered',
        into: `digest.${nextDay}.${zoe.uid}`,
      });
    expect(await get(firestore, digests, `${nextDay}.${zoe.uid}`)).toMatchObject({
      period: 'daily',
      news: 2,
      actions: 0,
    });
  });

  it('tells nothing of what its reader turned down since it was held', async () => {
    const zoe = await somebody();
    const item = await hold(zoe, { laureateName: 'La Fabrique du Vallon' });
    await firestore.doc(preferences.path(zoe.uid)).set(preferences.write({ choices: { [item.mail]: 'never' } }));
    expect(await morning(nextDay, ({ uid }) => uid === zoe.uid)).toBe(0);
    expect(await stateOf(item)).toBe('superseded');
  });

  it('tells once of two that run at the same moment', async () => {
    const zoe = await somebody();
    await hold(zoe);
    const { due, waiting, now } = await dueOn(nextDay);
    const hers = due.filter(({ uid }) => uid === zoe.uid);
    const made = await Promise.all(
      [...hers, ...hers, ...hers].map((one) => makeDigest(firestore, one, { waiting, now })),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  it('that crashed half way goes on where it stopped', async () => {
    const people = [await somebody(), await somebody(), await somebody()];
    const items = await Promise.all(people.map((one) => hold(one)));
    const hers = (due: DueDigest) => people.some(({ uid }) => uid === due.uid);
    expect(await morning(nextDay, (due) => due.uid === people[0]?.uid)).toBe(1);
    expect(await Promise.all(items.map(stateOf))).toEqual(['gathered', 'held', 'held']);
    expect([await morning(nextDay, hers), await morning(nextDay, hers)]).toEqual([2, 0]);
    expect(await Promise.all(items.map(stateOf))).toEqual(['gathered', 'gathered', 'gathered']);
  });

  it('writes to nobody who has nothing to read, and ends what has nothing left to say', async () => {
    const [zoe, other] = [await somebody(), await somebody()];
    const reminder = await hold(other, { mail: 'reminder', happened: 'Relance envoyée' });
    await morning(nextDay);
    expect([await mailOf(nextDay, zoe), await mailOf(nextDay, other)]).toEqual([null, null]);
    expect(await stateOf(reminder)).toBe('superseded');
  });

  it('leaves what is beyond one commit to the next morning', async () => {
    const zoe = await somebody();
    const [first, beyond] = [await hold(zoe), await hold(zoe)];
    const { due, waiting, now } = await dueOn(nextDay);
    const hers = (one: DueDigest) => one.uid === zoe.uid;
    // Mails that are gone stand for those that fill the commit: each one held would be an event of the suite.
    const gone = Array.from({ length: 449 }, () => newId());
    const full = due.filter(hers).map((one) => ({ ...one, mailIds: [first.id, ...gone, beyond.id] }));
    for (const one of full) expect(await makeDigest(firestore, one, { waiting, now })).toBe(true);
    expect([await stateOf(first), await stateOf(beyond)]).toEqual(['gathered', 'held']);
    const following = workingDayFrom(addDays(nextDay, 1), null);
    expect([await morning(nextDay, hers), await morning(following, hers)]).toEqual([0, 1]);
    expect(await stateOf(beyond)).toBe('gathered');
  });
});

describe('An account', () => {
  it('that has another address is told there; one that is closed is told nothing', async () => {
    const [moved, closed] = [await somebody(), await somebody()];
    const [, kept] = [await hold(moved), await hold(closed)];
    const email = newAddress();
    await Promise.all([
      firestore.doc(accounts.path(moved.uid)).update({ email, name: 'Zoé Martin-Roux' }),
      firestore.doc(accounts.path(closed.uid)).update({ active: false }),
    ]);
    await morning(nextDay);
    expect(await mailOf(nextDay, moved)).toMatchObject({ to: { email, name: 'Zoé Martin-Roux' } });
    expect(await mailOf(nextDay, closed)).toBeNull();
    expect(await stateOf(kept)).toBe('superseded');
  });
});

describe('A week', () => {
  it('says what is expected of a person of two laureates, each on its page, with the news of the day', async () => {
    const [one, other, expert] = await Promise.all([
      laureateWith(10_000_00),
      laureateWith(10_000_00),
      publishedExpert(),
    ]);
    const [first, second] = [
      await submittedMission(one, expert, 1_000_00),
      await submittedMission(other, expert, 1_000_00),
    ];
    const { uid } = one.signatory;
    mine.add(uid);
    const account = await get(firestore, accounts, uid);
    if (account === null) throw new Error('the signatory has no account');
    const role = { role: 'signatory', delegation: null } as const;
    const memberships = [one, other].map(({ laureateId }) => ({ laureateId, ...role }));
    const laureateIds = memberships.map(({ laureateId }) => laureateId);
    await firestore.doc(accounts.path(uid)).set(accounts.write({ ...account, memberships, laureateIds }));
    const daily = await hold(account);
    await morning(monday);
    const mail = await mailOf(weekOf(monday), account);
    expect(mail?.facts).toMatchObject({
      happened: '2 réponses attendues de vous',
      need: expect.stringMatching(/^Validez/),
    });
    expect(mail?.parts[0]).toMatchObject({
      title: 'Ce qui est attendu de vous',
      lines: [
        { path: `/decision?mission=${first.missionId}&laureat=${one.laureateId}` },
        { path: `/decision?mission=${second.missionId}&laureat=${other.laureateId}` },
      ],
    });
    // The day's news are in the week's mail: no second one leaves that morning.
    expect([await stateOf(daily), await mailOf(monday, account)]).toEqual(['gathered', null]);
  });

  it('asks again who has nothing held, unless that person turned reminders down', async () => {
    const [laureate, expert] = await Promise.all([laureateWith(10_000_00), publishedExpert()]);
    await submittedMission(laureate, expert, 1_000_00);
    const { uid } = laureate.signatory;
    mine.add(uid);
    const kept = firestore.doc(preferences.path(uid));
    await kept.set(preferences.write({ choices: { reminder: 'never' } }));
    const hers = (due: DueDigest) => due.uid === uid;
    expect(await morning(monday, hers)).toBe(0);
    await kept.delete();
    expect([await morning(monday, hers), await morning(monday, hers)]).toEqual([1, 0]);
    // On the other days of the week, nobody is asked again; whom that Monday did not reach is.
    expect(await morning(nextDay, hers)).toBe(0);
    await firestore.doc(digests.path(`${weekOf(monday)}.${uid}`)).delete();
    await firestore.doc(outbox.path(`digest.${weekOf(monday)}.${uid}`)).delete();
    expect(await morning(nextDay, hers)).toBe(1);
  });

  it('that its Monday did not reach is told on the day after, without what came since', async () => {
    const zoe = await somebody();
    const before = await hold(zoe, { heldFor: 'weekly' });
    const since = await hold(zoe, { heldFor: 'weekly', createdAt: at(monday) + 1 });
    await morning(nextDay, (due) => due.uid === zoe.uid);
    expect([await stateOf(before), await stateOf(since)]).toEqual(['gathered', 'held']);
    expect(await mailOf(weekOf(monday), zoe)).toMatchObject({ mail: 'digest' });
  });
});

it('While nobody is expected to answer, news wait and what is asked does not', async () => {
  const zoe = await somebody();
  const [news, request] = [
    await hold(zoe),
    await hold(zoe, { mail: 'amendmentProposed', happened: 'Avenant proposé' }),
  ];
  const { due, waiting, now } = await dueOn(nextDay, true);
  for (const one of due.filter(({ uid }) => uid === zoe.uid)) await makeDigest(firestore, one, { waiting, now });
  expect([await stateOf(news), await stateOf(request)]).toEqual(['held', 'gathered']);
});

it('Names typed by a stranger are read as typed in the mail that arrives, and its headers are its own', async () => {
  const hostile = [
    '<script>alert(1)</script>',
    '{{7*7}}',
    '{{constructor.constructor}}',
    'Anne\r\nBcc: victime@exemple.fr',
  ];
  const zoe = await somebody({ name: 'Zoé <b>Martin</b>' });
  for (const laureateName of hostile) await hold(zoe, { laureateName });
  await morning(nextDay, (due) => due.uid === zoe.uid);
  const mailId = `digest.${nextDay}.${zoe.uid}`;
  await firestore.doc(outbox.path(mailId)).update({ nextMs: Date.now() });
  await sweep('sweepMails');
  const mail = await inbox.awaitMessage(zoe.email, 'Nouvelles du jour');
  for (const name of [
    '<script>alert(1)</script>',
    '{{7*7}}',
    '{{constructor.constructor}}',
    'Anne Bcc: victime@exemple.fr',
  ])
    expect(mail.text).toContain(name);
  expect(mail.html).not.toMatch(/<script|<b>/);
  expect(mail.html).toContain('{{7*7}}');
  expect(mail.to.map(({ address }) => address)).toEqual([zoe.email]);
  expect(Object.keys(mail.headers).map((name) => name.toLowerCase())).not.toContain('bcc');
  expect(await inbox.messages('victime@exemple.fr')).toEqual([]);
});
