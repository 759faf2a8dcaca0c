import { Loaded } from '../../common/loading/Loaded.tsx';
import { BulkUpload } from '../bulk/BulkUpload.tsx';
import type { StaffPartProps } from '../staff-parts.ts';
import { OnlyReads } from './OnlyReads.tsx';

export function BulkPart({ home }: StaffPartProps) {
  return (
    <Loaded loading={home}>
      {({ acts, laureates }) => (acts ? <BulkUpload laureates={laureates} /> : <OnlyReads />)}
    </Loaded>
  );
}
