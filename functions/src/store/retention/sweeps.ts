import {
  FieldPath,
  type Firestore,
  type Query,
  type QueryDocumentSnapshot,
  type WriteBatch,
} from 'firebase-admin/firestore';
import { dayOf, type Instant } from '../../domain/calendar.ts';
import type { CategoryName } from '../../domain/retention/categories.ts';
import type { SweptCollection } from '../../domain/retention/collections.ts';
import { exchangedPieces, isNotice } from '../../domain/retention/kept-longer.ts';
import type { Bucket } from '../bucket.ts';
import { API_TOKENS } from '../collections/api-tokens.ts';
import { ARCHIVES } from '../collections/archives.ts';
import { DEAD_LETTERS } from '../collections/dead-letters.ts';
import { DIGESTS } from '../collections/digests.ts';
import { DRAFTS } from '../collections/drafts.ts';
import { ACCESS_LOG, accessLog, FILES, UPLOADS } from '../collections/files.ts';
import { INVITATIONS } from '../collections/invitations.ts';
import { LINKS } from '../collections/links.ts';
import { MESSAGES, READINGS, readings } from '../collections/messages.ts';
import { NOTES } from '../collections/notes.ts';
import { OPERATIONS } from '../collections/operations.ts';
import { OUTBOX, outbox } from '../collections/outbox.ts';
import { RATE_LIMITS, SIGN_IN_CODES, SIGN_IN_TOKENS } from '../collections/sign-in.ts';
import { SUMMARIES } from '../collections/summaries.ts';
import { TASKS } from '../collections/tasks.ts';
import { decidedAmong } from './decided-files.ts';
import { clearMail, forgetArchive, forgetFile, forgetUpload } from './forgotten.ts';

export interface Looking {
  readonly firestore: Firestore;
  readonly bucket: Bucket;
  readonly now: Instant;
}

export interface Sweeping extends Looking {
  /** What was written up to then is past its time. */
  readonly before: Instant;
}

export interface Sweep {
  /** Where its time is another one than its collection's. */
  readonly category?: CategoryName;
  /** What was written up to `before`, oldest first. */
  readonly due: (firestore: Firestore, before: Instant) => Query;
  /** Puts in `batch` how a page of them ends. */
  readonly end: (page: readonly QueryDocumentSnapshot[], batch: WriteBatch, sweeping: Sweeping) => Promise<void>;
  /** Where some documents stay: the field that they are ordered by. The next night begins after the last one seen, and does not read those again. */
  readonly passesBy?: string;
}

/** As it was read: what was written to since, a task that was opened again or a draft that was saved, stays. */
async function remove(page: readonly QueryDocumentSnapshot[], batch: WriteBatch): Promise<void> {
  for (const { ref, updateTime } of page) batch.delete(ref, { lastUpdateTime: updateTime });
}

const eachOf =
  (end: (snapshot: QueryDocumentSnapshot, batch: WriteBatch, sweeping: Sweeping) => Promise<void>): Sweep['end'] =>
  async (page, batch, sweeping) => {
    for (const snapshot of page) await end(snapshot, batch, sweeping);
  };

const readAt = (snapshot: QueryDocumentSnapshot) => Object.values(readings.read(snapshot)?.channels ?? {});

/** What the daily job does to each collection that it ends, one query each. Companies have rules of their own (`inactive-experts.ts`). */
export const sweeps = {
  'accounts/drafts': {
    due: (firestore, before) => firestore.collectionGroup(DRAFTS).where('updatedAt', '<=', before),
    end: remove,
  },
  'experts/drafts': {
    due: (firestore, before) => firestore.collectionGroup(DRAFTS).where('savedAt', '<=', before),
    end: remove,
  },
  'missions/messages': {
    due: (firestore, before) => firestore.collectionGroup(MESSAGES).where('at', '<=', before),
    end: remove,
  },
  // They say up to when somebody has read, and nothing of their own: they go as the messages of then. One that can't be read stays.
  'missions/readings': {
    due: (firestore) => firestore.collectionGroup(READINGS),
    end: async (page, batch, { before }) => {
      const recent = new Set(readings.readable(page).unreadable);
      const old = page.filter((one) => !recent.has(one.ref.path) && Math.max(0, ...readAt(one)) <= before);
      await remove(old, batch);
    },
  },
  'missions/links': {
    due: (firestore, before) => firestore.collectionGroup(LINKS).where('at', '<=', before),
    end: remove,
  },
  files: {
    category: 'exchanges',
    due: (firestore, before) =>
      firestore
        .collection(FILES)
        .where('piece', 'in', [...exchangedPieces])
        .where('createdAt', '<=', before),
    end: eachOf((snapshot, batch, { firestore, bucket }) => forgetFile(firestore, bucket, batch, snapshot)),
  },
  uploads: {
    due: (firestore, before) => firestore.collection(UPLOADS).where('createdAt', '<=', before),
    end: eachOf((snapshot, batch, { bucket }) => forgetUpload(bucket, batch, snapshot)),
  },
  accessLog: {
    due: (firestore, before) =>
      firestore.collection(ACCESS_LOG).where('at', '<=', before).orderBy('at').orderBy(FieldPath.documentId()),
    end: async (page, batch, { firestore }) => {
      const lines = accessLog.readable(page);
      const decided = await decidedAmong(
        firestore,
        lines.values.map(({ fileId }) => fileId),
      );
      const others = page.filter(
        (one) => !lines.unreadable.includes(one.ref.path) && !decided.has(String(one.get('fileId'))),
      );
      await remove(others, batch);
    },
    passesBy: 'at',
  },
  archives: {
    due: (firestore, before) => firestore.collection(ARCHIVES).where('askedAt', '<=', before),
    end: eachOf((snapshot, batch, { firestore, bucket }) => forgetArchive(firestore, bucket, batch, snapshot)),
  },
  invitations: {
    due: (firestore, before) => firestore.collection(INVITATIONS).where('expiresAt', '<=', before),
    end: remove,
  },
  signInTokens: {
    due: (firestore, before) => firestore.collection(SIGN_IN_TOKENS).where('createdAt', '<=', before),
    end: remove,
  },
  signInCodes: {
    due: (firestore, before) => firestore.collection(SIGN_IN_CODES).where('createdAt', '<=', before),
    end: remove,
  },
  // Its last day, which is no instant.
  apiTokens: {
    due: (firestore, before) => firestore.collection(API_TOKENS).where('until', '<=', dayOf(before)),
    end: remove,
  },
  rateLimits: {
    due: (firestore, before) => firestore.collection(RATE_LIMITS).where('resetsAt', '<=', before),
    end: remove,
  },
  operations: {
    due: (firestore, before) => firestore.collection(OPERATIONS).where('at', '<=', before),
    end: remove,
  },
  outbox: {
    due: (firestore, before) =>
      firestore
        .collection(OUTBOX)
        .where('createdAt', '<=', before)
        .orderBy('createdAt')
        .orderBy(FieldPath.documentId()),
    end: async (page, batch, { now }) => {
      const told = new Set(outbox.readable(page).values.flatMap(({ id, mail }) => (isNotice(mail) ? [id] : [])));
      for (const snapshot of page) if (!told.has(snapshot.id)) clearMail(batch, snapshot, now);
    },
    passesBy: 'createdAt',
  },
  digests: { due: (firestore, before) => firestore.collection(DIGESTS).where('at', '<=', before), end: remove },
  // Open ones have no such instant, and stay.
  deadLetters: {
    due: (firestore, before) => firestore.collection(DEAD_LETTERS).where('closedAt', '<=', before),
    end: remove,
  },
  tasks: { due: (firestore, before) => firestore.collection(TASKS).where('closedAt', '<=', before), end: remove },
  notes: { due: (firestore, before) => firestore.collection(NOTES).where('at', '<=', before), end: remove },
  summaries: { due: (firestore, before) => firestore.collection(SUMMARIES).where('at', '<=', before), end: remove },
} as const satisfies Record<Exclude<SweptCollection, 'experts'>, Sweep>;

export type SweepName = keyof typeof sweeps;
