import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import { logger } from 'firebase-functions';
import { MINUTE } from '../domain/calendar.ts';
import {
  asItStands,
  type Departure,
  type Leaving,
  leavingOf,
  notAskedAnyMore,
} from '../domain/notifications/leaving.ts';
import type { OutboxItem } from '../domain/notifications/mails.ts';
import type { ProgrammeSettings } from '../domain/programme/settings.ts';
import { type MailContext, type RenderedMail, render } from '../mail/render.ts';
import type { SmtpSettings } from '../mail/settings.ts';
import type { QueuedMail } from '../store/collections/outbox.ts';
import { settingsInForce } from '../store/collections/settings.ts';
import { sha256 } from '../store/hash.ts';
import { contactOf } from '../store/notifications/contact.ts';
import { departureOf, type ReaderNow, readerNow, remindedNow } from '../store/notifications/departures.ts';
import type { LinkKeys } from '../store/notifications/link-keys.ts';
import { preferenceToken } from '../store/notifications/preference-links.ts';
import { countingIn, type NextMinute, nextMinuteAlone, nextMinuteInSweep } from '../store/notifications/throughput.ts';
import {
  type Delivery,
  dropMail,
  type LeasedMail,
  leaseMail,
  putAside,
  recordDelivery,
} from '../store/outbox-queue.ts';
import { recordCodeSent } from '../store/sign-in/one-time-secrets.ts';
import { readyToLeave, requestOf } from '../store/sign-in/sign-in-mail.ts';
import { newCode, newToken } from './ids.ts';

export interface Post {
  readonly origin: string;
  readonly smtp: SmtpSettings;
  /** Of the links that open preferences. */
  readonly linkKeys: LinkKeys;
  readonly clock: () => number;
  /** Of whoever sends many mails, and reads the settings once for all of them; without it each mail reads them. */
  readonly settings?: () => Promise<ProgrammeSettings>;
  /** Of the same: what it knows of the minute; without it each mail has its minute counted. */
  readonly nextMinute?: NextMinute;
}

/** What the mails of one sweep have in common. */
export function ofOneSweep(firestore: Firestore): Pick<Required<Post>, 'settings' | 'nextMinute'> {
  return {
    settings: settingsOfOneSweep(() => settingsInForce(firestore)),
    nextMinute: nextMinuteInSweep(countingIn(firestore)),
  };
}

/** The settings for many mails, read when the first of them needs it. A read that failed is of that mail alone: the next one reads again. */
export function settingsOfOneSweep(reading: () => Promise<ProgrammeSettings>): NonNullable<Post['settings']> {
  let read: Promise<ProgrammeSettings> | null = null;
  return () => {
    read ??= reading().catch((error: unknown) => {
      read = null;
      throw error;
    });
    return read;
  };
}

/**
 * Sends one mail of the outbox, named by its id or as a query found it, if it is due, nobody else holds it, and it is still to be told, now and by
 * itself (`domain/notifications/leaving.ts`): leased first, then looked at, so that a crash in between only has it looked at again. At least once:
 * a crash after the server took it sends it twice, folded by its Message-ID.
 */
export async function deliverMail(
  firestore: Firestore,
  mail: string | QueryDocumentSnapshot,
  post: Post,
): Promise<void> {
  const leased = await leaseMail(firestore, mail, post.clock());
  if (leased === null) return;
  const ready = await prepared(firestore, leased, post).catch(async (error: unknown) => {
    // No server was asked: what fails before must not bring the mail nearer to its last attempt.
    const now = post.clock();
    await putAside(firestore, leased, { does: 'wait', until: now + UNTRIED_WAIT }, now);
    throw error;
  });
  if (ready !== null) await send(firestore, leased, ready, post);
}

/** How long a mail that could not be made ready waits. */
const UNTRIED_WAIT = 2 * MINUTE;

/** The mail as it leaves; null for one that does not leave now, or by itself, once that is written. */
async function prepared(firestore: Firestore, leased: LeasedMail, post: Post): Promise<RenderedMail | null> {
  const [item, reader, settings] = await Promise.all([
    remindedNow(firestore, leased.mail, post.clock()),
    readerNow(firestore, leased.mail),
    post.settings?.() ?? settingsInForce(firestore),
  ]);
  if (item === null) {
    await putAside(firestore, leased, notAskedAnyMore, post.clock());
    return null;
  }
  const departure = await departureOf(firestore, item, reader, { settings, now: post.clock() });
  const decided = await inItsMinute(firestore, item, leavingOf(departure), post);
  if (decided.does === 'send') return written(firestore, { leased, item, reader, departure }, post);
  await putAside(firestore, leased, decided, post.clock());
  return null;
}

/** How many mails a minute the server takes is looked at last: what does not leave takes nobody's place. */
async function inItsMinute(firestore: Firestore, item: QueuedMail, leaving: Leaving, post: Post): Promise<Leaving> {
  if (leaving.does !== 'send') return leaving;
  const nextMinute = post.nextMinute ?? nextMinuteAlone(countingIn(firestore));
  const until = await nextMinute(item, post.smtp.mailsAMinute);
  return until === null ? leaving : { does: 'wait', until };
}

interface Outgoing {
  readonly leased: LeasedMail;
  readonly item: QueuedMail;
  readonly reader: ReaderNow;
  readonly departure: Departure;
}

/** The sign-in token and code are made now, so that they exist only in the mail; a mail tried again carries new ones under the same Message-ID. */
async function written(
  firestore: Firestore,
  { leased, item, reader, departure }: Outgoing,
  post: Post,
): Promise<RenderedMail | null> {
  const { programmeName, contact: programme } = departure.settings;
  const told = asItStands(item, departure);
  const [leaving, contact] = await Promise.all([
    readyToLeave(firestore, told, { token: newToken(), code: newCode(), now: post.clock() }),
    contactOf(firestore, told, reader.account, programme),
  ]);
  if (leaving === null) {
    await dropMail(firestore, item.id);
    return null;
  }
  const { signInToken, code } = leaving;
  const preferencesToken = preferencesTokenOf(leaving.item, post);
  const context = { origin: post.origin, signInToken, preferencesToken, code, contact, programmeName };
  const mail = rendered(leaving.item, context);
  if (mail === null) await record(firestore, leased, unprintable, post.clock());
  return mail;
}

async function send(firestore: Firestore, leased: LeasedMail, mail: RenderedMail, post: Post): Promise<void> {
  // Here only: the SMTP engine would make every other function slower to start.
  const transport = await import('../mail/transport.ts');
  const messageId = transport.messageIdFor(leased.mail.id, post.smtp);
  const delivery = await transport.send(post.smtp, mail, { messageId });
  await record(firestore, leased, delivery, post.clock());
  const requestId = requestOf(leased.mail);
  if (requestId !== null && delivery.outcome === 'sent') await recordCodeSent(firestore, requestId, post.clock());
}

/** Null for the address of France Tiers-Lieux, which nobody chooses for. */
function preferencesTokenOf({ to: { uid, email } }: OutboxItem, { linkKeys, clock }: Post): string | null {
  return uid === null ? null : preferenceToken({ uid, email }, linkKeys, clock());
}

/** A mail that nobody will try again is an error in the logs, without a personal datum: which mail, and what finds its document. */
async function record(firestore: Firestore, leased: LeasedMail, delivery: Delivery, now: number): Promise<void> {
  const state = await recordDelivery(firestore, leased, delivery, now);
  const { id, mail } = leased.mail;
  if (state === 'dead') logger.error('a mail is dead', { mail, outbox: sha256(id) });
}

const unprintable = {
  outcome: 'dead',
  cause: 'unprintable',
  reason: 'Le message n’a pas pu être mis en page.',
} as const;

/** A mail that can't be written now never will be: it is dead at once, where a throw would have it leased again for ever. */
function rendered(item: OutboxItem, context: MailContext): RenderedMail | null {
  try {
    return render(item, context);
  } catch (error) {
    logger.error('a mail could not be rendered', {
      mail: item.mail,
      stack: error instanceof Error ? error.stack : null,
    });
    return null;
  }
}
