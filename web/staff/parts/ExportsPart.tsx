import { Exports } from '../exports/Exports.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function ExportsPart({ address }: StaffPartProps) {
  return <Exports address={address} />;
}
