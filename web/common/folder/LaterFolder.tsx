import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { Later } from '../loading/Later.tsx';

const load = () => import('./WorkingFolder.tsx');

interface LaterFolderProps {
  readonly view: MissionView;
  readonly refresh: () => void;
}

/** The working folder, whose code comes after what the page is for: whose turn it is, and the decision. */
export function LaterFolder({ view, refresh }: LaterFolderProps) {
  return <Later load={load}>{({ WorkingFolder }) => <WorkingFolder view={view} refresh={refresh} />}</Later>;
}
