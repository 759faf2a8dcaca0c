import { LaterArchive } from '../../common/archive/LaterArchive.tsx';
import { Loaded } from '../../common/loading/Loaded.tsx';
import { Laureates } from '../Laureates.tsx';
import { ProgrammeCheck } from '../ProgrammeCheck.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function LaureatesPart({ visit, home }: StaffPartProps) {
  return (
    <Loaded loading={home}>
      {({ laureates, acts }) => (
        <>
          <Laureates laureates={laureates} reader={visit.user.uid} />
          {acts && laureates.length > 0 && <ProgrammeCheck laureates={laureates.length} />}
          {laureates.length > 0 && <LaterArchive scope={{ kind: 'programme' }} />}
        </>
      )}
    </Loaded>
  );
}
