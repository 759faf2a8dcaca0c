import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';
import './expert.css';

const listOf = new Intl.ListFormat('fr-FR');

export function missionAddress(missionId: string): string {
  return `/expert?mission=${encodeURIComponent(missionId)}`;
}

/** Missions of one expert, each opened by the name of who asked for it. */
export function MissionCards({ missions }: { readonly missions: readonly MissionRow[] }) {
  return (
    <ul class="missions stack">
      {missions.map(({ missionId, state, since, need, laureateNames }) => (
        <li key={missionId} class="card">
          <h3 class="mission-name">
            <a href={missionAddress(missionId)}>{listOf.format(laureateNames)}</a>
          </h3>
          <p class="excerpt">{need}</p>
          <p class="row">
            <StatePill state={state} reader="expert" />
            <span class="small muted">
              Depuis le <DateText instant={since} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
