import type { StaffPartProps } from '../staff-parts.ts';
import { Team } from '../Team.tsx';

export function TeamPart({ visit }: StaffPartProps) {
  return <Team reader={visit.user.uid} />;
}
