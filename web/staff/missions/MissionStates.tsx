import type { MissionsView } from '@sur-mesure/functions/domain/lists/missions';
import { type MissionState, missionStates, type Turn } from '@sur-mesure/functions/domain/missions/states';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { StatePill } from '../../common/state-pill/StatePill.tsx';
import { counted } from '../../common/words/typography.ts';
import { missionsAddress } from './mission-address.ts';
import './mission-states.css';

type Counts = MissionsView['counts'];

/** By whose turn it is, whom somebody may have to call first. */
const turns = [
  { turn: 'staff', title: 'À l’équipe' },
  { turn: 'expert', title: 'À l’expert' },
  { turn: 'laureate', title: 'Au lauréat' },
  { turn: null, title: 'Finies' },
] as const satisfies readonly { turn: Turn; title: string }[];

/** How many missions there are in each state, each number a way to them. */
export function MissionStates({ shown: { counts, lateCount, page } }: { readonly shown: MissionsView }) {
  if (page.total === 0) return <EmptyState>Aucune mission n’a encore été demandée.</EmptyState>;
  return (
    <div class="stack stack-loose">
      <p>
        {counted(page.total, 'mission')}, dont{' '}
        <a href={missionsAddress({ late: true })}>{lateCount.toLocaleString('fr-FR')} en retard</a>.
      </p>
      {turns.map(({ turn, title }) => (
        <OfTurn key={title} title={title} counts={counts.filter(({ state }) => turnOf(state) === turn)} />
      ))}
    </div>
  );
}

function turnOf(state: MissionState): Turn {
  return missionStates[state].turn;
}

function OfTurn({ title, counts }: { readonly title: string; readonly counts: Counts }) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="stack stack-tight">
      <h2>
        {title} <span class="muted">({total.toLocaleString('fr-FR')})</span>
      </h2>
      <ul class="plain-list mission-states">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <StatePill state={state} reader="staff" />
            {count === 0 ? (
              <span class="muted">Aucune</span>
            ) : (
              <a class="mission-state" href={missionsAddress({ state })}>
                {counted(count, 'mission')}
                <span class="visually-hidden"> : {missionStates[state].label}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
