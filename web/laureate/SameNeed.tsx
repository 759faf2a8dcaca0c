import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { ButtonLink } from '../common/button/Button.tsx';
import { Notice } from '../common/notice/Notice.tsx';
import { StatePill } from '../common/state-pill/StatePill.tsx';

interface SameNeedProps {
  readonly view: Pick<MissionView, 'sameNeed' | 'reader'>;
  readonly addressOf: (missionId: string) => string;
}

/** Once one devis is validated, what was asked of other experts for the same need. Each is cancelled on its own page, with its confirmation. */
export function SameNeed({ view: { sameNeed, reader }, addressOf }: SameNeedProps) {
  if (sameNeed.length === 0) return null;
  return (
    <Notice tone="warning" title="D’autres experts attendent encore pour ce besoin">
      <p>Rien n’est annulé à votre place. Annulez chaque demande dont vous n’avez plus besoin.</p>
      <ul>
        {sameNeed.map(({ missionId, expertName, state }) => (
          <li key={missionId}>
            {expertName} <StatePill state={state} />{' '}
            <ButtonLink href={addressOf(missionId)}>
              {reader === 'signatory' ? 'Annuler cette demande' : 'Voir cette demande'}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
