import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';
import './staff.css';
import './lists/lists.css';

interface MissionsTableProps {
  readonly label: string;
  readonly missions: readonly MissionRow[];
}

const listOf = new Intl.ListFormat('fr-FR');

/** A few missions on the page of something else: those of an expert, or what still runs for a laureate. */
export function MissionsTable({ label, missions }: MissionsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label={label}>
      <table class="table cards">
        <thead>
          <tr>
            <th scope="col">Manufacture</th>
            <th scope="col">État</th>
            <th scope="col">Expert</th>
            <th scope="col">Depuis le</th>
          </tr>
        </thead>
        <tbody>
          {missions.map((mission) => (
            <tr key={mission.missionId}>
              <Cells mission={mission} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
      <td data-label="Expert">{expertName}</td>
      <td class="row-date" data-label="Depuis le">
        <DateText instant={since} />
      </td>
    </>
  );
}
