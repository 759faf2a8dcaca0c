import type { MissionRow } from '@sur-mesure/functions/domain/missions/views';
import { MissionCells } from './MissionCells.tsx';
import './staff.css';
import './lists/lists.css';

interface MissionsTableProps {
  readonly label: string;
  readonly missions: readonly MissionRow[];
}

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
              <MissionCells mission={mission} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
