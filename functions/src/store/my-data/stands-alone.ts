import type { Firestore } from 'firebase-admin/firestore';
import { isLive } from '../../domain/missions/states.ts';
import type { StandsAlone } from '../../domain/my-data/obstacles.ts';
import { get } from '../collection.ts';
import { ACCOUNTS, type Account } from '../collections/accounts.ts';
import { experts } from '../collections/experts.ts';
import { laureates, members, membersOf } from '../collections/laureates.ts';
import { MISSIONS, missions } from '../collections/missions.ts';
import { shares, sharesOf } from '../collections/shares.ts';
import { activeMembers } from '../experts/expert-record.ts';

/** What would be left without anybody if this account went. A query an organisation, and its live missions. */
export async function standsAlone(firestore: Firestore, account: Account): Promise<StandsAlone> {
  const [alone, company, lastOfTheTeam] = await Promise.all([
    Promise.all(account.laureateIds.map((laureateId) => aloneIn(firestore, account.uid, laureateId))),
    aloneInCompany(firestore, account),
    isLastOfTheTeam(firestore, account),
  ]);
  return { laureates: alone.filter((name) => name !== null), company, lastOfTheTeam };
}

async function aloneIn(firestore: Firestore, uid: string, laureateId: string): Promise<string | null> {
  const [seats, parts] = await Promise.all([
    firestore.collection(membersOf(laureateId)).get(),
    firestore.collection(sharesOf(laureateId)).get(),
  ]);
  const signatories = members.list(seats.docs).filter(({ role, active }) => role === 'signatory' && active);
  const only = signatories.length === 1 && signatories[0]?.uid === uid;
  if (!only || !shares.list(parts.docs).some(({ missionState }) => isLive(missionState))) return null;
  return (await get(firestore, laureates, laureateId))?.name ?? laureateId;
}

async function aloneInCompany(firestore: Firestore, { uid, expertId }: Account): Promise<string | null> {
  if (expertId === null) return null;
  const others = (await activeMembers(firestore, expertId)).filter((person) => person.uid !== uid);
  if (others.length > 0) return null;
  const served = await firestore.collection(MISSIONS).where('expert.expertId', '==', expertId).get();
  if (!missions.list(served.docs).some(({ state }) => isLive(state))) return null;
  return (await get(firestore, experts, expertId))?.company ?? expertId;
}

async function isLastOfTheTeam(firestore: Firestore, { uid, kind }: Account): Promise<boolean> {
  if (kind !== 'staff') return false;
  const found = await firestore.collection(ACCOUNTS).where('kind', '==', 'staff').where('active', '==', true).get();
  return found.docs.every(({ id }) => id === uid);
}
