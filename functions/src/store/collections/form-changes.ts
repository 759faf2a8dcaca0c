import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { FormChange } from '../../domain/forms/change.ts';
import { type ChangedPartKind, changedPartKinds } from '../../domain/forms/changed-parts.ts';
import type { FormName } from '../../domain/forms/form.ts';
import { collection } from '../collection.ts';
import { changeFields, newestLines } from '../version-changes.ts';

/** The titles or labels of a whole form, one after the other. */
const words = z.string().max(50_000);
const isKind = (kind: unknown): kind is ChangedPartKind =>
  typeof kind === 'string' && Object.hasOwn(changedPartKinds, kind);

const schema: z.ZodType<FormChange> = z.object({
  version: z.int().min(2),
  ...changeFields,
  changed: z.array(z.object({ kind: z.custom<ChangedPartKind>(isKind), about: words, before: words, after: words })),
});

/** `forms/{name}/changes/{version}`: who published that version, when, why, and what changed. Created with it, never changed. */
export const formChanges = collection((name: FormName, version: string) => `forms/${name}/changes/${version}`, schema);
const changesOf = (name: FormName) => `forms/${name}/changes`;

/** Newest first (1 query). */
export function newestFormChanges(firestore: Firestore, name: FormName): Promise<FormChange[]> {
  return newestLines(formChanges, firestore.collection(changesOf(name)).orderBy('version', 'desc'));
}
