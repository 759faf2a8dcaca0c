import { LaterArchive } from '../../common/archive/LaterArchive.tsx';
import { Loaded, useTurnedView } from '../../common/loading/Loaded.tsx';
import { ExportLink } from '../exports/ExportLink.tsx';
import { Laureates } from '../laureates/Laureates.tsx';
import { laureateWords } from '../laureates/laureate-address.ts';
import { listAddress } from '../lists/list-address.ts';
import { SavedViews } from '../lists/SavedViews.tsx';
import { ProgrammeCheck } from '../ProgrammeCheck.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function LaureatesPart({ address }: StaffPartProps) {
  const list = listAddress(laureateWords, address);
  const loading = useTurnedView({ name: 'laureates', filters: list.filters, page: list.page });
  return (
    <>
      <SavedViews words={laureateWords} address={address} />
      <Loaded loading={loading}>
        {(shown) => (
          <>
            <Laureates shown={shown} list={list} turning={loading.turning} />
            {shown.page.total > 0 && <ExportLink address={address} />}
            {shown.acts && shown.registered > 0 && <ProgrammeCheck laureates={shown.registered} />}
            {shown.registered > 0 && <LaterArchive scope={{ kind: 'programme' }} />}
          </>
        )}
      </Loaded>
    </>
  );
}
