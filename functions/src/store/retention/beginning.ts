import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { DAY, type Instant } from '../../domain/calendar.ts';
import { obstaclesOf } from '../../domain/my-data/obstacles.ts';
import { stillWaits } from '../../domain/notifications/mail-states.ts';
import type { OutboxItem } from '../../domain/notifications/mails.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { get } from '../collection.ts';
import { accounts } from '../collections/accounts.ts';
import { outbox } from '../collections/outbox.ts';
import { erasureRequests, type KeptErasure } from '../collections/retention.ts';
import { settingsInForce } from '../collections/settings.ts';
import { sha256 } from '../hash.ts';
import { answerMailId } from '../my-data/act.ts';
import { standsAlone } from '../my-data/stands-alone.ts';
import { queueMails } from '../notifications/queue.ts';
import { teamMails } from '../notifications/team.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { erasureTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';
import { earlierEmails } from './erased-person.ts';

const reopened = 'Le compte a été rouvert avant l’effacement.';

/**
 * Turns a request that was approved into one that is under way, and answers it; null where it may not begin: the account was opened again, the person is
 * not told yet, or somebody left since and the person now stands alone, which staff are asked about again.
 */
export async function begin(firestore: Firestore, request: KeptErasure, now: Instant): Promise<KeptErasure | null> {
  const { uid, person } = request;
  const account = await get(firestore, accounts, uid);
  if (account?.active === true) {
    await move(firestore, uid, { ...request, state: 'refused', person: null, reason: reopened });
    return null;
  }
  if (person === null || (await isAnswerWaiting(firestore, request, now))) return null;
  if (account !== null && obstaclesOf(await standsAlone(firestore, account)).length > 0) {
    const again = { ...request, state: 'asked', decidedAt: null, decidedBy: null, person: null } as const;
    await move(firestore, uid, again, async (batch) => {
      await openTask(firestore, batch, erasureTask(uid, account.name, now));
    });
    return null;
  }
  const earlier = {
    earlierEmails: await earlierEmails(firestore, { uid, email: person.email }),
    // Staff may have corrected it since they approved: the one of today is then another than the request's.
    earlierNames: account === null ? [] : [account.name, ...(account.earlierNames ?? [])],
  };
  const begun: KeptErasure = { ...request, state: 'underWay', person: { ...person, ...earlier } };
  const moved = await move(firestore, uid, begun, async (batch) =>
    queueMails(firestore, batch, await letters(firestore, begun, now)),
  );
  return moved ? begun : null;
}

/**
 * Restored from a copy made before, the service has the person again, and nothing of the request: the mailbox keeps what says so, outside of the project.
 * From here on, since staff may refuse until then. The settings are read, and nobody is named.
 */
async function letters(firestore: Firestore, { uid, decidedAt }: KeptErasure, now: Instant): Promise<OutboxItem[]> {
  const { contact } = await settingsInForce(firestore);
  const reason = erasureMark(uid);
  const id = `${reason}.${decidedAt ?? now}`;
  const letter = { id, path: '/equipe?vue=effacements', mission: null, createdAt: now, facts: { reason } };
  return teamMails(firestore, contact, serviceSubscriptions.erasureBegun, letter);
}

/** What says which account an erasure was of to whoever still has the account, and nothing to anybody else. */
export const erasureMark = (uid: string) => sha256(uid);

/** A mail server that keeps refusing this mail must not keep the person from being erased. */
const LONGEST_WAIT = 3 * DAY;

/** Whether the mail that says « accepted » has not left yet: the walk would clear it first. */
async function isAnswerWaiting(firestore: Firestore, { uid, decidedAt }: KeptErasure, now: Instant): Promise<boolean> {
  if (decidedAt === null || now - decidedAt >= LONGEST_WAIT) return false;
  const mail = await get(firestore, outbox, answerMailId('erasureDecided', uid, decidedAt));
  return mail !== null && stillWaits(mail.state);
}

/** Staff may have refused it a moment ago: then nothing is begun. `also`: what is written with it. */
export async function move(
  firestore: Firestore,
  uid: string,
  after: KeptErasure,
  also: (batch: WriteBatch) => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const done = await optimistically<boolean>(firestore, async (batch) => {
    const snapshot = await firestore.doc(erasureRequests.path(uid)).get();
    const now = erasureRequests.read(snapshot);
    if (now?.state !== 'approved' && now?.state !== 'underWay') return { answer: false, batch: null };
    rewrite(batch, snapshot, erasureRequests.write(after));
    await also(batch);
    return { answer: true, batch };
  });
  return done?.answer ?? false;
}
