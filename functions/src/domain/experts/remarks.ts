import { dayOf } from '../calendar.ts';
import type { Question } from '../forms/form.ts';
import { subthemeLabel, type Theme } from '../programme/theme-list.ts';
import { availabilityWords } from './availability.ts';
import type { Expert, Remarks } from './profile.ts';

export interface RemarkableField {
  readonly id: string;
  readonly label: string;
}

interface FixedField extends RemarkableField {
  /** What the expert says there, as one reads it. */
  readonly answer: (expert: Expert, themes: readonly Theme[]) => string;
}

const fixedFields: readonly FixedField[] = [
  { id: 'name', label: 'Prénom et nom', answer: ({ contact }) => contact.name },
  { id: 'phone', label: 'Téléphone', answer: ({ contact }) => contact.phone },
  { id: 'company', label: 'Nom de la structure', answer: ({ company }) => company },
  { id: 'siret', label: 'SIRET', answer: ({ siret }) => siret },
  { id: 'website', label: 'Site internet', answer: ({ website }) => website },
  {
    ...{ id: 'subthemes', label: 'Sous-thématiques' },
    answer: ({ subthemes }, themes) => subthemes.map((id) => subthemeLabel(themes, id)).join('\n'),
  },
  { id: 'regions', label: 'Régions', answer: ({ regions }) => regions.join(', ') },
  {
    ...{ id: 'availability', label: 'Disponibilité' },
    // As it was read on the day it was handed in.
    answer: ({ availability, submittedAt }) => availabilityWords(availability, dayOf(submittedAt)) ?? '',
  },
];

/** Every field of a registration that staff may ask something about, in the order of the page; the address is the account's, not a field. */
export function remarkableFields(questions: readonly Question[]): RemarkableField[] {
  return [...fixedFields, ...questions].map(({ id, label }) => ({ id, label }));
}

/** What an expert answered in one of those fields; empty where it said nothing. */
export function answerTo(expert: Expert, fieldId: string, themes: readonly Theme[]): string {
  const fixed = fixedFields.find(({ id }) => id === fieldId);
  return fixed === undefined ? (expert.answers[fieldId] ?? '') : fixed.answer(expert, themes);
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
