import { Loaded } from '../../common/loading/Loaded.tsx';
import { Missions } from '../Missions.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function MissionsPart({ home }: StaffPartProps) {
  return (
    <Loaded loading={home}>
      {({ missions, acts }) => <Missions missions={missions} acts={acts} onActed={home.refresh} />}
    </Loaded>
  );
}
