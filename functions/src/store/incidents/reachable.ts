import type { Firestore } from 'firebase-admin/firestore';
import { type ToCall, whomToCall } from '../../domain/incidents/whom-to-call.ts';
import type { Organisation } from '../../domain/people/people.ts';
import { taskKinds } from '../../domain/staff/tasks.ts';
import { get } from '../collection.ts';
import type { Account } from '../collections/accounts.ts';
import { experts } from '../collections/experts.ts';
import { accountByEmail } from '../people/accounts.ts';
import { type Roster, readRoster } from '../people/roster.ts';

/** Whose an address is, and who can be told that mails do not reach it. */
export interface Reachable {
  readonly organisation: string;
  /** Page of ours where its address is changed. */
  readonly peoplePath: string;
  readonly addressMarked: boolean;
  readonly call: readonly ToCall[];
}

interface Place {
  readonly roster: Roster;
  readonly company: { readonly name: string; readonly email: string; readonly phone: string } | null;
}

/**
 * By address; none for those that are nobody's here. 2 reads an address, and for each organisation met 2 or 3 and 2 for each of its people: a page that
 * is opened when something is wrong.
 */
export async function reachableOf(
  firestore: Firestore,
  addresses: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Reachable>> {
  const owners = await Promise.all([...new Set(addresses)].map((email) => accountByEmail(firestore, email)));
  const found = owners.filter((account) => account !== null);
  const places = new Map<string, Promise<Place | null>>();
  const placeOf = (organisation: Organisation) => {
    const key = JSON.stringify(organisation);
    const place = places.get(key) ?? readPlace(firestore, organisation, now);
    places.set(key, place);
    return place;
  };
  const rows = await Promise.all(
    found.map(
      async (account) => [account.email, reachableIn(account, await placeOf(organisationOf(account)))] as const,
    ),
  );
  return new Map(rows);
}

function reachableIn({ uid, addressProblem, expertId, laureateIds }: Account, place: Place | null): Reachable {
  return {
    organisation: place?.roster.name ?? '',
    peoplePath: taskKinds.deadMail.path({ laureateId: laureateIds[0] ?? null, missionId: null, expertId }),
    addressMarked: Boolean(addressProblem),
    call: place === null ? [] : whomToCall({ uid, people: place.roster.people, company: place.company }),
  };
}

/** The first of a person's laureates: one call is enough. */
function organisationOf({ kind, expertId, laureateIds: [laureateId] }: Account): Organisation {
  if (kind === 'expert' && expertId !== null) return { kind: 'expert', expertId };
  return laureateId === undefined ? { kind: 'team' } : { kind: 'laureate', laureateId };
}

async function readPlace(firestore: Firestore, organisation: Organisation, now: number): Promise<Place | null> {
  const [roster, expert] = await Promise.all([
    readRoster(firestore, organisation, now),
    organisation.kind === 'expert' ? get(firestore, experts, organisation.expertId) : null,
  ]);
  return roster && { roster, company: expert?.contact ?? null };
}
