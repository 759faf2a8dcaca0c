import type { StaffPartProps } from '../staff-parts.ts';
import { Summaries } from '../summaries/Summaries.tsx';

export function SummariesPart({ address }: StaffPartProps) {
  return <Summaries asked={address.parameters.get('periode')} />;
}
