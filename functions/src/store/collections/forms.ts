import type { Firestore, Query, Transaction } from 'firebase-admin/firestore';
import * as z from 'zod';
import { builtInForm, builtInForms } from '../../domain/forms/built-in.ts';
import { LONGEST_HELP, LONGEST_LABEL, LONGEST_TITLE } from '../../domain/forms/faults.ts';
import { type Form, type FormName, formNames } from '../../domain/forms/form.ts';
import type { TakenForms } from '../../domain/forms/taken.ts';
import { collection, get } from '../collection.ts';

const questionId = z.string().regex(/^\w{1,60}$/);
const title = z.string().min(1).max(LONGEST_TITLE);
const question = z.object({
  id: questionId,
  label: z.string().min(1).max(LONGEST_LABEL),
  help: z.string().max(LONGEST_HELP).optional(),
  kind: z.enum(['text', 'long', 'choice']),
  choices: z.array(z.string().min(1).max(LONGEST_LABEL)).optional(),
  required: z.boolean(),
});

const schema: z.ZodType<Form> = z.object({
  name: z.enum(formNames),
  version: z.int().min(2),
  title,
  sections: z.array(z.object({ title, questions: z.array(question).min(1) })).min(1),
});

/** `forms/{name}/versions/{n}`: what staff published, created and never changed. The first versions are in the code (`domain/forms/built-in.ts`). */
export const forms = collection((name: FormName, version: string) => `forms/${name}/versions/${version}`, schema);
const versionsOf = (name: FormName) => `forms/${name}/versions`;

/** The form in force: 1 query of one document. */
export async function formInForce(firestore: Firestore, name: FormName): Promise<Form> {
  const newest = await newestVersions(firestore, name, 1).get();
  return forms.list(newest.docs)[0] ?? builtInForms[name];
}

/** The forms that answers are taken in, in the snapshot of `transaction` when there is one: 1 query of two documents, one while staff published none. */
export async function takenForms(
  firestore: Firestore,
  name: FormName,
  transaction: Transaction | null = null,
): Promise<TakenForms> {
  const newest = newestVersions(firestore, name, 2);
  const { docs } = await (transaction === null ? newest.get() : transaction.get(newest));
  const [inForce, before] = forms.list(docs);
  if (inForce === undefined) return { inForce: builtInForms[name], before: null };
  return { inForce, before: before ?? builtInForms[name] };
}

/** A version as it was published: 1 read, none for those that the code holds. Null when there is none of that number. */
export async function formVersion(firestore: Firestore, name: FormName, version: number): Promise<Form | null> {
  return builtInForm(name, version) ?? (await get(firestore, forms, name, String(version)));
}

/** The version that somebody answered. @throws Error when it is missing: answers name versions that were published. */
export async function answeredForm(firestore: Firestore, name: FormName, version: number): Promise<Form> {
  const form = await formVersion(firestore, name, version);
  if (form === null) throw new Error(`version ${version} of the form ${name} is missing`);
  return form;
}

/** Each version once, whatever the number of answers in it: 1 read each, none for those that the code holds. */
export function answeredFormsOf(firestore: Firestore, name: FormName, versions: readonly number[]): Promise<Form[]> {
  return Promise.all([...new Set(versions)].map((version) => answeredForm(firestore, name, version)));
}

function newestVersions(firestore: Firestore, name: FormName, count: number): Query {
  return firestore.collection(versionsOf(name)).orderBy('version', 'desc').limit(count);
}
