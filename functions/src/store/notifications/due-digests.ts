import type { Firestore } from 'firebase-admin/firestore';
import { addDays, type Day, endOfDay, type Instant } from '../../domain/calendar.ts';
import { mayWait } from '../../domain/notifications/digest.ts';
import {
  type Awaited,
  awaitedSinceBefore,
  type Waiting,
  waitsSinceBefore,
} from '../../domain/notifications/expected.ts';
import type { Period } from '../../domain/notifications/frequencies.ts';
import type { DigestMorning, DigestPeriod } from '../../domain/notifications/periods.ts';
import { roleOn } from '../../domain/people/people.ts';
import type { Readable } from '../collection.ts';
import { ACCOUNTS, type Account, accounts } from '../collections/accounts.ts';
import { digests } from '../collections/digests.ts';
import { OUTBOX, outbox, type QueuedMail } from '../collections/outbox.ts';
import { sha256 } from '../hash.ts';

/** Held mails read in one morning, the oldest first; the others wait for the next one. */
const MOST_HELD = 5_000;

/** Values that one query may name. */
const MOST_ORGANISATIONS = 30;

const nobody: Readable<string> = { values: [], unreadable: [] };

/** A digest that may be made: of one period, for one person. */
export interface DueDigest {
  readonly period: DigestPeriod;
  /** Its uid; of an address without an account, a hash of it. */
  readonly person: string;
  readonly uid: string | null;
  /** What is held for it, the oldest first; empty for somebody of whom something is expected, and to whom nothing else is told. */
  readonly mailIds: readonly string[];
}

/**
 * Whom a morning tells. Daily: who has a mail held for it. Weekly: the same, and on the day it is made, who is expected to answer since before this week.
 * A week's digest takes the day's with it, so that a morning writes to a person once; it comes first. Two queries, and
 * one for each thirty organisations that are waited for; one request, for whom the week has told.
 */
export async function dueDigests(
  firestore: Firestore,
  morning: DigestMorning,
  now: Instant,
  waiting: Waiting,
): Promise<{ readonly due: readonly DueDigest[]; readonly unreadable: readonly string[] }> {
  const { daily, weekly, today } = morning;
  const isMadeToday = today === weekly.madeOn;
  const [ofDay, ofWeek, awaited] = await Promise.all([
    heldFor(firestore, 'daily', now),
    // What that morning did not reach, or had no room for, and nothing that came after it.
    heldFor(firestore, 'weekly', isMadeToday ? now : endOfDay(addDays(weekly.madeOn, -1))),
    // Also later in the week, for a morning that failed: whoever was told has the record of that week.
    today >= weekly.madeOn && !morning.quiet ? peopleAwaitedSinceBefore(firestore, weekly.monday, waiting) : nobody,
  ]);
  const leaves = (mail: QueuedMail) => !(morning.quiet && mayWait(mail));
  const dailies = byPerson(ofDay.values.filter(leaves), daily);
  const weeklies = byPerson(ofWeek.values.filter(leaves), weekly);
  const awaitedOnly = awaited.values
    .filter((uid) => !weeklies.some(({ person }) => person === uid))
    .map((uid): DueDigest => ({ period: weekly, person: uid, uid, mailIds: [] }));
  const withTheDay = [...weeklies, ...(await notToldYet(firestore, awaitedOnly))].map((due) => {
    const sameDay = dailies.find(({ person }) => person === due.person);
    return { ...due, mailIds: [...due.mailIds, ...(sameDay?.mailIds ?? [])] };
  });
  return {
    due: [...withTheDay, ...dailies],
    unreadable: [ofDay, ofWeek, awaited].flatMap(({ unreadable }) => unreadable),
  };
}

/** The id of its record: one a period and person. */
export function recordId({ period, person }: DueDigest): string {
  return `${period.name}.${person}`;
}

/** Those of whom that week's morning made none, in one request of a read each: they are found again on each day of the week. */
async function notToldYet(firestore: Firestore, awaited: readonly DueDigest[]): Promise<readonly DueDigest[]> {
  if (awaited.length === 0) return [];
  const records = await firestore.getAll(...awaited.map((due) => firestore.doc(digests.path(recordId(due)))));
  return awaited.filter((_due, place) => records[place]?.exists === false);
}

async function heldFor(firestore: Firestore, period: Period, until: Instant): Promise<Readable<QueuedMail>> {
  const found = await firestore
    .collection(OUTBOX)
    .where('state', '==', 'held')
    .where('heldFor', '==', period)
    .where('createdAt', '<=', until)
    .orderBy('createdAt')
    .limit(MOST_HELD)
    .get();
  return outbox.readable(found.docs);
}

function byPerson(mails: readonly QueuedMail[], period: DigestPeriod): DueDigest[] {
  const groups = Map.groupBy(mails, ({ to }) => to.uid ?? sha256(to.email).slice(0, 20));
  return [...groups].map(([person, held]) => ({
    period,
    person,
    uid: held[0]?.to.uid ?? null,
    mailIds: held.map(({ id }) => id),
  }));
}

/**
 * Laureates' people and experts: of the team, the summary of each Monday says what waits. Only of organisations of which something has been expected
 * for so long, in queries of `MOST_ORGANISATIONS`: a quiet week reads nobody.
 */
async function peopleAwaitedSinceBefore(firestore: Firestore, day: Day, waiting: Waiting): Promise<Readable<string>> {
  const { laureateIds, expertIds } = awaitedSinceBefore(day, waiting);
  const people = firestore.collection(ACCOUNTS);
  const found = await Promise.all([
    ...inGroups(laureateIds).map((ids) => people.where('laureateIds', 'array-contains-any', ids).get()),
    ...inGroups(expertIds).map((ids) => people.where('expertId', 'in', ids).get()),
  ]);
  const { values, unreadable } = accounts.readable(found.flatMap(({ docs }) => docs));
  const uids = values
    .filter(({ active, kind }) => active && (kind === 'laureate' || kind === 'expert'))
    .filter((account) => waitsSinceBefore(day, awaitedIn(account, waiting.today), waiting))
    .map(({ uid }) => uid);
  // Whoever is of laureates of two groups is found twice.
  return { values: [...new Set(uids)], unreadable: [...new Set(unreadable)] };
}

function inGroups(ids: ReadonlySet<string>): string[][] {
  const all = [...ids].sort();
  return Array.from({ length: Math.ceil(all.length / MOST_ORGANISATIONS) }, (_none, group) =>
    all.slice(group * MOST_ORGANISATIONS, (group + 1) * MOST_ORGANISATIONS),
  );
}

/** What an account makes of its person on that day, for what may be expected of it. */
export function awaitedIn(account: Account | null, today: Day): Awaited {
  switch (account?.kind) {
    case 'laureate': {
      const memberships = account.memberships.map(({ laureateId, role, delegation }) => ({
        laureateId,
        role: roleOn(role, delegation, today),
      }));
      return { kind: 'laureate', uid: account.uid, memberships };
    }
    case 'expert':
      return account.expertId === null
        ? { kind: 'nobody' }
        : { kind: 'expert', uid: account.uid, expertId: account.expertId };
    case 'staff':
      return { kind: 'staff', uid: account.uid };
    default:
      return { kind: 'nobody' };
  }
}
