import { noMissionFilter } from '@sur-mesure/functions/domain/lists/missions';
import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import type { StaffPartProps } from '../staff-parts.ts';
import { Templates } from '../templates/Templates.tsx';

const latest = { sort: 'since', descending: true, after: null, before: null, size: 50 } as const;

/** With the fifty missions that moved last, to try a text on. */
export function TemplatesPart({ visit, address }: StaffPartProps) {
  const loading = useView({ name: 'missions', filters: noMissionFilter, page: latest });
  return (
    <Loaded loading={loading}>
      {({ page }) => (
        <Templates missions={page.rows} reader={visit.user.uid} asked={address.parameters.get('modele')} />
      )}
    </Loaded>
  );
}
