import type { Firestore } from 'firebase-admin/firestore';
import { can } from '../../domain/access/policy.ts';
import type { Actor, SignedInActor } from '../../domain/actor.ts';
import { roleIn } from '../../domain/actor.ts';
import { dayOf, type Instant } from '../../domain/calendar.ts';
import type { Laureate } from '../../domain/laureates/laureate.ts';
import type { LaureateHome } from '../../domain/laureates/views.ts';
import { refusalOf } from '../../domain/missions/decide.ts';
import type { Facts } from '../../domain/missions/facts.ts';
import type { ProgrammeSettings } from '../../domain/programme/settings.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { StaffHome, TasksAsked } from '../../domain/staff/views.ts';
import { wholeBase } from '../../domain/subsidy/funded.ts';
import { positionOf, withPending } from '../../domain/subsidy/position.ts';
import type { Me } from '../../domain/views.ts';
import { get } from '../collection.ts';
import { laureates } from '../collections/laureates.ts';
import { settingsInForce } from '../collections/settings.ts';
import { shares, sharesOf } from '../collections/shares.ts';
import { ledgerNow } from '../laureates/ledger-reading.ts';
import { referentOf } from '../laureates/referent.ts';
import { colleaguesOf } from '../staff/staff-actions.ts';
import { taskCounts, tasksPage } from '../staff/task-pages.ts';
import { expectedOfLaureate } from './expected-of-laureate.ts';
import { rowOfShare } from './mission-rows.ts';
import { noLaureate } from './sharing.ts';

const MOST_ROWS = 200;

/** Who am I here: the memberships with their names (1 read each). */
export async function meView(firestore: Firestore, actor: SignedInActor): Promise<Me> {
  const { contact } = await settingsInForce(firestore);
  const memberships = actor.kind === 'laureate' ? actor.memberships : [];
  const named = await Promise.all(
    memberships.map(async ({ laureateId, role }) => ({
      laureateId,
      role,
      laureateName: (await get(firestore, laureates, laureateId))?.name ?? laureateId,
    })),
  );
  const kind = actor.kind === 'system' ? 'staff' : actor.kind;
  return { kind, personName: actor.name, memberships: named, contact };
}

/**
 * A laureate's home: where its subsidy stands, its missions, what waits for whoever reads, its note. Four reads, two queries and a read a mission of
 * its own that goes on, whatever the number of missions elsewhere: the lines of the ledger (some ten) are read and judged, since a figure shown the
 * moment after a decision must be the one that decided.
 */
export async function laureateView(
  firestore: Firestore,
  actor: SignedInActor,
  asked: { laureateId: string | null; now: number },
): Promise<LaureateHome | Refusal> {
  const laureateId =
    asked.laureateId ?? (actor.kind === 'laureate' ? (actor.memberships[0]?.laureateId ?? null) : null);
  if (laureateId === null) return noLaureate;
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const [laureate, settings, found, account] = await Promise.all([
    get(firestore, laureates, laureateId),
    settingsInForce(firestore),
    firestore.collection(sharesOf(laureateId)).orderBy('since', 'desc').limit(MOST_ROWS).get(),
    ledgerNow(firestore, laureateId),
  ]);
  if (laureate === null) return noLaureate;
  const parts = shares.list(found.docs);
  const referent = await referentOf(firestore, laureate);
  return {
    laureateId,
    laureateName: laureate.name,
    role: roleIn(actor, laureateId),
    // What can't be trusted is not summed: the figures are then the last ones that held, and the page says so.
    position: account.fault === null ? positionOf(account.entries, parts) : withPending(laureate.balance, parts),
    ledgerHolds: account.fault === null,
    note: laureate.note && noteInForce(laureate.note, settings),
    missions: parts.map(rowOfShare),
    expected: await expectedOfLaureate(firestore, actor, { laureateId, parts, settings, now: asked.now }),
    contact: referent ?? settings.contact,
    hasReferent: referent !== null,
    status: laureate.status,
    standing: laureate.standing ?? null,
    openToSharing: laureate.openToSharing,
    requestRefusal: requestRefusal(actor, laureate, settings, asked.now),
  };
}

function noteInForce(
  { version, at, subthemes, accepted, answer = null }: NonNullable<Laureate['note']>,
  { noteMustBeAccepted }: ProgrammeSettings,
): LaureateHome['note'] {
  return { version, at, subthemes, answer, awaited: noteMustBeAccepted && !accepted && answer === null };
}

/** Why a mission can't be asked for, from the transition table itself; the expert is not chosen yet, so it is taken as open. */
function requestRefusal(actor: Actor, laureate: Laureate, settings: ProgrammeSettings, now: number): string | null {
  if (actor.kind === 'anonymous') return null;
  const openToSharing = laureate.openToSharing !== null;
  const asking = { ...laureate, openToSharing, fundedBase: wholeBase, entries: [], ledgerHolds: true };
  const facts: Facts = {
    now,
    settings,
    missionId: 'none',
    mission: null,
    actor,
    laureateId: laureate.id,
    // Staff ask in its name: who asked them is said with the request.
    onBehalf: actor.kind === 'staff',
    laureates: { [laureate.id]: asking },
    expert: { id: 'none', name: '', state: 'published', published: true, mayBeCommissioned: true, interests: [] },
    files: {},
    shares: {},
    submitted: null,
    amendment: null,
    grants: [],
    invoices: {},
    takenForms: {},
  };
  return refusalOf(facts, 'request')?.message ?? null;
}

/** What waits for staff: a page of it, how much there is in all, and the team. */
export async function staffView(
  firestore: Firestore,
  actor: SignedInActor,
  { now, ...asked }: TasksAsked & { readonly now: Instant },
): Promise<StaffHome | Refusal> {
  const refusal = can(actor, { action: 'seeEverything' });
  if (refusal) return refusal;
  const reader = { uid: actor.uid, today: dayOf(now) };
  const [page, counts, colleagues] = await Promise.all([
    tasksPage(firestore, asked, reader),
    taskCounts(firestore, reader),
    colleaguesOf(firestore),
  ]);
  return { acts: actor.kind === 'staff', ...page, ...counts, colleagues };
}
