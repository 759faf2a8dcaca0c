import type { StaffPartProps } from '../staff-parts.ts';
import { ToDo } from '../ToDo.tsx';

export function ToDoPart({ address }: StaffPartProps) {
  return <ToDo address={address} />;
}
