import { forms } from '../programme/forms.ts';
import type { Remarks } from './profile.ts';

const asked = forms.registration.sections.flatMap(({ questions }) => questions);

/** Every field of a registration that staff may ask something about, in the order of the page; the address is the account's, not a field. */
export const remarkableFields: readonly { readonly id: string; readonly label: string }[] = [
  { id: 'name', label: 'Prénom et nom' },
  { id: 'phone', label: 'Téléphone' },
  { id: 'company', label: 'Nom de la structure' },
  { id: 'siret', label: 'SIRET' },
  { id: 'website', label: 'Site internet' },
  { id: 'subthemes', label: 'Sous-thématiques' },
  { id: 'regions', label: 'Régions' },
  ...asked.map(({ id, label }) => ({ id, label })),
];

/** The remarks that say something, trimmed. */
export function saidRemarks(remarks: Remarks): Remarks {
  return Object.fromEntries(
    Object.entries(remarks).flatMap(([id, remark]) => (remark.trim() === '' ? [] : [[id, remark.trim()]])),
  );
}

/** Whether each remark is beside a field that exists: one beside no field would never be read. */
export function besideKnownFields(remarks: Remarks): boolean {
  return Object.keys(remarks).every((id) => remarkableFields.some((field) => field.id === id));
}

/** The remarks as one reads them in a mail: « SIRET : … », a line each, in the order of the page. */
export function remarkLines(remarks: Remarks): string[] {
  return remarkableFields.flatMap(({ id, label }) => {
    const remark = remarks[id];
    return remark === undefined ? [] : [`${label.replace(/\s?[?:]$/, '')} : ${remark}`];
  });
}
