import type { Firestore } from 'firebase-admin/firestore';
import { dayOf } from '../../domain/calendar.ts';
import { type Departure, type LaterMail, restsOn, WEEK } from '../../domain/notifications/leaving.ts';
import { budgetedMails, kindOf } from '../../domain/notifications/mail-kinds.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import type { Preferences } from '../../domain/notifications/preferences.ts';
import { remindedMissions, reminderNow } from '../../domain/notifications/reminder-mail.ts';
import type { MissionNow } from '../../domain/notifications/still-asked.ts';
import { get } from '../collection.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { INVOICES, invoices } from '../collections/invoices.ts';
import { missions } from '../collections/missions.ts';
import { OUTBOX, outbox, type QueuedMail } from '../collections/outbox.ts';
import { contactIsOfAccount } from './contact.ts';
import { preferencesOf } from './preferences.ts';

type Needed = ReturnType<typeof restsOn>;

/** A mail's reader, as it is now. */
export interface ReaderNow {
  readonly preferences: Preferences;
  /** Null where nothing rests on it, too. */
  readonly account: Account | null;
}

/**
 * What its reader chose and, of a laureate's people, the account: it says what is awaited of them, and whom they answer. 1 read or 2; none for a mail
 * of an account.
 */
export async function readerNow(firestore: Firestore, item: QueuedMail): Promise<ReaderNow> {
  const { uid } = item.to;
  if (uid === null || kindOf(item.mail).purpose === 'account') return { preferences: {}, account: null };
  const [preferences, account] = await Promise.all([
    preferencesOf(firestore, uid),
    // Whatever it chose: no choice adds to what rests on the account.
    restsOn(item, {}).account || contactIsOfAccount(item) ? get(firestore, accounts, uid) : null,
  ]);
  return { preferences, account };
}

/**
 * What else decides of a mail that is due: nothing for one that tells a fact of no mission; for the others 3 reads or queries at most, each of one
 * document or a few, at once.
 */
export async function departureOf(
  firestore: Firestore,
  item: QueuedMail,
  reader: ReaderNow,
  { settings, now }: Pick<Departure, 'settings' | 'now'>,
): Promise<Departure> {
  const { preferences } = reader;
  const needed = restsOn(item, preferences);
  const [missionNow, later, placeInWeek] = await Promise.all([
    needed.mission ? missionNowOf(firestore, item, needed, reader) : null,
    needed.later ? laterMails(firestore, item) : [],
    needed.week ? placeInWeekOf(firestore, item, now) : 1,
  ]);
  return { item, preferences, missionNow, later, placeInWeek, settings, now };
}

/**
 * A reminder as it may leave: without the missions that moved, were answered or put off since it was queued; null when none is left. One read a
 * mission; any other mail is as it is, for none.
 */
export async function remindedNow(firestore: Firestore, item: QueuedMail, now: number): Promise<QueuedMail | null> {
  const ids = [...new Set(remindedMissions(item))];
  if (ids.length === 0) return item;
  const found = await Promise.all(ids.map((id) => get(firestore, missions, id)));
  const current = new Map(found.flatMap((mission) => mission ?? []).map((one) => [one.id, one]));
  const left = reminderNow(item, current, dayOf(now));
  return left === null ? null : { ...item, ...left };
}

async function missionNowOf(
  firestore: Firestore,
  { mission: about }: OutboxItem,
  needed: Needed,
  { account }: ReaderNow,
): Promise<MissionNow | null> {
  if (about === null) return null;
  const [mission, found] = await Promise.all([
    get(firestore, missions, about.id),
    needed.invoices ? firestore.collection(INVOICES).where('missionId', '==', about.id).get() : null,
  ]);
  if (mission === null) return null;
  const ofLaureates = needed.account ? (account?.laureateIds ?? null) : null;
  return { mission, ofLaureates, invoices: invoices.list(found?.docs ?? []) };
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
