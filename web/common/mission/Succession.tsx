import { mayBeFollowed } from '@sur-mesure/functions/domain/missions/checks/succeeding';
import { maySolicitAnother } from '@sur-mesure/functions/domain/missions/same-need';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { ButtonLink } from '../button/Button.tsx';

interface SuccessionProps {
  readonly mission: MissionView['mission'];
  readonly addressOf: (missionId: string) => string;
  /** Where another expert is asked to go on; absent for who can't. */
  readonly follow?: string | undefined;
}

/** What came before a mission and after it: one need may take several experts. */
export function Succession({ mission, addressOf, follow }: SuccessionProps) {
  const { predecessorId, successorId } = mission;
  return (
    <>
      {predecessorId && (
        <p>
          Cette mission fait suite à <a href={addressOf(predecessorId)}>une mission précédente</a>.
        </p>
      )}
      {successorId !== null && (
        <p>
          Son besoin est repris par <a href={addressOf(successorId)}>une nouvelle mission</a>.
        </p>
      )}
      {follow !== undefined && (mayBeFollowed(mission) || maySolicitAnother(mission)) && (
        <div>
          <ButtonLink href={follow}>Demander un autre expert pour ce besoin</ButtonLink>
        </div>
      )}
    </>
  );
}
