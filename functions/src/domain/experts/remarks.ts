import type { Question } from '../forms/form.ts';
import type { Remarks } from './profile.ts';

export interface RemarkableField {
  readonly id: string;
  readonly label: string;
}

const fixedFields: readonly RemarkableField[] = [
  { id: 'name', label: 'Prénom et nom' },
  { id: 'phone', label: 'Téléphone' },
  { id: 'company', label: 'Nom de la structure' },
  { id: 'siret', label: 'SIRET' },
  { id: 'website', label: 'Site internet' },
  { id: 'subthemes', label: 'Sous-thématiques' },
  { id: 'regions', label: 'Régions' },
  { id: 'availability', label: 'Disponibilité' },
];

/** Every field of a registration that staff may ask something about, in the order of the page; the address is the account's, not a field. */
export function remarkableFields(questions: readonly Question[]): RemarkableField[] {
  return [...fixedFields, ...questions.map(({ id, label }) => ({ id, label }))];
}

/** The remarks that say something, trimmed. */
export function saidRemarks(remarks: Remarks): Remarks {
  return Object.fromEntries(
    Object.entries(remarks).flatMap(([id, remark]) => (remark.trim() === '' ? [] : [[id, remark.trim()]])),
  );
}

/** Whether each remark is beside a field that exists: one beside no field would never be read. */
export function besideKnownFields(remarks: Remarks, questions: readonly Question[]): boolean {
  const fields = remarkableFields(questions);
  return Object.keys(remarks).every((id) => fields.some((field) => field.id === id));
}

/** The remarks as one reads them: « SIRET : … », a line each, in the order of the page. One beside a question that is no more asked comes last. */
export function remarkLines(remarks: Remarks, questions: readonly Question[]): string[] {
  const fields = remarkableFields(questions);
  const gone = Object.keys(remarks).filter((id) => !fields.some((field) => field.id === id));
  return [...fields, ...gone.map((id) => ({ id, label: 'Une question qui n’est plus posée' }))].flatMap(
    ({ id, label }) => {
      const remark = remarks[id];
      return remark === undefined ? [] : [`${label.replace(/\s?[?:]$/, '')} : ${remark}`];
    },
  );
}
