import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import { type Partner, partnersOf, type SharedNeeds, sharedNeeds, sharersOf } from '../../domain/laureates/sharing.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import type { Views } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { laureates } from '../collections/laureates.ts';
import { readList } from '../lists/list.ts';
import { laureateList } from '../lists/lists.ts';

export const noLaureate = refuse(
  'no-laureate',
  'Votre compte n’est rattaché à aucune structure lauréate. Appelez l’équipe France Tiers-Lieux.',
);

/** Everybody a laureate may share a mission with, to choose from: as long as the programme, and asked for by the request that invites them alone. */
export async function partnersView(
  firestore: Firestore,
  actor: Actor,
  laureateId: string,
): Promise<Views['partners'] | Refusal> {
  const found = await readPartners(firestore, actor, laureateId);
  return isRefusal(found) ? found : { openToSharing: found.laureate.openToSharing, partners: found.partners };
}

/** What the home proposes to share: a line for each need, with a few names. */
export async function sharedNeedsView(
  firestore: Firestore,
  actor: Actor,
  laureateId: string,
): Promise<SharedNeeds | Refusal> {
  const found = await readPartners(firestore, actor, laureateId);
  return isRefusal(found) ? found : sharedNeeds(found.partners);
}

/** Who has one need, all of them: asked for when somebody opens the line. */
export async function sharersView(
  firestore: Firestore,
  actor: Actor,
  { laureateId, subtheme }: { readonly laureateId: string; readonly subtheme: string },
): Promise<Views['sharers'] | Refusal> {
  const found = await readPartners(firestore, actor, laureateId);
  return isRefusal(found) ? found : { names: sharersOf(subtheme, found.partners) };
}

/** 1 read, and for one that is open itself the list of the programme: a read for 500 laureates. */
async function readPartners(
  firestore: Firestore,
  actor: Actor,
  laureateId: string,
): Promise<{ readonly laureate: Laureate; readonly partners: readonly Partner[] } | Refusal> {
  const refusal = can(actor, { action: 'requestMission', laureateId });
  if (refusal) return refusal;
  const laureate = await get(firestore, laureates, laureateId);
  if (laureate === null) return noLaureate;
  if (laureate.openToSharing === null) return { laureate, partners: [] };
  return { laureate, partners: partnersOf(laureate, await readList(firestore, laureateList)) };
}
