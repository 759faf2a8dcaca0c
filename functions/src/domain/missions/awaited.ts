import { frenchList } from '../written-french.ts';
import { activeParticipants, type Mission, type Participant } from './mission.ts';
import { isWaiting, type MissionState, missionStates } from './states.ts';

export type AwaitedSide = 'expert' | 'laureate';

/** Whose answer a mission waits for; null when nobody is awaited, or only staff. */
export function awaitedSide({ state }: Pick<Mission, 'state'>): AwaitedSide | null {
  return isWaiting(state) ? missionStates[state].turn : null;
}

/** Of the laureates that take part, those that have not answered yet: in a shared mission, who has decided waits for the others. */
export function pendingParticipants(mission: Mission): readonly Participant[] {
  const answered = answers[mission.state];
  const active = activeParticipants(mission);
  return answered === undefined ? active : active.filter((participant) => !answered(participant));
}

/** « Oïkos », « Le Vallon et Le Bocal »: who is awaited; empty when nobody is, or only staff. */
export function awaitedNames(mission: Mission): string {
  const side = awaitedSide(mission);
  if (side === null) return '';
  return side === 'expert' ? mission.expert.name : frenchList(pendingParticipants(mission).map(({ name }) => name));
}

const answers: Partial<Record<MissionState, (participant: Participant) => boolean>> = {
  awaiting_validation: ({ validated }) => validated,
  awaiting_confirmation: ({ confirmed }) => confirmed,
};
