import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import type { Availability } from '@sur-mesure/functions/domain/missions/decide';
import { isLive, missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';

/** A need, and every mission that this laureate asked for it. */
export interface Need {
  readonly needId: string;
  /** Each request may word it anew: as in the devis that was validated, else in the request that comes first. */
  readonly need: string;
  readonly missions: readonly MissionRow[];
}

/** Live needs, those of the laureate's turn first, and what is over; the most recent change first. A need is live while one of its missions is. */
export function needGroups(missions: readonly MissionRow[]): { live: Need[]; over: Need[] } {
  const sorted = missions.toSorted((one, other) => rank(one) - rank(other) || other.since - one.since);
  const needs = [...Map.groupBy(sorted, ({ needId }) => needId)].map(([needId, rows]): Need => {
    const chosen = rows.filter(({ validated }) => validated);
    const inOrder = [...chosen, ...rows.filter(({ validated }) => !validated)];
    return { needId, need: inOrder[0]?.need ?? '', missions: inOrder };
  });
  return { live: needs.filter(goesOn), over: needs.filter((need) => !goesOn(need)) };
}

/** How this laureate gives up a request, from what the server allows: it cancels its own, and leaves one that others share. */
export function wayOut(actions: readonly Availability[]): { action: ActionName | null; refusal: string } {
  const ways = ['cancel', 'leaveShared'].flatMap((way) => actions.filter(({ action }) => action === way));
  const refusal = ways.find((way) => way.refusal !== null)?.refusal?.message;
  return {
    action: ways.find((way) => way.refusal === null)?.action ?? null,
    refusal: refusal ?? 'Elle est déjà close : rechargez la page.',
  };
}

/** What is left to cancel once a devis is validated for the need; null when nothing is. */
export function waitingWords(missions: readonly MissionRow[]): string | null {
  const waiting = missions.filter(({ validated, state }) => !validated && isLive(state)).length;
  if (waiting === 0 || !missions.some(({ validated }) => validated)) return null;
  const others = waiting === 1 ? 'une autre demande attend' : `${waiting} autres demandes attendent`;
  return `Un devis est validé : ${others} encore. Ouvrez la mission validée pour annuler ce qui ne sert plus.`;
}

function goesOn({ missions }: Need): boolean {
  return missions.some(({ state }) => isLive(state));
}

function rank({ state }: MissionRow): number {
  if (!isLive(state)) return 2;
  return missionStates[state].turn === 'laureate' ? 0 : 1;
}
