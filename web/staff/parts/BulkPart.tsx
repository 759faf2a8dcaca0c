import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { BulkUpload } from '../bulk/BulkUpload.tsx';
import { OnlyReads } from './OnlyReads.tsx';

export function BulkPart() {
  const loading = useView({ name: 'me' });
  return <Loaded loading={loading}>{({ kind }) => (kind === 'staff' ? <Bulk /> : <OnlyReads />)}</Loaded>;
}

/** Every laureate by its names and numbers: what a folder of files is recognised by. */
function Bulk() {
  const loading = useView({ name: 'laureateChoices' });
  return <Loaded loading={loading}>{({ laureates }) => <BulkUpload laureates={laureates} />}</Loaded>;
}
