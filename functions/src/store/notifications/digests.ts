import type { DocumentSnapshot, Firestore, WriteBatch } from 'firebase-admin/firestore';
import type { Instant } from '../../domain/calendar.ts';
import { type Digest, digestOf } from '../../domain/notifications/digest.ts';
import { expectedOf, isStillTold, type Waiting } from '../../domain/notifications/expected.ts';
import type { OutboxItem, Reader } from '../../domain/notifications/mails.ts';
import { frequencyOf, type Preferences } from '../../domain/notifications/preferences.ts';
import { type Account, accounts } from '../collections/accounts.ts';
import { digests } from '../collections/digests.ts';
import { type OutboxProgress, outbox, type QueuedMail } from '../collections/outbox.ts';
import { preferences } from '../collections/preferences.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { isOpen } from '../people/actor.ts';
import { awaitedIn, type DueDigest, recordId } from './due-digests.ts';
import { queueMails } from './queue.ts';

/** A batch has at most 500 writes: what is beyond stays held, and the next period gathers it. */
const MOST_GATHERED = 450;

/** Why what was held is told by no mail. */
const nothingLeft = 'Quand le courriel groupé a été fait, il n’y avait plus rien à en dire.';

interface Moment {
  readonly waiting: Waiting;
  readonly now: Instant;
}

/** A held mail as it was read: it is written again only if nobody has touched it since. */
interface Held {
  readonly mail: QueuedMail;
  readonly snapshot: DocumentSnapshot;
}

interface Found {
  readonly account: Account | null;
  readonly choices: Preferences;
  readonly held: readonly Held[];
}

/** Where its readers' mail goes now, whatever the held ones said, and what it says. */
interface Written {
  readonly to: OutboxItem['to'];
  readonly digest: Digest;
}

/**
 * Makes one digest: its record, its mail and what it gathers in one commit, and the record can be created once. Run twice, at the same moment or after a
 * crash, it is made once. Answers whether it was made here: not where this period was told already, nor where there is nothing to say. One request
 * a person, which reads again what is held, its account and its choices; one more each time somebody else touched one of those mails.
 */
export async function makeDigest(firestore: Firestore, due: DueDigest, moment: Moment): Promise<boolean> {
  const done = await optimistically(firestore, async (batch) => {
    const found = await findDue(firestore, due);
    if (found === null) return { answer: false, batch: null };
    const written = writtenFor(due, found, moment);
    if (written === null && found.held.length === 0) return { answer: false, batch: null };
    const into = written && queueDigest(firestore, batch, due, written, moment.now);
    // With nothing left to say of them, they are over: held, they would be read again every morning.
    const over =
      into === null
        ? ({ state: 'superseded', into, problem: nothingLeft } as const)
        : ({ state: 'gathered', into, problem: null } as const);
    for (const one of found.held) end(batch, one, over);
    return { answer: written !== null, batch };
  });
  return done?.answer ?? false;
}

/** Null when this period was told to this person. */
async function findDue(firestore: Firestore, due: DueDigest): Promise<Found | null> {
  const own = due.uid === null ? [] : [accounts.path(due.uid), preferences.path(due.uid)];
  const mails = due.mailIds.slice(0, MOST_GATHERED).map((id) => outbox.path(id));
  const paths = [digests.path(recordId(due)), ...own, ...mails];
  const snapshots = await firestore.getAll(...paths.map((path) => firestore.doc(path)));
  const at = new Map(snapshots.map((snapshot) => [snapshot.ref.path, snapshot]));
  if (at.get(digests.path(recordId(due)))?.exists) return null;
  const account = due.uid === null ? undefined : at.get(accounts.path(due.uid));
  const chosen = due.uid === null ? undefined : at.get(preferences.path(due.uid));
  return {
    account: account ? accounts.read(account) : null,
    choices: (chosen && preferences.read(chosen)?.choices) ?? {},
    held: mails.flatMap((path) => {
      const snapshot = at.get(path);
      const mail = snapshot ? outbox.read(snapshot) : null;
      return snapshot && mail?.state === 'held' ? [{ mail, snapshot }] : [];
    }),
  };
}

/** What is told to the account as it is now: its address, its organisations, its roles. Null for one that is closed, or where there is nothing to say. */
function writtenFor(due: DueDigest, { account, choices, held }: Found, { waiting, now }: Moment): Written | null {
  const first = held[0]?.mail;
  const isClosed = due.uid !== null && (account === null || !isOpen(account, now));
  // Nothing was held for it: it asks again, which its reader may have turned down; or all of it was told by another mail.
  const asksAgain = due.mailIds.length === 0 && choices.reminder !== 'never';
  if (isClosed || (first === undefined && !asksAgain)) return null;
  const to = account === null ? first?.to : { email: account.email, name: account.name, uid: account.uid };
  if (to === undefined) return null;
  const person = awaitedIn(account, waiting.today);
  const digest = digestOf({
    reader: account === null ? (first?.facts.reader ?? 'staff') : readerOf(account),
    recipientName: to.name,
    period: due.period.period,
    expected: expectedOf(person, waiting),
    // What was turned down since it was held is not told: whoever pressed « se désabonner » reads of it no more.
    held: held
      .map(({ mail }) => mail)
      .filter((mail) => isStillTold(person, mail, waiting) && frequencyOf(mail, choices) !== 'never'),
  });
  return digest && { to, digest };
}

/** Answers the id of the mail. */
function queueDigest(
  firestore: Firestore,
  batch: WriteBatch,
  due: DueDigest,
  { to, digest: { actions, news, ...said } }: Written,
  now: Instant,
): string {
  const id = recordId(due);
  const mailId = `digest.${id}`;
  const { period, name } = due.period;
  const record = { id, period, name, uid: due.uid, mailId, actions, news, at: now };
  batch.create(firestore.doc(digests.path(id)), digests.write(record));
  queueMails(firestore, batch, [
    { ...said, id: mailId, mail: 'digest', to, when: 'now', mission: null, createdAt: now },
  ]);
  return mailId;
}

function end(
  batch: WriteBatch,
  { mail, snapshot }: Held,
  over: Pick<OutboxProgress, 'state' | 'into' | 'problem'>,
): void {
  rewrite(batch, snapshot, outbox.write({ ...mail, ...over }));
}

function readerOf({ kind }: Account): Reader {
  return kind === 'laureate' || kind === 'expert' ? kind : 'staff';
}
