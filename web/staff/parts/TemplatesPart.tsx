import type { StaffPartProps } from '../staff-parts.ts';
import { Templates } from '../templates/Templates.tsx';

export function TemplatesPart({ visit, address }: StaffPartProps) {
  return <Templates reader={visit.user.uid} asked={address.parameters.get('modele')} />;
}
