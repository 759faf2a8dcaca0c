import type { MissionPageLine } from '@sur-mesure/functions/domain/lists/missions';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { DateText } from '../../common/words/DateText.tsx';

const listOf = new Intl.ListFormat('fr-FR');

/** A mission on the board: whose, with whom, for how much, since when. All of it leads to its page. */
export function BoardCard({ mission }: { readonly mission: MissionPageLine }) {
  const { missionId, laureateNames, need, expertName, devisCents, since, deadline, late } = mission;
  return (
    <li class="card board-card">
      <h3>
        <a href={`/equipe?mission=${encodeURIComponent(missionId)}`}>{listOf.format(laureateNames)}</a>
      </h3>
      <p class="row-detail">{need}</p>
      <p class="small">
        {expertName}
        {devisCents !== null && (
          <>
            {' · '}
            <span class="money">{formatEuros(devisCents)}</span>
          </>
        )}
      </p>
      <p class="small muted">
        Depuis le <DateText instant={since} />
      </p>
      {deadline !== null && (
        <p class="small">
          {late && <span class="row-late">En retard : </span>}
          {late ? 'réponse' : 'Réponse'} attendue avant le <DateText day={deadline} />
        </p>
      )}
    </li>
  );
}
