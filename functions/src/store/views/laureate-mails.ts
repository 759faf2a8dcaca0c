import type { Firestore, QueryDocumentSnapshot } from 'firebase-admin/firestore';
import * as z from 'zod';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import type { Instant } from '../../domain/calendar.ts';
import type { LaureateMails } from '../../domain/laureates/mails.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { members, membersOf } from '../collections/laureates.ts';
import { OUTBOX, outbox, type QueuedMail } from '../collections/outbox.ts';

const MAILS_A_PAGE = 50;
/** As many accounts as one query takes; the largest laureate known has seven. */
const MOST_PEOPLE = 30;

export interface MailsAsked {
  readonly laureateId: string;
  /** Those written before this instant; null for the newest. */
  readonly before: Instant | null;
  /** The words of the subject are the mail room's. */
  readonly subjectOf: (mail: OutboxItem) => string;
}

/** What was sent to a laureate's people, those who left included: its members and a query, 51 reads at most. */
export async function laureateMailsView(
  firestore: Firestore,
  actor: SignedInActor,
  { laureateId, before, subjectOf }: MailsAsked,
): Promise<LaureateMails | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const seats = members.list((await firestore.collection(membersOf(laureateId)).limit(MOST_PEOPLE).get()).docs);
  if (seats.length === 0) return { mails: [], older: null };
  const query = firestore
    .collection(OUTBOX)
    .where(
      'to.uid',
      'in',
      seats.map(({ uid }) => uid),
    )
    .orderBy('createdAt', 'desc')
    .limit(MAILS_A_PAGE + 1);
  const { docs } = await (before === null ? query : query.startAfter(before)).get();
  const { shown, older } = pageOf(docs);
  // One that can't be read is not shown, and ends no list; of those whose content is past its time, nothing is left to show.
  const mails = outbox.readable(shown).values.filter(({ cleared }) => cleared === undefined);
  return { mails: mails.map((mail) => rowOf(mail, subjectOf(mail))), older };
}

interface MailsPage {
  readonly shown: readonly QueryDocumentSnapshot[];
  readonly older: Instant | null;
}

/** Written by one commit, the mails of several people have one instant: a page that would end among them ends before, for the next one to have them all. */
function pageOf(found: readonly QueryDocumentSnapshot[]): MailsPage {
  const page = found.slice(0, MAILS_A_PAGE);
  const beyond = found[MAILS_A_PAGE];
  if (beyond === undefined) return { shown: page, older: null };
  const whole = page.filter((mail) => writtenAt(mail) !== writtenAt(beyond));
  const shown = whole.length === 0 ? page : whole;
  return { shown, older: shown.map(writtenAt).at(-1) ?? null };
}

function writtenAt(mail: QueryDocumentSnapshot): Instant {
  return z.number().parse(mail.get('createdAt'));
}

function rowOf({ id, to, attemptedAt, createdAt, state, problem }: QueuedMail, subject: string) {
  const failed = state === 'dead' || state === 'retry';
  return {
    ...{ id, subject, toName: to.name, toEmail: to.email, at: attemptedAt ?? createdAt, state },
    problem: failed ? (problem ?? '') : '',
  };
}
