import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import {
  type ExpertFilters,
  type ExpertSort,
  type ExpertsView,
  expertsPage,
  observedExpert,
} from '../../domain/lists/experts.ts';
import type { PageAsked } from '../../domain/lists/page.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { readList } from '../lists/list.ts';
import { expertList } from '../lists/lists.ts';

/** A page of the experts, whatever their state; for whoever observes, without the contacts that are not public. Costs a read for 500 of them, and what changed since they were gathered. */
export async function expertsView(
  firestore: Firestore,
  actor: Actor,
  { filters, page }: { readonly filters: ExpertFilters; readonly page: PageAsked<ExpertSort> },
): Promise<ExpertsView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const experts = await readList(firestore, expertList);
  // Before the filters: an address that is not shown is not found by its words either.
  return expertsPage(actor.kind === 'observer' ? experts.map(observedExpert) : experts, filters, page);
}
