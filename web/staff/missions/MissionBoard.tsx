import type { MissionBoard as Board, BoardColumn } from '@sur-mesure/functions/domain/lists/board';
import { boardOrder } from '@sur-mesure/functions/domain/lists/board';
import {
  type MissionFilters,
  type MissionPageLine,
  noMissionFilter,
} from '@sur-mesure/functions/domain/lists/missions';
import { isLive, missionStates, type Turn } from '@sur-mesure/functions/domain/missions/states';
import { Button } from '../../common/button/Button.tsx';
import { EmptyState } from '../../common/empty-state/EmptyState.tsx';
import { StatePill } from '../../common/state-pill/StatePill.tsx';
import { counted } from '../../common/words/typography.ts';
import { Found } from '../lists/Pager.tsx';
import { BoardCard } from './BoardCard.tsx';
import { MissionFilterFields } from './MissionFilterFields.tsx';
import { type MissionList, missionsAddress } from './mission-address.ts';
import '../lists/lists.css';
import './mission-board.css';

type Column = BoardColumn<MissionPageLine>;

interface MissionBoardProps {
  readonly shown: Board;
  readonly list: MissionList;
  readonly turning: boolean;
}

/**
 * The missions that wait for somebody, a column a state. A card leads to its mission, and is moved by nobody: a mission goes from one state to the next by
 * the act of whoever's turn it is, signed in the name of that person.
 */
export function MissionBoard({ shown, list, turning }: MissionBoardProps) {
  const { columns, counts } = shown;
  const waiting = columns.reduce((sum, { count }) => sum + count, 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const isFiltered = JSON.stringify(list.filters) !== JSON.stringify(noMissionFilter);
  if (total === 0 && !isFiltered) return <EmptyState>Aucune mission n’a encore été demandée.</EmptyState>;
  return (
    <>
      <MissionFilterFields {...{ shown, list }} byState />
      <Found count={waiting} noun="mission en cours" plural="missions en cours" turning={turning} />
      {total === 0 && (
        <EmptyState action={<Button onClick={list.clear}>Effacer les critères</Button>}>
          Aucune mission ne répond à ces critères.
        </EmptyState>
      )}
      {total > 0 && (
        <>
          <Jumps columns={columns} />
          <div class={turning ? 'board turning' : 'board'}>
            {columns.map((column) => (
              <ColumnOf key={column.state} column={column} filters={list.filters} />
            ))}
          </div>
          <Ended counts={counts} filters={list.filters} />
        </>
      )}
    </>
  );
}

const headingOf = (state: Column['state']) => `etat-${state}`;

/** On a phone columns follow each other: each is one press away. */
function Jumps({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <nav class="board-jumps" aria-label="Aller à un état">
      <ul class="plain-list">
        {columns
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>
              <a class="mission-state" href={`#${headingOf(state)}`}>
                {missionStates[state].label} ({count.toLocaleString('fr-FR')})
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

const turns = {
  staff: 'À l’équipe',
  expert: 'À l’expert',
  laureate: 'Au lauréat',
} as const satisfies Record<NonNullable<Turn>, string>;

interface ColumnOfProps {
  readonly column: Column;
  readonly filters: MissionFilters;
}

function ColumnOf({ column: { state, count, lateCount, lines }, filters }: ColumnOfProps) {
  const others = count - lines.length;
  const { label, turn } = missionStates[state];
  return (
    <section class="board-column stack stack-tight" aria-labelledby={headingOf(state)}>
      <p class="small muted">{turns[turn]}</p>
      <h2 class="board-title" id={headingOf(state)} tabIndex={-1}>
        {label}
      </h2>
      <p class="small">
        {count === 0 ? 'Aucune mission' : counted(count, 'mission')}
        {lateCount > 0 && <span class="row-late">, {lateCount.toLocaleString('fr-FR')} en retard</span>}
      </p>
      {lines.length > 0 && (
        <ul class="plain-list board-cards">
          {lines.map((mission) => (
            <BoardCard key={mission.id} mission={mission} />
          ))}
        </ul>
      )}
      {count > 0 && (
        <a class="mission-state" href={missionsAddress({ ...filters, state }, boardOrder)}>
          {others > 0 ? seeOthers(others) : 'Voir en liste'}
          <span class="visually-hidden"> : {label}</span>
        </a>
      )}
    </section>
  );
}

const seeOthers = (others: number) =>
  others === 1 ? 'Voir l’autre' : `Voir les ${others.toLocaleString('fr-FR')} autres`;

interface EndedProps {
  readonly counts: Board['counts'];
  readonly filters: MissionFilters;
}

/** What nobody waits for: how many, and the way to them. */
function Ended({ counts, filters }: EndedProps) {
  const ended = counts.filter(({ state, count }) => !isLive(state) && count > 0);
  if (ended.length === 0) return null;
  return (
    <section class="stack stack-tight">
      <h2>Finies</h2>
      <ul class="plain-list mission-states">
        {ended.map(({ state, count }) => (
          <li key={state}>
            <StatePill state={state} reader="staff" />
            <a class="mission-state" href={missionsAddress({ ...filters, state })}>
              {counted(count, 'mission')}
              <span class="visually-hidden"> : {missionStates[state].label}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
