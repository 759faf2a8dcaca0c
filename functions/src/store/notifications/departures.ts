import type { Firestore } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import type { Mission } from '../../domain/missions/mission.ts';
import { type Departure, type LaterMail, restsOn, WEEK } from '../../domain/notifications/leaving.ts';
import { budgetedMails, kindOf } from '../../domain/notifications/mail-kinds.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { remindedMissions, reminderNow } from '../../domain/notifications/reminder-mail.ts';
import type { MissionNow } from '../../domain/notifications/still-asked.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { missions } from '../collections/missions.ts';
import { OUTBOX, outbox, type QueuedMail } from '../collections/outbox.ts';
import { preferencesOf } from './preferences.ts';

type Needed = ReturnType<typeof restsOn>;

/**
 * What decides of a mail that is due: none for a mail of an account; 1 read (what its reader chose) for one that tells a fact of no mission; the
 * mission, and what else its rules look at, for the others: 4 reads or queries at most, each of one document or a few, in two trips.
 */
export async function departureOf(
  firestore: Firestore,
  item: QueuedMail,
  settings: Promise<ProgrammeSettings>,
  now: number,
): Promise<Departure> {
  const { uid } = item.to;
  const chooses = uid !== null && kindOf(item.mail).purpose !== 'account';
  const [inForce, preferences] = await Promise.all([settings, chooses ? preferencesOf(firestore, uid) : {}]);
  const needed = restsOn(item, preferences);
  const [missionNow, later, placeInWeek] = await Promise.all([
    needed.mission ? missionNowOf(firestore, item, needed) : null,
    needed.later ? laterMails(firestore, item) : [],
    needed.week ? placeInWeekOf(firestore, item, now) : 1,
  ]);
  return { item, preferences, missionNow, later, placeInWeek, settings: inForce, now };
}

/**
 * A reminder as it may leave: without the missions that moved, were answered or put off since it was queued; null when none is left. One read a
 * mission; any other mail is as it is, for none.
 */
export async function remindedNow(firestore: Firestore, item: QueuedMail, now: number): Promise<QueuedMail | null> {
  const ids = [...new Set(remindedMissions(item))];
  if (ids.length === 0) return item;
  const found = await firestore.getAll(...ids.map((id) => firestore.doc(missions.path(id))));
  const current = new Map(found.flatMap((snapshot) => missions.read(snapshot) ?? []).map((one) => [one.id, one]));
  const left = reminderNow(item, current, dayOf(now));
  return left === null ? null : { ...item, ...left };
}

async function missionNowOf(
  firestore: Firestore,
  { mission: about, to }: OutboxItem,
  needed: Needed,
): Promise<MissionNow | null> {
  if (about === null) return null;
  const [[mission, account], found] = await Promise.all([
    missionAndAccount(firestore, about.id, needed.account ? to.uid : null),
    needed.invoices ? firestore.collection(INVOICES).where('missionId', '==', about.id).get() : null,
  ]);
  if (mission === null) return null;
  return { mission, ofLaureates: account?.laureateIds ?? null, invoices: invoices.list(found?.docs ?? []) };
}

/** In one trip. */
async function missionAndAccount(
  firestore: Firestore,
  missionId: string,
  uid: string | null,
): Promise<[Mission | null, Account | null]> {
  const own = uid === null ? [] : [accounts.path(uid)];
  const [mission, account] = await firestore.getAll(
    ...[missions.path(missionId), ...own].map((path) => firestore.doc(path)),
  );
  return [mission ? missions.read(mission) : null, account ? accounts.read(account) : null];
}

/** Given up by staff, or dead, a later mail tells nobody anything. */
const untold: ReadonlySet<QueuedMail['state']> = new Set(['dead', 'discarded']);

/** A reader’s mails of the same mission about what came after: none most of the time, a few else. */
async function laterMails(firestore: Firestore, { mission, to }: OutboxItem): Promise<LaterMail[]> {
  if (mission === null) return [];
  const found = await firestore
    .collection(OUTBOX)
    .where('mission.id', '==', mission.id)
    .where('to.email', '==', to.email)
    .where('mission.event', '>', mission.event)
    .orderBy('mission.event')
    .get();
  return outbox
    .list(found.docs)
    .filter(({ state }) => !untold.has(state))
    .map(({ id, mail, when, state }) => ({ id, mail, when, waits: state === 'pending' }));
}

/** Among the mails that count in the last seven days, this one included: its lease has written when it is tried. Of two leased at once, the first comes first. */
async function placeInWeekOf(firestore: Firestore, { to, attemptedAt }: QueuedMail, now: number): Promise<number> {
  const last = attemptedAt ?? now;
  const counted = await firestore
    .collection(OUTBOX)
    .where('to.uid', '==', to.uid)
    .where('mail', 'in', budgetedMails)
    .where('attemptedAt', '>', last - WEEK)
    .where('attemptedAt', '<=', last)
    .count()
    .get();
  return counted.data().count;
}
