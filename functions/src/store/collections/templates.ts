import type { Firestore } from 'firebase-admin/firestore';
import * as z from 'zod';
import { type EditableTemplateName, LONGEST_TEMPLATE } from '../../domain/templates/templates.ts';
import type { TemplateChange, TemplateVersion } from '../../domain/templates/versions.ts';
import { collection } from '../collection.ts';
import { author, instant } from '../fields.ts';
import { changeFields, newestLines } from '../version-changes.ts';

const version: z.ZodType<TemplateVersion> = z.object({
  state: z.enum(['draft', 'published']),
  number: z.int().min(1),
  source: z.string().max(LONGEST_TEMPLATE),
  basedOn: z.int().min(0),
  savedAt: instant,
  by: author,
});

const change: z.ZodType<TemplateChange> = z.object({
  sequence: z.int().min(1),
  ...changeFields,
  what: z.enum(['publish', 'restore']),
  version: z.int().min(0),
  before: z.int().min(0),
});

/** `templates/{name}/versions/{number}`: texts that staff wrote. Ours, number 0, is in the code. */
export const templateVersions = collection(
  (name: EditableTemplateName, number: string) => `templates/${name}/versions/${number}`,
  version,
);

/** `templates/{name}/changes/{sequence}`: what put a version in force, and why. Created once, never changed: the newest says what is in force. */
export const templateChanges = collection(
  (name: EditableTemplateName, sequence: string) => `templates/${name}/changes/${sequence}`,
  change,
);

const versionsOf = (name: EditableTemplateName) => `templates/${name}/versions`;
const changesOf = (name: EditableTemplateName) => `templates/${name}/changes`;

/** The highest number, a draft or not (1 read). */
export async function newestVersion(firestore: Firestore, name: EditableTemplateName) {
  const found = await firestore.collection(versionsOf(name)).orderBy('number', 'desc').limit(1).get();
  const [snapshot] = found.docs;
  return { snapshot, version: templateVersions.list(found.docs)[0] ?? null };
}

/** Newest first (a read each, fifty at most). */
export function newestChanges(
  firestore: Firestore,
  name: EditableTemplateName,
  most?: number,
): Promise<TemplateChange[]> {
  return newestLines(templateChanges, firestore.collection(changesOf(name)).orderBy('sequence', 'desc'), most);
}

/** The last change made by an instant (1 read). */
export async function lastChangeAt(
  firestore: Firestore,
  name: EditableTemplateName,
  at: number,
): Promise<TemplateChange | null> {
  const found = await firestore.collection(changesOf(name)).where('at', '<=', at).orderBy('at', 'desc').limit(1).get();
  return templateChanges.list(found.docs)[0] ?? null;
}
