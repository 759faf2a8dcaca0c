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
  /** Cells of one table alone, between the expert and since when. */
  readonly children?: ComponentChildren;
}

const listOf = new Intl.ListFormat('fr-FR');

/** A mission in a table of staff's: whose, where it stands, with whom, since when. */
export function MissionCells({ mission, children }: MissionCellsProps) {
  const { missionId, laureateNames, need, expertName, state, since, lastReminderAt } = mission;
  return (
    <>
      <th scope="row" class="row-name">
        <a href={`/equipe?mission=${encodeURIComponent(missionId)}`}>{listOf.format(laureateNames)}</a>
        <span class="row-detail">{need}</span>
      </th>
      <td class="row-state">
        <StatePill state={state} reader="staff" />
        {lastReminderAt !== null && (
          <span class="row-detail">
            Rappel le <DateText instant={lastReminderAt} />
          </span>
        )}
      </td>
      <td data-label="Expert">{expertName}</td>
      {children}
      <td class="row-date" data-label="Depuis le">
        <DateText instant={since} />
      </td>
    </>
  );
}
