import { Loaded } from '../../common/loading/Loaded.tsx';
import { Imports } from '../Imports.tsx';
import type { StaffPartProps } from '../staff-parts.ts';
import { OnlyReads } from './OnlyReads.tsx';

export function ImportPart({ home }: StaffPartProps) {
  return <Loaded loading={home}>{({ acts }) => (acts ? <Imports onImported={home.reload} /> : <OnlyReads />)}</Loaded>;
}
