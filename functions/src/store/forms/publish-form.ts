import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import { type AskedForm, decideForm } from '../../domain/forms/change.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { formChanges } from '../collections/form-changes.ts';
import { formInForce, forms, formVersion } from '../collections/forms.ts';
import { once } from '../operations.ts';
import type { Attempt } from '../optimistic.ts';

interface Publication {
  readonly actor: SignedInActor;
  readonly operationId: string;
  readonly asked: AskedForm;
  readonly now: number;
}

const answer = z.object({ done: z.string(), version: z.int() });
type Answer = z.infer<typeof answer>;

/**
 * Writes the next version of a form with the line of history that tells it, once. Both are created: of two people who publish over one version,
 * the second reads again and is refused. 3 reads, 2 writes.
 */
export function publishNextForm(firestore: Firestore, call: Publication): Promise<Answer | Refusal> {
  const { actor, operationId, asked, now } = call;
  const operation = { actorUid: actor.uid, operationId, asked: { called: 'publishForm', ...asked }, now, answer };
  return once(firestore, operation, (batch) => attempt(firestore, batch, call));
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, asked, now }: Publication,
): Promise<Attempt<Answer | Refusal>> {
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
