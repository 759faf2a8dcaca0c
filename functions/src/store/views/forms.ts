import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import { type FormName, formNames } from '../../domain/forms/form.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { formChanges, newestFormChanges } from '../collections/form-changes.ts';
import { formInForce, formVersion } from '../collections/forms.ts';

/** The form of a registration, for anyone: what is asked of an expert is no secret. 1 query. */
export async function registrationFormView(firestore: Firestore): Promise<Views['registrationForm']> {
  return { form: await formInForce(firestore, 'registration') };
}

/** The forms in force and who published each: a query and a read each. */
export async function formsView(firestore: Firestore, actor: Actor): Promise<Views['forms'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const rows = formNames.map(async (name) => {
    const form = await formInForce(firestore, name);
    return { form, lastChange: await get(firestore, formChanges, name, String(form.version)) };
  });
  return { acts: can(actor, { action: 'manageSettings' }) === null, forms: await Promise.all(rows) };
}

/** One form with its history, and the earlier version that is asked for. 2 queries, and a read for that version. */
export async function formFileView(
  firestore: Firestore,
  actor: Actor,
  asked: { readonly form: FormName; readonly version: number | null },
): Promise<Views['formFile'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const [form, history, earlier] = await Promise.all([
    formInForce(firestore, asked.form),
    newestFormChanges(firestore, asked.form),
    asked.version === null ? null : formVersion(firestore, asked.form, asked.version),
  ]);
  return { acts: can(actor, { action: 'manageSettings' }) === null, form, earlier, history };
}
