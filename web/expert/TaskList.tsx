import type { ExpertTask } from '@sur-mesure/functions/domain/experts/waiting';
import './expert.css';

/** What waits, across all laureates: each line opens the page where it is done. */
export function TaskList({ tasks }: { readonly tasks: readonly ExpertTask[] }) {
  return (
    <ol class="missions stack">
      {tasks.map(({ what, laureates, need, delay, missionId, path }) => (
        <li key={`${missionId} ${what}`} class="card">
          <h3 class="mission-name">
            <a href={path}>{what}</a>
          </h3>
          {laureates !== '' && <p>{laureates}</p>}
          {need !== '' && <p class="excerpt">{need}</p>}
          {delay !== '' && <p class="small muted delay">{delay}</p>}
        </li>
      ))}
    </ol>
  );
}
