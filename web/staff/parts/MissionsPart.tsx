import { Missions } from '../missions/Missions.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function MissionsPart({ address }: StaffPartProps) {
  return <Missions address={address} />;
}
