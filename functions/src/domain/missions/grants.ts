import { DAY } from '../calendar.ts';
import { type Facts, type Grant, WHILE_LIVE } from './facts.ts';
import { activeParticipants, followers } from './mission.ts';
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
    // A grant that staff switched off stays off: a new declaration does not undo their decision.
    return openedFor(grant, outcome.mission.id);
  });
}

/** The mission lives again: the dossiers of those who still take part are open to whoever had them open for it and still follows it. */
export function grantsReopened(outcome: Outcome, facts: Facts): Grant[] {
  const active = new Set(activeParticipants(outcome.mission).map(({ laureateId }) => laureateId));
  const following = new Set(followers(outcome.mission).map(({ uid }) => uid));
  return facts.grants
    .filter((grant) => active.has(grant.laureateId) && following.has(grant.uid))
    .filter((grant) => grant.missions[outcome.mission.id] !== undefined)
    .map((grant) => openedFor(grant, outcome.mission.id));
}

function openedFor(grant: Grant, missionId: string): Grant {
  return { ...grant, missions: { ...grant.missions, [missionId]: WHILE_LIVE } };
}

/** « 30 days after the last live mission between the two » (setting). */
export function afterDelay(facts: Facts): number {
  return facts.now + facts.settings.dossierClosesAfterDays * DAY;
}

/**
 * Ends this mission's part of the grants at `until`, of all or of those that `concerned` tells. Other missions of the same pair keep theirs. An
 * end already set earlier stands: a laureate that left is not read again at the close.
 */
export function endedBy(
  outcome: Outcome,
  facts: Facts,
  until: number,
  concerned: (grant: Grant) => boolean = () => true,
): Outcome {
  const missionId = outcome.mission.id;
  const ended = facts.grants.flatMap((grant): Grant[] => {
    const current = grant.missions[missionId];
    if (current === undefined || !concerned(grant)) return [];
    return [{ ...grant, missions: { ...grant.missions, [missionId]: Math.min(current, until) } }];
  });
  return { ...outcome, grants: ended };
}
