import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { FormChange } from '../../domain/forms/change.ts';
import { type ChangedPartKind, changedPartKinds } from '../../domain/forms/changed-parts.ts';
import type { FormName } from '../../domain/forms/form.ts';
import { LONGEST_REASON } from '../../domain/settings/change.ts';
import { collection } from '../collection.ts';
import { id, instant, shortText } from '../fields.ts';

/** The titles or labels of a whole form, one after the other. */
const words = z.string().max(50_000);
const isKind = (kind: unknown): kind is ChangedPartKind =>
  typeof kind === 'string' && Object.hasOwn(changedPartKinds, kind);

const schema: z.ZodType<FormChange> = z.object({
  version: z.int().min(2),
  at: instant,
  by: z.object({ uid: id, name: shortText }),
  reason: z.string().max(LONGEST_REASON),
  changed: z.array(z.object({ kind: z.custom<ChangedPartKind>(isKind), about: words, before: words, after: words })),
});

/** `forms/{name}/changes/{version}`: who published that version, when, why, and what changed. Created with it, never changed. */
export const formChanges = collection((name: FormName, version: string) => `forms/${name}/changes/${version}`, schema);
const changesOf = (name: FormName) => `forms/${name}/changes`;
const MOST_CHANGES = 50;

/** Newest first (1 query). */
export async function newestFormChanges(firestore: Firestore, name: FormName): Promise<FormChange[]> {
  const found = await firestore.collection(changesOf(name)).orderBy('version', 'desc').limit(MOST_CHANGES).get();
  return formChanges.list(found.docs);
}
