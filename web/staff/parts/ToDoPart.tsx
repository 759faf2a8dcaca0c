import { Loaded } from '../../common/loading/Loaded.tsx';
import type { StaffPartProps } from '../staff-parts.ts';
import { ToDo } from '../ToDo.tsx';

export function ToDoPart({ visit, home }: StaffPartProps) {
  return <Loaded loading={home}>{(shown) => <ToDo home={shown} uid={visit.user.uid} onActed={home.refresh} />}</Loaded>;
}
