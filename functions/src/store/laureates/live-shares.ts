import type { Firestore } from 'firebase-admin/firestore';
import { liveStates } from '../../domain/missions/states.ts';
import type { Share } from '../../domain/subsidy/share.ts';
import { shares, sharesOf } from '../collections/shares.ts';

/** The laureate's parts of missions that still run, those it left or declined set aside. 1 query. */
export async function liveShares(firestore: Firestore, laureateId: string): Promise<Share[]> {
  const found = await firestore
    .collection(sharesOf(laureateId))
    .where('missionState', 'in', [...liveStates])
    .get();
  return shares.list(found.docs).filter(({ status }) => status !== 'void');
}
