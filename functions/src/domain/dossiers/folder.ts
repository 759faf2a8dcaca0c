import { activeParticipants, type Mission } from '../missions/mission.ts';

/** The mission that somebody puts a file or a link in; `laureateIds` are those that take part now. */
export interface FolderMission {
  readonly id: string;
  readonly expertId: string;
  readonly laureateIds: readonly string[];
  /** False when nothing came of it, or it was called off. */
  readonly goesOn: boolean;
}

const withoutSequel: readonly Mission['state'][] = ['declined', 'refused', 'cancelled', 'expired'];

export function folderOf(mission: Mission): FolderMission {
  return {
    id: mission.id,
    expertId: mission.expert.expertId,
    laureateIds: activeParticipants(mission).map(({ laureateId }) => laureateId),
    goesOn: !withoutSequel.includes(mission.state),
  };
}
