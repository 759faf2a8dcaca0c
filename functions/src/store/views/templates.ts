import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type EditableTemplateName, editableTemplateNames } from '../../domain/templates/templates.ts';
import { inForceAfter } from '../../domain/templates/versions.ts';
import type { TemplateRow } from '../../domain/templates/views.ts';
import type { Views } from '../../domain/views.ts';
import { newestChanges, newestVersion } from '../collections/templates.ts';
import { sourceOf } from '../templates/templates.ts';

/** Every template that staff may edit (2 reads each). */
export async function templatesView(firestore: Firestore, actor: Actor): Promise<Views['templates'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const rows = await Promise.all(editableTemplateNames.map((name) => rowOf(firestore, name)));
  return { acts: can(actor, { action: 'manageTemplates' }) === null, rows };
}

async function rowOf(firestore: Firestore, template: EditableTemplateName): Promise<TemplateRow> {
  const [[lastChange = null], { version }] = await Promise.all([
    newestChanges(firestore, template, 1),
    newestVersion(firestore, template),
  ]);
  const draft = version?.state === 'draft' ? { savedAt: version.savedAt, byName: version.by.name } : null;
  return { template, inForce: inForceAfter(lastChange), lastChange, draft };
}

/** One template with its texts that matter: in force, before it, and the draft. 2 reads and a line of history each, then 1 or 2 texts. */
export async function templateView(
  firestore: Firestore,
  actor: Actor,
  { template, builtIn }: { readonly template: EditableTemplateName; readonly builtIn: string },
): Promise<Views['template'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const [history, { version: newest }] = await Promise.all([
    newestChanges(firestore, template),
    newestVersion(firestore, template),
  ]);
  const [lastChange] = history;
  const inForce = inForceAfter(lastChange ?? null);
  const textOf = async (version: number) => ({
    version,
    source: await sourceOf(firestore, template, { version, builtIn }),
  });
  const [present, previous] = await Promise.all([textOf(inForce), lastChange ? textOf(lastChange.before) : null]);
  return {
    acts: can(actor, { action: 'manageTemplates' }) === null,
    template,
    inForce: present,
    previous,
    draft: newest?.state === 'draft' ? newest : null,
    nextNumber: newest === null ? 1 : newest.state === 'draft' ? newest.number : newest.number + 1,
    history,
  };
}
