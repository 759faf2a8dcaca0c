import { Forms } from '../forms/Forms.tsx';
import type { StaffPartProps } from '../staff-parts.ts';

export function FormsPart({ visit, address }: StaffPartProps) {
  return <Forms form={address.parameters.get('formulaire')} uid={visit.user.uid} />;
}
