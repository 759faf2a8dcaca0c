import type { ExpertState } from '@sur-mesure/functions/domain/experts/profile';
import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { ButtonLink } from '../../common/button/Button.tsx';
import { StatePill } from '../../common/state-pill/StatePill.tsx';

interface LiveMissionsProps {
  readonly state: ExpertState;
  readonly missions: readonly MissionRow[];
}

const listOf = new Intl.ListFormat('fr-FR');

/** What goes on in spite of a suspension or of a departure, and what staff may do about it. */
export function LiveMissions({ state, missions }: LiveMissionsProps) {
  if (missions.length === 0) return null;
  const stopped = state === 'suspended' || state === 'withdrawn';
  return (
    <section class="stack" aria-labelledby="live-missions-title">
      <h2 id="live-missions-title">Ses missions en cours</h2>
      {stopped && (
        <p>
          Elles continuent : rien ne les a arrêtées. Pour chacune, appelez la manufacture, puis laissez la mission aller
          à son terme, ou ouvrez-la et arrêtez-la.
        </p>
      )}
      <ul class="missions-to-do stack">
        {missions.map(({ missionId, state: missionState, need, laureateNames }) => (
          <li key={missionId} class="row row-apart">
            <span>
              <strong>{listOf.format(laureateNames)}</strong>
              <span class="row-detail">{need}</span>
              <StatePill state={missionState} />
            </span>
            <ButtonLink href={`/equipe?mission=${encodeURIComponent(missionId)}`}>Ouvrir la mission</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
