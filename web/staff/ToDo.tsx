import { missionStates } from '@sur-mesure/functions/domain/missions/states';
import type { StaffHome } from '@sur-mesure/functions/domain/views';
import { EmptyState } from '../common/empty-state/EmptyState.tsx';
import { Turn } from '../common/turn/Turn.tsx';
import { DateText } from '../common/words/DateText.tsx';
import { counted } from '../common/words/typography.ts';
import { MissionsTable } from './MissionsTable.tsx';

function whoseTurn(acts: boolean, waiting: number): string {
  if (!acts) return 'À l’équipe France Tiers-Lieux';
  return waiting > 0 ? 'À vous' : 'Rien ne vous attend';
}

/** What waits for the team: registrations to read, missions that only it can move. */
export function ToDo({ home }: { readonly home: StaffHome }) {
  const { expertsToReview } = home;
  const missions = home.missions.filter(({ state }) => missionStates[state].turn === 'staff');
  const waiting = expertsToReview.length + missions.length;
  return (
    <>
      <Turn whose={whoseTurn(home.acts, waiting)} yours={home.acts && waiting > 0}>
        <p>
          {waiting > 0
            ? `${counted(expertsToReview.length, 'inscription')} à examiner, ${counted(missions.length, 'mission')} à débloquer.`
            : 'Les nouvelles inscriptions et les missions suspendues arrivent ici.'}
        </p>
      </Turn>
      <section class="stack" aria-labelledby="review-title">
        <h2 id="review-title">Inscriptions à examiner</h2>
        {expertsToReview.length === 0 ? (
          <EmptyState>Toutes les inscriptions ont reçu une réponse.</EmptyState>
        ) : (
          <ExpertsToReview experts={expertsToReview} />
        )}
      </section>
      <section class="stack" aria-labelledby="blocked-title">
        <h2 id="blocked-title">Missions à débloquer</h2>
        {missions.length === 0 ? (
          <EmptyState>Aucune mission n’est suspendue.</EmptyState>
        ) : (
          <MissionsTable label="Tableau des missions à débloquer" missions={missions} />
        )}
      </section>
    </>
  );
}

function ExpertsToReview({ experts }: { readonly experts: StaffHome['expertsToReview'] }) {
  return (
    <ul class="stack missions-to-do">
      {experts.map(({ expertId, company, submittedAt }) => (
        <li key={expertId} class="card">
          <h3>
            <a href={`/equipe?expert=${encodeURIComponent(expertId)}`}>{company}</a>
          </h3>
          <p class="small muted">
            Envoyée le <DateText instant={submittedAt} relative />
          </p>
        </li>
      ))}
    </ul>
  );
}
