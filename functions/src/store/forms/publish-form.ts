import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import { type AskedForm, decideForm } from '../../domain/forms/change.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { formChanges } from '../collections/form-changes.ts';
import { formInForce, forms, formVersion } from '../collections/forms.ts';
import type { Attempt } from '../optimistic.ts';
import { type AskedOnce, type WrittenVersion, writeNextVersion } from '../version-changes.ts';

/** Writes the next version of a form. 3 reads, 2 writes. */
export function publishNextForm(firestore: Firestore, call: AskedOnce<AskedForm>): Promise<WrittenVersion | Refusal> {
  return writeNextVersion(firestore, { ...call, called: 'publishForm' }, (batch) => attempt(firestore, batch, call));
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, asked, now }: AskedOnce<AskedForm>,
): Promise<Attempt<WrittenVersion | Refusal>> {
  const { name, startedFrom } = asked;
  const inForce = await formInForce(firestore, name);
  const [lastChange, started] = await Promise.all([
    get(firestore, formChanges, name, String(inForce.version)),
    startedFrom === inForce.version ? inForce : formVersion(firestore, name, startedFrom),
  ]);
  const decided = decideForm({ inForce, lastChange, started, actor, now }, asked);
  if (isRefusal(decided)) return { answer: decided, batch: null };
  const { form, change } = decided;
  batch.create(firestore.doc(forms.path(name, String(form.version))), forms.write(form));
  batch.create(firestore.doc(formChanges.path(name, String(form.version))), formChanges.write(change));
  const done = `« ${form.title} » est publié : c’est sa version ${form.version}. Elle est en vigueur dès maintenant.`;
  return { answer: { done, version: form.version }, batch };
}
