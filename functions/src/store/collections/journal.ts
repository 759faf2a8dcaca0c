import type { DocumentData, DocumentReference, Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import { type Happening, happenings, type JournalLine } from '../../domain/people/journal.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

const schema: z.ZodType<JournalLine> = z.object({
  at: instant,
  by: z.object({ uid: id, name: shortText, kind: z.enum(['laureate', 'expert', 'staff', 'observer', 'system']) }),
  done: z.custom<Happening>((value) => typeof value === 'string' && value in happenings),
  aboutUid: id,
  aboutName: shortText,
  laureateId: id.nullable(),
  expertId: id.nullable(),
  missionId: id.nullable(),
  reason: z.string().max(2_000).nullable(),
});

/** `journal/{id}`: people and accesses. Created in the commit that it tells, never changed, by nobody. */
export const journal = collection((lineId: string) => `journal/${lineId}`, schema);
export const JOURNAL = 'journal';

/** A batch, or a transaction. */
interface Creates {
  create(reference: DocumentReference, value: DocumentData): unknown;
}

/** Adds a line to the commit that it tells. `lineId` is a fresh id, or one that makes doing it twice fail. */
export function journalLine(firestore: Firestore, batch: Creates, lineId: string, line: JournalLine): void {
  batch.create(firestore.doc(journal.path(lineId)), journal.write(line));
}
