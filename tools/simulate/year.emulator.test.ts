import { join } from 'node:path';
import { getStorage } from 'firebase-admin/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf } from '../../functions/src/domain/calendar.ts';
import { budgetedMails, mailKinds } from '../../functions/src/domain/notifications/mail-kinds.ts';
import type { MailName } from '../../functions/src/domain/notifications/mails.ts';
import { isWorkingDay } from '../../functions/src/domain/working-days.ts';
import { messageIdFor } from '../../functions/src/mail/transport.ts';
import { readSigner } from '../../functions/src/sealing/signer.ts';
import { MISSIONS, missionEvents } from '../../functions/src/store/collections/missions.ts';
import type { QueuedMail } from '../../functions/src/store/collections/outbox.ts';
import { databaseOf } from '../../functions/src/store/missions/testing/database.ts';
import { origin } from '../../tests/suite.ts';
import { root } from '../commands.ts';
import { demonstrationSeal } from '../sealing/demonstration-seal.ts';

import { smallSize, wholeSize } from '../seed/programme.ts';
import type { Received } from './post-office.ts';
import { type Lived, live } from './year.ts';

/** What the demonstration accounts meet, and the days around: `npm run bench -- year` lives the whole programme for a whole year. */
const whole = process.env.SUR_MESURE_YEAR === 'whole';
const asked = whole ? ({ size: wholeSize, span: 'year' } as const) : ({ size: smallSize, span: 'season' } as const);
/** Fewer would show that little was lived. */
const least = whole
  ? { mails: 1_500, deposits: 20, people: 50, reminders: 200 }
  : { mails: 150, deposits: 3, people: 5, reminders: 10 };
const { firestore, clear, app } = databaseOf('year');
let year: Lived;
let queued: readonly QueuedMail[];
/** Each mail as it was queued, and as it was received. */
let delivered: readonly { readonly item: QueuedMail; readonly received: Received }[];

beforeAll(async () => {
  await clear();
  const seal = await demonstrationSeal(join(root, '.emulators'), Date.now());
  const place = {
    ...{ firestore, bucket: getStorage(app).bucket('demo-sur-mesure-year.appspot.com'), origin },
    signer: async () => readSigner({ ...seal }),
  };
  year = await live(place, { ...asked, today: Date.now() });
  queued = year.queued;
  const received = new Map(year.received.map((mail) => [mail.messageId, mail]));
  delivered = queued.flatMap((item) => {
    const mail = received.get(messageIdFor(item.id, year.smtp));
    return mail === undefined ? [] : [{ item, received: mail }];
  });
}, 600_000);

afterAll(clear);

const of = (mail: MailName) => delivered.filter(({ item }) => item.mail === mail);
const counted = new Set<MailName>([...budgetedMails, 'digest']);

describe(`In a ${asked.span} of the programme`, () => {
  it('nothing is missed: each mail left, was gathered in one that left, or had lost its object', () => {
    const sent = new Set(delivered.map(({ item }) => item.id));
    const lost = queued.filter(({ id, state, into, problem }) => {
      if (state === 'sent') return !sent.has(id);
      if (state === 'gathered') return into === null || !sent.has(into);
      return state !== 'superseded' || problem === null;
    });
    // What was held since the last Monday waits for the next one.
    expect(
      lost.filter(({ state, createdAt }) => state !== 'held' || dayOf(createdAt) < addDays(year.days.at(-1) ?? '', -7)),
    ).toEqual([]);
    expect(delivered.length).toBeGreaterThan(least.mails);
  });

  it('nothing is sent twice', () => {
    const ids = year.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(delivered.length);
  });

  it('France Tiers-Lieux hears the same day of each diagnostic and each report: its address and each of its people', async () => {
    const found = await firestore.collectionGroup('events').where('at', '>', 0).get();
    const events = missionEvents.list(found.docs.filter(({ ref }) => ref.path.startsWith(`${MISSIONS}/`)));
    const { email } = year.world.programme.settings.contact;
    for (const [action, mail] of [
      ['submitDiagnostic', 'diagnosticSubmittedStaff'],
      ['submitReport', 'reportSubmittedStaff'],
    ] as const) {
      const days = events.filter((event) => event.action === action).map(({ at }) => dayOf(at));
      const told = (isMailbox: boolean) =>
        of(mail)
          .filter(({ item }) => (item.to.email === email) === isMailbox)
          .map(({ received }) => dayOf(received.at));
      expect(days.length).toBeGreaterThan(least.deposits);
      expect(told(true).sort()).toEqual(days.sort());
      expect(told(false).sort()).toEqual(days.sort());
    }
  });

  it('a person of a laureate gets at most two mails in any seven days, outside of what is asked and decided', () => {
    const people = Map.groupBy(
      delivered.filter(({ item }) => item.facts.reader === 'laureate' && counted.has(item.mail)),
      ({ item }) => item.to.email,
    );
    expect(people.size).toBeGreaterThan(least.people);
    for (const [email, mails] of people) {
      const days = mails.map(({ received }) => dayOf(received.at)).sort();
      const most = Math.max(
        ...days.map((day) => days.filter((other) => day <= other && other < addDays(day, 7)).length),
      );
      expect(most, email).toBeLessThanOrEqual(2);
    }
  });

  it('nobody is reminded on a day that is not worked, nor told of a day twice', () => {
    for (const { received } of [...of('reminder'), ...of('digest')])
      expect(isWorkingDay(dayOf(received.at), null), dayOf(received.at)).toBe(true);
    const mornings = of('digest').map(({ item, received }) => `${item.to.email} ${dayOf(received.at)}`);
    expect(new Set(mornings).size).toBe(mornings.length);
    expect(of('reminder').length).toBeGreaterThan(least.reminders);
  });

  it('each digest has something to say, what is expected first', () => {
    for (const { item } of of('digest')) {
      expect(item.parts.length).toBeGreaterThan(0);
      if (item.facts.need !== '') expect(item.parts[0]?.title).toBe('Ce qui est attendu de vous');
    }
  });

  it('staff read a summary of each week and each month, once', () => {
    const { email } = year.world.programme.settings.contact;
    const days = (mail: MailName) =>
      of(mail)
        .filter(({ item }) => item.to.email === email)
        .map(({ received }) => dayOf(received.at));
    // On its first morning, the service says what it finds of the week and of the month that are over.
    const isMonday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
    expect(days('weeklySummary')).toEqual(year.days.filter((day) => day === year.days[0] || isMonday(day)));
    expect(days('monthlySummary')).toEqual(year.days.filter((day) => day === year.days[0] || day.endsWith('-01')));
  });

  it('each mail that leaves has its purpose, and nobody was silenced by a choice that was not made', () => {
    const silenced = queued.filter(({ state }) => state === 'superseded');
    for (const { mail } of silenced)
      expect(['request', 'reminder', 'news', 'decision']).toContain(mailKinds[mail].purpose);
  });
});
