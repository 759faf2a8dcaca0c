import {
  type DocumentSnapshot,
  FieldValue,
  type Firestore,
  type QueryDocumentSnapshot,
} from 'firebase-admin/firestore';
import * as z from 'zod';
import { optimistically } from '../optimistic.ts';
import { currentSchema, type Migration, patternOf, type StoredFields, upgraded } from './migration.ts';

/** What was found in a collection, and done. */
export interface Migrated {
  readonly shape: string;
  readonly read: number;
  /** Of an earlier shape. */
  readonly behind: number;
  readonly written: number;
  /** Documents that have no number of a shape: nothing is known of them, and they stay as they are. */
  readonly unknown: readonly string[];
}

const DOCUMENTS_AT_ONCE = 200;
const stored: z.ZodType<StoredFields> = z.looseObject({ schema: z.int().min(1) });

/**
 * Carries every document of a collection to the shape of today, in place: a read a document, a read and a write more for each that is behind. Two hundred at
 * once, each only if nobody wrote it since it was read. What was done stays done: a run that was cut short, or that meets documents written meanwhile, is
 * run again. Without `apply` nothing is written.
 */
export async function migrateCollection(
  firestore: Firestore,
  { shape, steps }: { readonly shape: string; readonly steps: readonly Migration[] },
  apply: boolean,
): Promise<Migrated> {
  const pattern = patternOf(shape);
  const everything = firestore.collectionGroup(shape.split('/').at(-2) ?? '').limit(DOCUMENTS_AT_ONCE);
  let found: Migrated = { shape, read: 0, behind: 0, written: 0, unknown: [] };
  let last: QueryDocumentSnapshot | undefined;
  do {
    const page = await (last === undefined ? everything : everything.startAfter(last)).get();
    const own = page.docs.filter(({ ref }) => pattern.test(ref.path));
    const behind = own.filter((document) => isBehind(document, steps));
    found = {
      shape,
      read: found.read + own.length,
      behind: found.behind + behind.length,
      written: found.written + (apply && behind.length > 0 ? await carry(firestore, behind, steps) : 0),
      unknown: [...found.unknown, ...own.filter((document) => !isStamped(document)).map(({ ref }) => ref.path)],
    };
    last = page.size === DOCUMENTS_AT_ONCE ? page.docs.at(-1) : undefined;
  } while (last !== undefined);
  return found;
}

function isStamped(document: DocumentSnapshot): boolean {
  return stored.safeParse(document.data()).success;
}

function isBehind(document: DocumentSnapshot, steps: readonly Migration[]): boolean {
  const { data } = stored.safeParse(document.data());
  return data !== undefined && data.schema < currentSchema(steps);
}

/** Those of a page, together; who was written meanwhile is read again, and may be of today already. */
async function carry(
  firestore: Firestore,
  documents: readonly QueryDocumentSnapshot[],
  steps: readonly Migration[],
): Promise<number> {
  const done = await optimistically(firestore, async (batch) => {
    const now = await firestore.getAll(...documents.map(({ ref }) => ref));
    const behind = now.filter((document) => isBehind(document, steps));
    for (const document of behind) {
      const before = stored.parse(document.data());
      const lastUpdateTime = document.updateTime;
      if (lastUpdateTime) batch.update(document.ref, changesTo(before, upgraded(before, steps)), { lastUpdateTime });
    }
    return { answer: behind.length, batch: behind.length === 0 ? null : batch };
  });
  if (done === null) throw new Error('documents are written too often: run the migration again');
  return done.answer;
}

/** An update leaves the fields that it does not name: those that are no more are named as gone. */
function changesTo(before: StoredFields, after: StoredFields): Record<string, unknown> {
  const gone = Object.keys(before).filter((field) => !(field in after));
  return { ...after, ...Object.fromEntries(gone.map((field) => [field, FieldValue.delete()])) };
}
