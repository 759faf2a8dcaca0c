import { FieldPath, type Firestore } from 'firebase-admin/firestore';
import { DAY, type Day, dayOf, formatDay, type Instant } from '../../domain/calendar.ts';
import type { Expert } from '../../domain/experts/profile.ts';
import { isLive } from '../../domain/missions/states.ts';
import { serviceSubscriptions } from '../../domain/notifications/service-subscriptions.ts';
import { categories } from '../../domain/retention/categories.ts';
import { isAnonymous } from '../../domain/retention/company.ts';
import { type InactivityNotice, inactivityStep, lastSign, warnings } from '../../domain/retention/inactivity.ts';
import { cutoff } from '../../domain/retention/lengths.ts';
import { get } from '../collection.ts';
import { workDrafts } from '../collections/drafts.ts';
import { EVENTS, EXPERTS, expertMembers, expertMembersOf, experts } from '../collections/experts.ts';
import { FILES } from '../collections/files.ts';
import { MESSAGES } from '../collections/messages.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { retentionNotices, retentionProgress } from '../collections/retention.ts';
import { SIGN_IN_CODES, SIGN_IN_TOKENS, signInCodes, signInTokens } from '../collections/sign-in.ts';
import { tellOfExpert } from '../experts/expert-mails.ts';
import { activeMembers, findExpert } from '../experts/expert-record.ts';
import { optimistically, rewrite } from '../optimistic.ts';
import { inactiveTask } from '../staff/task-makers.ts';
import { openTask } from '../staff/tasks.ts';
import type { Warn } from '../warn.ts';
import { approveErasure } from './approving.ts';
import { leaveCompany } from './companies.ts';

/** Companies looked at in one night. A large programme takes a few nights: a warning may come a day or two late, never early. */
const A_NIGHT = 200;
const PROGRESS = 'experts';

interface Watching {
  readonly now: Instant;
  readonly warn: Warn;
}

/** What the time of the night's companies asks: those registered long enough ago, each in its turn. 1 query, and some reads each. */
export async function watchInactivity(firestore: Firestore, { now, warn }: Watching): Promise<void> {
  const [longest] = warnings;
  const before = cutoff(now, categories.experts.keep) + longest * DAY;
  const progress = await get(firestore, retentionProgress, PROGRESS);
  const old = firestore
    .collection(EXPERTS)
    .where('submittedAt', '<=', before)
    .orderBy('submittedAt')
    .orderBy(FieldPath.documentId());
  const { docs } = await (progress === null ? old : old.startAfter(progress.at, progress.after)).limit(A_NIGHT).get();
  for (const expert of experts.readable(docs).values.filter((one) => !isAnonymous(one))) {
    await watchOne(firestore, expert, { now, warn });
  }
  const last = docs.at(-1);
  const place = firestore.doc(retentionProgress.path(PROGRESS));
  // After the last of them, the first again.
  if (last === undefined || docs.length < A_NIGHT) await place.delete();
  else await place.set(retentionProgress.write({ at: Number(last.get('submittedAt')), after: last.id }));
}

async function watchOne(firestore: Firestore, expert: Expert, watching: Watching): Promise<void> {
  const { now } = watching;
  const today = dayOf(now);
  const [notice, lastActive] = await Promise.all([
    get(firestore, retentionNotices, expert.id),
    lastActiveOn(firestore, expert, now),
  ]);
  const step = inactivityStep(expert.id, { lastActive, notice, today });
  switch (step.kind) {
    case 'nothing':
      return;
    case 'forget':
      await firestore.doc(retentionNotices.path(expert.id)).delete();
      return;
    case 'warn':
      return warnPeople(firestore, step.notice, now);
    case 'anonymise':
      return anonymise(firestore, expert.id, watching);
    default:
      return step satisfies never;
  }
}

/**
 * The last day on which the sheet, its missions, its drafts or its people (signing in, deciding, depositing, writing) showed life. What can't be read counts
 * as today: a damaged document must not end a company. 3 queries, and 5 a person when no mission is live.
 */
async function lastActiveOn(firestore: Firestore, expert: Expert, now: Instant): Promise<Day> {
  const served = await firestore
    .collection(MISSIONS)
    .where('expert.expertId', '==', expert.id)
    .orderBy('since', 'desc')
    .limit(20)
    .get();
  const { values: found, unreadable } = missions.readable(served.docs);
  if (unreadable.length > 0 || found.some(({ state }) => isLive(state))) return dayOf(now);
  const [members, drafts] = await Promise.all([
    firestore.collection(expertMembersOf(expert.id)).get(),
    firestore.doc(workDrafts.path(expert.id, 'any')).parent.select('savedAt').get(),
  ]);
  const people = expertMembers.list(members.docs);
  const acts = await Promise.all(people.map(({ uid }) => lastAct(firestore, uid, now)));
  const saved = drafts.docs.map((draft) => instantOf(draft.get('savedAt'), now));
  return dayOf(Math.max(lastSign(expert), ...found.map(({ since }) => since), ...saved, ...acts));
}

async function lastAct(firestore: Firestore, uid: string, now: Instant): Promise<Instant> {
  const [links, codes, decided, deposited, wrote] = await Promise.all([
    firestore.collection(SIGN_IN_TOKENS).where('uid', '==', uid).get(),
    firestore.collection(SIGN_IN_CODES).where('uid', '==', uid).get(),
    firestore.collectionGroup(EVENTS).where('by.uid', '==', uid).select('at').get(),
    firestore.collection(FILES).where('ownerUid', '==', uid).select('createdAt').get(),
    // Asked for here rather than kept where messages are written: each of those would cost a write more, to spare a read a night.
    firestore.collectionGroup(MESSAGES).where('by.uid', '==', uid).orderBy('at', 'desc').limit(1).select('at').get(),
  ]);
  const kept = [signInTokens.readable(links.docs), signInCodes.readable(codes.docs)];
  const used = kept.flatMap(({ values }) => values.map(({ usedAt }) => usedAt ?? 0));
  return Math.max(
    kept.some(({ unreadable }) => unreadable.length > 0) ? now : 0,
    ...used,
    ...decided.docs.map((act) => instantOf(act.get('at'), now)),
    ...deposited.docs.map((file) => instantOf(file.get('createdAt'), now)),
    ...wrote.docs.map((message) => instantOf(message.get('at'), now)),
  );
}

const instantOf = (value: unknown, now: Instant): Instant => (typeof value === 'number' ? value : now);

/** The warning, its mails and the task of the team, in one commit: each is made once, wherever the night stops. */
async function warnPeople(firestore: Firestore, notice: InactivityNotice, now: Instant): Promise<void> {
  const eventId = `${notice.expertId}-${notice.dueOn}-${notice.warned.length}`;
  await optimistically(firestore, async (batch) => {
    const snapshot = await firestore.doc(retentionNotices.path(notice.expertId)).get();
    const before = retentionNotices.read(snapshot);
    const found = await findExpert(firestore, notice.expertId);
    if (!found || (before?.warned.length ?? 0) >= notice.warned.length) return { answer: null, batch: null };
    rewrite(batch, snapshot, retentionNotices.write(notice));
    await openTask(firestore, batch, inactiveTask(found.expert, now));
    await tellOfExpert(firestore, batch, found.expert, {
      ...{ rows: serviceSubscriptions.expertInactive, eventId, byName: '', reason: formatDay(notice.dueOn), now },
      people: await activeMembers(firestore, notice.expertId),
    });
    return { answer: null, batch };
  });
}

/** Its people are erased as if they had asked for it, and its sheet with them. */
async function anonymise(firestore: Firestore, expertId: string, { now, warn }: Watching): Promise<void> {
  const people = expertMembers.list((await firestore.collection(expertMembersOf(expertId)).get()).docs);
  for (const { uid } of people) await approveErasure(firestore, uid, { cause: 'inactive', expertId, now });
  await leaveCompany(firestore, { expertId, erased: null, now, warn });
  await firestore.doc(retentionNotices.path(expertId)).delete();
}
