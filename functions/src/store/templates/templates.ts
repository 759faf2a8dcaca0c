import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import type { SignedInActor } from '../../domain/actor.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { decideTemplate, type TemplateCommand, type TemplateDecision } from '../../domain/templates/decide.ts';
import type { EditableTemplateName, TemplateCheck } from '../../domain/templates/templates.ts';
import { BUILT_IN, inForceAfter, type TemplateChange } from '../../domain/templates/versions.ts';
import { get } from '../collection.ts';
import {
  lastChangeAt,
  newestChanges,
  newestVersion,
  templateChanges,
  templateVersions,
} from '../collections/templates.ts';
import { once } from '../operations.ts';
import { type Attempt, rewrite } from '../optimistic.ts';

export interface AskedOfTemplate {
  readonly actor: SignedInActor;
  readonly operationId: string;
  readonly template: EditableTemplateName;
  readonly command: TemplateCommand;
  /** Our own text, which is in the code. */
  readonly builtIn: string;
  /** What a text that is to be in force is worth: documents are not known here. */
  readonly checkOf: (source: string) => TemplateCheck;
  readonly now: number;
}

const answer = z.object({ done: z.string(), inForce: z.int(), draftSavedAt: z.int().nullable() });
type Answer = z.infer<typeof answer>;

/**
 * Saves or gives up a draft, publishes, or comes back to the version before, once: text and history in one commit. Whoever changes the same
 * template at the same moment loses on a `create` or on the draft's precondition, reads again and is refused. 4 or 5 reads, 3 writes.
 */
export function actOnTemplate(firestore: Firestore, call: AskedOfTemplate): Promise<Answer | Refusal> {
  const { actor, operationId, template, command, now } = call;
  const asked = { name: 'saveTemplate', template, ...command };
  return once(firestore, { actorUid: actor.uid, operationId, asked, now, answer }, (batch) =>
    attempt(firestore, batch, call),
  );
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, template, command, builtIn, checkOf, now }: AskedOfTemplate,
): Promise<Attempt<Answer | Refusal>> {
  const [newest, [lastChange = null]] = await Promise.all([
    newestVersion(firestore, template),
    newestChanges(firestore, template, 1),
  ]);
  const inForce = inForceAfter(lastChange);
  const { version } = newest;
  const draft = version?.state === 'draft' ? version : null;
  const inForceSource = await sourceOf(firestore, template, { version: inForce, builtIn });
  const next = await textToCome(firestore, { template, command, builtIn, lastChange });
  const check = next === null ? unchecked : checkOf(next);
  const facts = { actor, now, newest: version?.number ?? 0, draft, lastChange, inForceSource, check };
  const decided = decideTemplate(facts, command);
  if (isRefusal(decided)) return { answer: decided, batch: null };
  write(firestore, batch, { template, decided, draft: draft === null ? undefined : newest.snapshot });
  const { save, remove, change, done } = decided;
  const text = save ?? (remove === null ? draft : null);
  const draftSavedAt = text?.state === 'draft' ? text.savedAt : null;
  return { answer: { done, inForce: change?.version ?? inForce, draftSavedAt }, batch };
}

const unchecked: TemplateCheck = { faults: [], missing: [] };

/** What would be in force: the text that is published, or the version before, which a release may have left behind. Null of a draft. */
async function textToCome(
  firestore: Firestore,
  asked: Pick<AskedOfTemplate, 'template' | 'command' | 'builtIn'> & { readonly lastChange: TemplateChange | null },
): Promise<string | null> {
  const { template, command, builtIn, lastChange } = asked;
  if (command.action === 'publish') return command.source;
  if (command.action !== 'restorePrevious' || lastChange === null) return null;
  return sourceOf(firestore, template, { version: lastChange.before, builtIn });
}

interface Written {
  readonly template: EditableTemplateName;
  readonly decided: TemplateDecision;
  /** The draft as it was read, if there is one: it becomes the version that is published. */
  readonly draft: Awaited<ReturnType<typeof newestVersion>>['snapshot'];
}

function write(firestore: Firestore, batch: WriteBatch, { template, decided, draft }: Written): void {
  const { save, remove, change } = decided;
  if (save !== null) {
    const value = templateVersions.write(save);
    if (draft === undefined) batch.create(firestore.doc(templateVersions.path(template, String(save.number))), value);
    else rewrite(batch, draft, value);
  }
  if (remove !== null && draft !== undefined) batch.delete(draft.ref, { lastUpdateTime: draft.updateTime });
  if (change !== null) {
    const reference = firestore.doc(templateChanges.path(template, String(change.sequence)));
    batch.create(reference, templateChanges.write(change));
  }
}

/** A version's text (1 read; none for ours). @throws when there is none of that number: a change names it, so it must be there. */
export async function sourceOf(
  firestore: Firestore,
  template: EditableTemplateName,
  { version, builtIn }: { readonly version: number; readonly builtIn: string },
): Promise<string> {
  if (version === BUILT_IN) return builtIn;
  const kept = await get(firestore, templateVersions, template, String(version));
  if (kept === null) throw new Error(`template ${template} has no version ${version}`);
  return kept.source;
}

/** The version in force at an instant (1 read). The history answers, so that a document made late follows what was in force when it was asked for. */
export async function versionInForce(
  firestore: Firestore,
  template: EditableTemplateName,
  at: number,
): Promise<number> {
  return inForceAfter(await lastChangeAt(firestore, template, at));
}
