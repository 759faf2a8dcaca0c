import { activeParticipants, type Mission } from './mission.ts';
import { isLive } from './states.ts';

/**
 * Several experts may be asked for one need. Once one of their devis is validated, the other requests of this laureate that nothing was validated
 * in: shown to it, never cancelled in its place.
 */
export function openRequestsOf(validated: Mission, laureateId: string, sameNeed: readonly Mission[]): Mission[] {
  if (validated.validatedAt === null) return [];
  return sameNeed.filter(
    (mission) =>
      mission.id !== validated.id &&
      mission.needId === validated.needId &&
      maySolicitAnother(mission) &&
      activeParticipants(mission).some((participant) => participant.laureateId === laureateId),
  );
}

/** Whether one more expert may still be asked for the need of a live mission: not once a devis is validated. */
export function maySolicitAnother({ state, validatedAt }: Pick<Mission, 'state' | 'validatedAt'>): boolean {
  return validatedAt === null && isLive(state);
}
