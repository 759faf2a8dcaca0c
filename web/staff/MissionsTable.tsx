import type { MissionRow } from '@sur-mesure/functions/domain/views';
import { StatePill } from '../common/state-pill/StatePill.tsx';
import { DateText } from '../common/words/DateText.tsx';
import './staff.css';

interface MissionsTableProps {
  readonly label: string;
  readonly missions: readonly MissionRow[];
}

const listOf = new Intl.ListFormat('fr-FR');

export function MissionsTable({ label, missions }: MissionsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls in its frame, which the keyboard must reach.
    <section class="table-frame" tabIndex={0} aria-label={label}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Manufacture</th>
            <th scope="col">État</th>
            <th scope="col">Expert</th>
            <th scope="col">Depuis le</th>
          </tr>
        </thead>
        <tbody>
          {missions.map(({ missionId, laureateNames, need, expertName, state, since }) => (
            <tr key={missionId}>
              <th scope="row" class="row-name">
                <a href={`/equipe?mission=${encodeURIComponent(missionId)}`}>{listOf.format(laureateNames)}</a>
                <span class="row-detail">{need}</span>
              </th>
              <td class="row-state">
                <StatePill state={state} reader="staff" />
              </td>
              <td>{expertName}</td>
              <td class="row-date">
                <DateText instant={since} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
