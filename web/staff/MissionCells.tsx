import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import type { ComponentChildren } from 'preact';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';

type Shown = Pick<
  MissionRow,
  'missionId' | 'laureateNames' | 'need' | 'expertName' | 'state' | 'since' | 'lastReminderAt'
>;

interface MissionCellsProps {
  readonly mission: Shown;
  /** Words of the columns that are left out (`missions/mission-address.ts`). */
  readonly hidden?: readonly string[];
  /** Cells of one table alone, between the expert and since when. */
  readonly children?: ComponentChildren;
}

const listOf = new Intl.ListFormat('fr-FR');

/** A mission in a table of staff's: whose, where it stands, with whom, since when. */
export function MissionCells({ mission, hidden = [], children }: MissionCellsProps) {
  const { missionId, laureateNames, need, expertName, state, since, lastReminderAt } = mission;
  return (
    <>
      <th scope="row" class="row-name">
        <a href={`/equipe?mission=${encodeURIComponent(missionId)}`}>{listOf.format(laureateNames)}</a>
        <span class="row-detail">{need}</span>
      </th>
      {!hidden.includes('etat') && (
        <td class="row-state">
          <StatePill state={state} reader="staff" />
          {lastReminderAt !== null && (
            <span class="row-detail">
              Rappel le <DateText instant={lastReminderAt} />
            </span>
          )}
        </td>
      )}
      {!hidden.includes('expert') && <td data-label="Expert">{expertName}</td>}
      {children}
      {!hidden.includes('depuis') && (
        <td class="row-date" data-label="Depuis le">
          <DateText instant={since} />
        </td>
      )}
    </>
  );
}
