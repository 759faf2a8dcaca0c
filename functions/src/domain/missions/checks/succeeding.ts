import { refuse } from '../../refusal.ts';
import type { Check } from '../check.ts';
import type { Facts } from '../facts.ts';
import { activeParticipants, type Mission } from '../mission.ts';
import { isLive, type MissionState } from '../states.ts';

/** Ends after which the need remains: another expert may be asked to go on with it. */
const followedStates = [
  'ended_early',
  'declined',
  'expired',
  'cancelled',
  'refused',
] as const satisfies readonly MissionState[];

export function mayBeFollowed({
  state,
  successorId,
}: {
  readonly state: MissionState;
  readonly successorId: string | null;
}) {
  return successorId === null && followedStates.some((followed) => followed === state);
}

/** A mission for a need already told: beside those that wait for an answer, or after one that ended. */
export const succeeding = {
  needIsOwn: (facts, command) => {
    if (command.action !== 'request' || command.input.needId === null) return null;
    const told = facts.sameNeed?.some(
      (mission) => mission.needId === command.input.needId && takesPart(mission, facts),
    );
    return told
      ? null
      : refuse(
          'need-unknown',
          'Le besoin pour lequel vous demandez un autre expert n’est pas un des vôtres. Rien n’a été demandé : rechargez la page, ou décrivez un nouveau besoin.',
        );
  },
  /**
   * An expert has one live mission for one need: a second press from another page, which carries another operation, asks nobody twice. The commit
   * does not rest on it: two presses at the same instant may both pass.
   */
  notAskedYet: (facts, command) => {
    if (command.action !== 'request' || command.input.needId === null) return null;
    const { needId, expertId } = command.input;
    const asked = facts.sameNeed?.some(
      (mission) =>
        mission.needId === needId &&
        mission.expert.expertId === expertId &&
        isLive(mission.state) &&
        takesPart(mission, facts),
    );
    return asked
      ? refuse(
          'already-asked',
          `Une mission est déjà demandée à ${facts.expert.name} pour ce besoin. Rien n’a été demandé une seconde fois : ouvrez-la depuis votre accueil, ou choisissez un autre expert.`,
        )
      : null;
  },
  /** A mission that follows another takes up its need, once: the link is written on both in one commit. */
  followsAnEnded: (facts, command) => {
    if (command.action !== 'request' || !command.input.predecessorId) return null;
    const predecessor = facts.predecessor ?? null;
    if (predecessor === null || !takesPart(predecessor, facts))
      return refuse(
        'predecessor-unknown',
        'La mission à laquelle celle-ci ferait suite n’est pas une des vôtres. Rien n’a été demandé : rechargez la page.',
      );
    if (predecessor.successorId !== null)
      return refuse(
        'already-followed',
        'Une autre mission fait déjà suite à celle-là. Rien n’a été demandé : ouvrez-la, ou demandez une mission sans lien.',
      );
    return mayBeFollowed(predecessor)
      ? null
      : refuse(
          'predecessor-goes-on',
          'Cette mission n’est pas arrêtée : une autre ne peut pas lui faire suite. Arrêtez-la d’abord, ou demandez une mission sans lien.',
        );
  },
} as const satisfies Record<string, Check>;

function takesPart(mission: Mission, { laureateId: own }: Facts): boolean {
  return activeParticipants(mission).some(({ laureateId }) => laureateId === own);
}
