import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { SignedInActor } from '../../domain/actor.ts';
import {
  type LaureateFilters,
  type LaureateSort,
  type LaureatesView,
  laureateChoice,
  laureatesPage,
  listedLaureate,
} from '../../domain/lists/laureates.ts';
import type { PageAsked } from '../../domain/lists/page.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { laureates } from '../collections/laureates.ts';
import { unknownLaureate } from '../laureates/act.ts';
import { readList } from '../lists/list.ts';
import { laureateList } from '../lists/lists.ts';

/** A page of the laureates. Costs a read for 500 of them, and what changed since they were gathered. */
export async function laureatesView(
  firestore: Firestore,
  actor: SignedInActor,
  { filters, page }: { readonly filters: LaureateFilters; readonly page: PageAsked<LaureateSort> },
): Promise<LaureatesView | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const listed = await readList(firestore, laureateList);
  return { acts: actor.kind === 'staff', ...laureatesPage(listed, { filters, reader: actor.uid }, page) };
}

/** All of them by name, to choose one or to recognise a folder: the same reads. */
export async function laureateChoicesView(
  firestore: Firestore,
  actor: SignedInActor,
): Promise<Views['laureateChoices'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const listed = await readList(firestore, laureateList);
  return {
    laureates: listed.map(laureateChoice).sort((one, other) => one.name.localeCompare(other.name, 'fr')),
  };
}

/** What stands at the top of a laureate's page, whichever part of it is open. 1 read. */
export async function laureateHeaderView(
  firestore: Firestore,
  actor: SignedInActor,
  { laureateId }: { readonly laureateId: string },
): Promise<Views['laureateHeader'] | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const laureate = await get(firestore, laureates, laureateId);
  if (laureate === null) return unknownLaureate;
  return { acts: actor.kind === 'staff', laureate: listedLaureate(laureate) };
}
