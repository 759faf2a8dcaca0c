import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';
import './staff.css';

interface MissionsTableProps {
  readonly label: string;
  readonly missions: readonly MissionRow[];
  /** Where rows may be ticked. */
  readonly selection?: Selection | undefined;
}

export interface Selection {
  readonly selected: readonly string[];
  readonly mayBeChosen: (mission: MissionRow) => boolean;
  readonly onSelect: (missionId: string, chosen: boolean) => void;
}

const listOf = new Intl.ListFormat('fr-FR');

export function MissionsTable({ label, missions, selection }: MissionsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label={label}>
      <table class="table">
        <thead>
          <tr>
            {selection !== undefined && (
              <td class="row-choice">
                <span class="visually-hidden">Choisir</span>
              </td>
            )}
            <th scope="col">Manufacture</th>
            <th scope="col">État</th>
            <th scope="col">Expert</th>
            <th scope="col">Depuis le</th>
          </tr>
        </thead>
        <tbody>
          {missions.map((mission) => (
            <tr key={mission.missionId}>
              {selection !== undefined && <Choice mission={mission} selection={selection} />}
              <Cells mission={mission} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Choice({ mission, selection }: { readonly mission: MissionRow; readonly selection: Selection }) {
  const { missionId, laureateNames, expertName } = mission;
  return (
    <td class="row-choice">
      {selection.mayBeChosen(mission) && (
        <input
          type="checkbox"
          aria-label={`Sélectionner ${listOf.format(laureateNames)} et ${expertName}`}
          checked={selection.selected.includes(missionId)}
          onInput={(event) => selection.onSelect(missionId, event.currentTarget.checked)}
        />
      )}
    </td>
  );
}

function Cells({ mission }: { readonly mission: MissionRow }) {
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
      <td>{expertName}</td>
      <td class="row-date">
        <DateText instant={since} />
      </td>
    </>
  );
}
