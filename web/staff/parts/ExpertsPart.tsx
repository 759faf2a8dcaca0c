import { Loaded, useTurnedView } from '../../common/loading/Loaded.tsx';
import { Experts } from '../experts/Experts.tsx';
import { expertWords } from '../experts/expert-address.ts';
import { ExportLink } from '../exports/ExportLink.tsx';
import { listAddress } from '../lists/list-address.ts';
import { SavedViews } from '../lists/SavedViews.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function ExpertsPart({ address }: StaffPartProps) {
  const list = listAddress(expertWords, address);
  const loading = useTurnedView({ name: 'experts', filters: list.filters, page: list.page });
  return (
    <>
      <SavedViews words={expertWords} address={address} />
      <Loaded loading={loading}>
        {(shown) => (
          <>
            <Experts shown={shown} list={list} turning={loading.turning} />
            {shown.page.total > 0 && <ExportLink address={address} />}
          </>
        )}
      </Loaded>
    </>
  );
}
