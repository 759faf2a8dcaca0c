import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { Money } from '../common/words/Money.tsx';
import type { Addresses } from './addresses.ts';

interface MissionCardsProps {
  readonly missions: readonly MissionRow[];
  readonly addresses: Addresses;
}

export function MissionCards({ missions, addresses }: MissionCardsProps) {
  return (
    <ul class="mission-cards">
      {missions.map(({ missionId, state, since, need, expertName, shareCents }) => (
        <li key={missionId} class="card">
          <h3>
            <a href={addresses.mission(missionId)}>{expertName}</a>
          </h3>
          <p class="mission-need">{need}</p>
          <p>
            <StatePill state={state} reader="laureate" />
          </p>
          <p class="small muted">
            Depuis le <DateText instant={since} />
            {shareCents !== null && shareCents > 0 && (
              <>
                {' · '}
                <Money cents={shareCents} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
