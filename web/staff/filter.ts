import { allStates, type MissionState } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import type { StaffHome } from '@sur-mesure/functions/domain/staff/views';
import { totalBalance } from '@sur-mesure/functions/domain/subsidy/position';
import { hasWords } from '../common/words/search.ts';

export type LaureateRow = StaffHome['laureates'][number];

/** A state named in the address, or null when the word is none of them. */
export function stateOf(word: string | null): MissionState | null {
  return allStates.find((state) => state === word) ?? null;
}

export function missionsMatching(
  missions: readonly MissionRow[],
  { words, state }: { readonly words: string; readonly state: MissionState | null },
): MissionRow[] {
  return missions.filter(
    (mission) =>
      (state === null || mission.state === state) &&
      hasWords([...mission.laureateNames, mission.expertName, mission.need].join(' '), words),
  );
}

/** `referentUid`: only those whom this member of staff is the referent of; null for all. */
export function laureatesMatching(
  laureates: readonly LaureateRow[],
  { words, referentUid }: { readonly words: string; readonly referentUid: string | null },
): LaureateRow[] {
  return laureates.filter(
    (laureate) =>
      (referentUid === null || laureate.referentUid === referentUid) &&
      hasWords(`${laureate.name} ${laureate.region} promotion ${laureate.promotion}`, words),
  );
}

/** What the rows shown make together. */
export function totalOf(laureates: readonly LaureateRow[]): LaureateRow['balance'] {
  return totalBalance(laureates.map(({ balance }) => balance));
}
