import { Loaded } from '../../common/loading/Loaded.tsx';
import type { StaffPartProps } from '../staff-parts.ts';
import { Templates } from '../templates/Templates.tsx';

export function TemplatesPart({ visit, address, home }: StaffPartProps) {
  return (
    <Loaded loading={home}>
      {({ missions }) => (
        <Templates missions={missions} reader={visit.user.uid} asked={address.parameters.get('modele')} />
      )}
    </Loaded>
  );
}
