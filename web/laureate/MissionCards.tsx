import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { Money } from '../common/words/Money.tsx';
import type { Addresses } from './addresses.ts';
import { type Need, waitingWords } from './needs.ts';

interface MissionCardsProps {
  readonly needs: readonly Need[];
  readonly addresses: Addresses;
}

/** A card a need. Most have one mission, and its card is then the mission's. */
export function MissionCards({ needs, addresses }: MissionCardsProps) {
  return (
    <ul class="mission-cards">
      {needs.map(({ needId, need, missions }) => {
        const [only, ...others] = missions;
        return (
          <li key={needId} class="card">
            {only !== undefined && others.length === 0 ? (
              <>
                <h3>
                  <a href={addresses.mission(only.missionId)}>{only.expertName}</a>
                </h3>
                <p class="mission-need">{need}</p>
                <Standing mission={only} />
              </>
            ) : (
              <ExpertsOfNeed {...{ need, missions, addresses }} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ExpertsOfNeedProps extends Pick<Need, 'need' | 'missions'> {
  readonly addresses: Addresses;
}

/** The words of the need once, then each expert that was asked. */
function ExpertsOfNeed({ need, missions, addresses }: ExpertsOfNeedProps) {
  const waiting = waitingWords(missions);
  return (
    <>
      <h3 class="mission-need">{need}</h3>
      {waiting !== null && <p class="small">{waiting}</p>}
      <ul class="need-experts">
        {missions.map((mission) => (
          <li key={mission.missionId}>
            <a href={addresses.mission(mission.missionId)} class="tall-link">
              {mission.expertName}
            </a>
            {mission.validated && <span class="small"> · devis validé</span>}
            <Standing mission={mission} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Standing({ mission: { state, since, shareCents } }: { readonly mission: MissionRow }) {
  return (
    <>
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
    </>
  );
}
