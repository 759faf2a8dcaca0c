import type { Firestore, WriteBatch } from 'firebase-admin/firestore';
import * as z from 'zod';
import { can } from '../../domain/access/policy.ts';
import { authorOf, type SignedInActor } from '../../domain/actor.ts';
import {
  decideViews,
  type SavedViews,
  savedViewRows,
  type ViewCommand,
  type ViewKeeper,
  viewActions,
} from '../../domain/lists/saved-views.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { ownViews, sharedViews } from '../collections/saved-views.ts';
import { once } from '../operations.ts';
import { type Attempt, rewrite } from '../optimistic.ts';

const answer = z.object({ done: z.string(), viewId: z.string(), revision: z.int() });
type Answer = z.infer<typeof answer>;

export interface AskedOfViews {
  readonly actor: SignedInActor;
  readonly command: ViewCommand;
  readonly operationId: string;
  readonly newId: string;
  readonly now: number;
}

const pathOf = {
  own: ({ uid }) => ownViews.path(uid),
  team: () => sharedViews.path('team'),
} as const satisfies Record<ViewKeeper, (actor: SignedInActor) => string>;

/** Whoever may keep views there: one's own, who reads the lists; the team's, who is of it. */
const needed = { own: 'seeEverything', team: 'shareViews' } as const satisfies Record<ViewKeeper, string>;

/** Keeps, names, replaces, takes away or brings back a view, once. 2 reads, 2 writes; two people at once are decided one after the other. */
export async function actOnView(firestore: Firestore, asked: AskedOfViews): Promise<Answer | Refusal> {
  const { actor, operationId, command, now } = asked;
  const refusal = can(actor, { action: needed[command.keeper] });
  if (refusal) return refusal;
  const operation = { actorUid: actor.uid, operationId, asked: { call: 'viewAction', command }, now, answer };
  return once(firestore, operation, (batch) => attempt(firestore, batch, asked));
}

async function attempt(
  firestore: Firestore,
  batch: WriteBatch,
  { actor, command, newId, now }: AskedOfViews,
): Promise<Attempt<Answer | Refusal>> {
  const snapshot = await firestore.doc(pathOf[command.keeper](actor)).get();
  const views = ownViews.read(snapshot)?.views ?? [];
  const decided = decideViews(views, { by: authorOf(actor), newId, now }, command);
  if (isRefusal(decided)) return { answer: decided, batch: null };
  rewrite(batch, snapshot, ownViews.write({ views: [...decided.views] }));
  const { id, revision } = decided.view;
  return { answer: { done: viewActions[command.action].done, viewId: id, revision }, batch };
}

/** The views that whoever reads the lists may open: its own and the team's. 2 reads, whatever their number. */
export async function savedViewsView(firestore: Firestore, actor: SignedInActor): Promise<SavedViews | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const [own, team] = await firestore.getAll(firestore.doc(pathOf.own(actor)), firestore.doc(pathOf.team()));
  const viewsIn = (document: typeof own) => (document === undefined ? null : ownViews.read(document))?.views ?? [];
  return {
    mayShare: can(actor, { action: 'shareViews' }) === null,
    views: savedViewRows({ own: viewsIn(own), team: viewsIn(team) }),
  };
}
