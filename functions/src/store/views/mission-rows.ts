import { activeParticipants, type Mission } from '../../domain/missions/mission.ts';
import type { MissionRow } from '../../domain/missions/views.ts';
import type { Share } from '../../domain/subsidy/share.ts';

/** A mission in the list of its expert or of staff: no amount. */
export function rowOfMission(mission: Mission): MissionRow {
  return {
    missionId: mission.id,
    state: mission.state,
    since: mission.since,
    lastReminderAt: mission.lastReminderAt,
    needId: mission.needId,
    need: mission.need,
    subthemes: mission.subthemes,
    expertName: mission.expert.name,
    laureateNames: activeParticipants(mission).map(({ name }) => name),
    shareCents: null,
    validated: mission.validatedAt !== null,
  };
}

/** A mission in a laureate's list, from its own share: its amount and nobody else's. */
export function rowOfShare(share: Share): MissionRow {
  return {
    missionId: share.missionId,
    state: share.missionState,
    since: share.since,
    // A share does not know: its mission's page does.
    lastReminderAt: null,
    needId: share.needId,
    need: share.need,
    subthemes: share.subthemes,
    expertName: share.expertName,
    laureateNames: [],
    shareCents: share.status === 'none' ? null : share.shareCents,
    validated: share.status === 'committed' || share.status === 'settled',
  };
}
