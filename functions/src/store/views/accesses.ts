import type { Firestore } from 'firebase-admin/firestore';
import { grantState, missionsEndAt } from '../../domain/access/grant-actions.ts';
import { can } from '../../domain/access/policy.ts';
import type { Accesses, AccessGrant, Opening } from '../../domain/access/views.ts';
import type { Actor } from '../../domain/actor.ts';
import { type Grant, WHILE_LIVE } from '../../domain/missions/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { get } from '../collection.ts';
import { expertMembers, experts } from '../collections/experts.ts';
import { ACCESS_LOG, type Access, accessLog } from '../collections/files.ts';
import { grants, grantsOf } from '../collections/grants.ts';
import { laureates } from '../collections/laureates.ts';
import { shares } from '../collections/shares.ts';

const PAGE = 50;
const MOST_GRANTS = 100;

/**
 * Who may read a laureate's dossier, until when, and who opened what: for its own people, staff and observers. A line of the log names the
 * laureates whose log it belongs to, so that the people of another laureate of a shared mission never show here.
 *
 * Reads: the laureate, its grants (1 each), 51 lines at most and, for each grant, its person, its company, its missions' shares, its last line
 * and a count (1 for 1 000 lines): about 5 a person, so 60 to 160 for a laureate with one to twenty consultants. Pages after the first read 52.
 */
export async function accessesView(
  firestore: Firestore,
  actor: Actor,
  asked: { laureateId: string; before: number | null; now: number },
): Promise<Accesses | Refusal> {
  const { laureateId, before, now } = asked;
  const refusal = can(actor, { action: 'seeLaureate', laureateId });
  if (refusal) return refusal;
  const [laureate, grantList, page] = await Promise.all([
    get(firestore, laureates, laureateId),
    before === null ? grantRows(firestore, laureateId, now) : [],
    openingsOf(firestore, laureateId, before),
  ]);
  return {
    laureateId,
    laureateName: laureate?.name ?? laureateId,
    grants: grantList,
    ...page,
    acts: actor.kind === 'staff',
  };
}

const lastFirst = (one: AccessGrant, other: AccessGrant) =>
  Number(other.state === 'open') - Number(one.state === 'open') || (other.lastOpenedAt ?? 0) - (one.lastOpenedAt ?? 0);

async function grantRows(firestore: Firestore, laureateId: string, now: number): Promise<AccessGrant[]> {
  const found = await firestore.collection(grantsOf(laureateId)).limit(MOST_GRANTS).get();
  const rows = await Promise.all(grants.list(found.docs).map((grant) => grantRow(firestore, grant, now)));
  return rows.toSorted(lastFirst);
}

async function grantRow(firestore: Firestore, grant: Grant, now: number): Promise<AccessGrant> {
  const { laureateId, uid, expertId } = grant;
  const [person, expert, missions, opened] = await Promise.all([
    get(firestore, expertMembers, expertId, uid),
    get(firestore, experts, expertId),
    Promise.all(
      Object.entries(grant.missions).map(async ([missionId, until]) => ({
        missionId,
        need: (await get(firestore, shares, laureateId, missionId))?.need ?? '',
        until: until === WHILE_LIVE ? null : until,
      })),
    ),
    openedBy(firestore, laureateId, uid),
  ]);
  return {
    uid,
    personName: person?.name ?? uid,
    company: expert?.company ?? expertId,
    state: grantState(grant, now),
    until: missionsEndAt(grant),
    missions,
    ...opened,
  };
}

/** How many of this laureate's files somebody opened, and when last. */
async function openedBy(
  firestore: Firestore,
  laureateId: string,
  uid: string,
): Promise<Pick<AccessGrant, 'openings' | 'lastOpenedAt'>> {
  const log = firestore.collection(ACCESS_LOG);
  // Ordered although it is only counted: one index serves both.
  const [counted, latest] = await Promise.all([
    log.where('laureateIds', 'array-contains', laureateId).where('uid', '==', uid).orderBy('at', 'desc').count().get(),
    log.where('laureateIds', 'array-contains', laureateId).where('uid', '==', uid).orderBy('at', 'desc').limit(1).get(),
  ]);
  return { openings: counted.data().count, lastOpenedAt: accessLog.list(latest.docs)[0]?.at ?? null };
}

async function openingsOf(
  firestore: Firestore,
  laureateId: string,
  before: number | null,
): Promise<Pick<Accesses, 'openings' | 'more'>> {
  const lines = await firestore
    .collection(ACCESS_LOG)
    .where('laureateIds', 'array-contains', laureateId)
    .where('at', '<', before ?? Number.MAX_SAFE_INTEGER)
    .orderBy('at', 'desc')
    .limit(PAGE + 1)
    .get();
  const found = accessLog.list(lines.docs);
  return { openings: wholeInstants(found).map(rowOfAccess), more: found.length > PAGE };
}

/** A page ends between two instants: the next one begins before the last it shows, and must not lose lines of that same instant. */
function wholeInstants(found: readonly Access[]): readonly Access[] {
  const next = found[PAGE];
  if (next === undefined) return found;
  const whole = found.filter(({ at }) => at > next.at);
  return whole.length > 0 ? whole : found.slice(0, PAGE);
}

function rowOfAccess({ at, name, kind, as, fileName }: Access): Opening {
  return { at, name, kind: kind === 'system' ? 'staff' : kind, as, fileName };
}
