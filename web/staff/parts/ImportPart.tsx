import { Loaded, useView } from '../../common/loading/Loaded.tsx';
import { Imports } from '../Imports.tsx';
import { OnlyReads } from './OnlyReads.tsx';

export function ImportPart() {
  const loading = useView({ name: 'me' });
  return <Loaded loading={loading}>{({ kind }) => (kind === 'staff' ? <Imports /> : <OnlyReads />)}</Loaded>;
}
