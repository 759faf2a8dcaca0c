import { DAY } from '../calendar.ts';
import { type Facts, type Grant, WHILE_LIVE } from './facts.ts';
import { activeParticipants } from './mission.ts';
import type { Outcome } from './outcome.ts';

/** Opens, to the person who declares, the dossier of every laureate that takes part. */
export function grantsOpened(outcome: Outcome, facts: Facts): Grant[] {
  return activeParticipants(outcome.mission).map(({ laureateId }) => {
    const current = facts.grants.find((grant) => grant.laureateId === laureateId && grant.uid === facts.actor.uid);
    const grant = current ?? {
      laureateId,
      uid: facts.actor.uid,
      expertId: outcome.mission.expert.expertId,
      missions: {},
      active: true,
    };
    return { ...grant, active: true, missions: { ...grant.missions, [outcome.mission.id]: WHILE_LIVE } };
  });
}

/** « 30 days after the last live mission between the two » (setting). */
export function afterDelay(facts: Facts): number {
  return facts.now + facts.settings.dossierClosesAfterDays * DAY;
}

export function untilFor(outcome: Outcome, facts: Facts, until: number, laureateId?: string): Outcome {
  const touched = facts.grants
    .filter(
      (grant) =>
        grant.missions[outcome.mission.id] !== undefined &&
        (laureateId === undefined || grant.laureateId === laureateId),
    )
    .map((grant): Grant => ({ ...grant, missions: { ...grant.missions, [outcome.mission.id]: until } }));
  return { ...outcome, grants: touched };
}
