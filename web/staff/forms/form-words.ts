import { type ChangedPart, changedPartKinds } from '@sur-mesure/functions/domain/forms/changed-parts';
import type { EditedForm } from '@sur-mesure/functions/domain/forms/editing';
import type { FormFault, FormFaultCode } from '@sur-mesure/functions/domain/forms/faults';
import type { FieldError } from '../../common/notice/Notice.tsx';

/** « Libellé de « Le déroulé » : Déroulement de la mission → Le déroulé. » */
export function partWords({ kind, about, before, after }: ChangedPart): string {
  const label = changedPartKinds[kind];
  if (kind === 'added') return `${label} : « ${about} », dans « ${after} ».`;
  if (kind === 'removed') return `${label} : « ${about} ».`;
  return `${partLabel({ kind, about })} : ${before} → ${after}.`;
}

/** « Libellé de « Le déroulé » » */
export function partLabel({ kind, about }: Pick<ChangedPart, 'kind' | 'about'>): string {
  return about === '' ? changedPartKinds[kind] : `${changedPartKinds[kind]}, « ${about} »`;
}

/** Said before a question is removed, and again before that is published. */
export const oldAnswersStay =
  'Plus personne n’y répondra. Ce qui a déjà été répondu n’est pas effacé : on le lit toujours, sur les pages et dans les PDF, avec la question telle qu’elle était.';

export const TITLE_FIELD = 'form-title';
export const PARTS_FIELD = 'form-parts';
export const REASON_FIELD = 'form-reason';
export const sectionField = (key: string) => `section-title-${key}`;
export const labelField = (key: string) => `label-${key}`;
export const choicesField = (key: string) => `choices-${key}`;

const ofChoices: ReadonlySet<FormFaultCode> = new Set(['choices-missing', 'choice-twice']);

/** Where a fault is said: the field of the page that mends it. */
export function faultField({ sections }: EditedForm, { code, section, question }: FormFault): FieldError['fieldId'] {
  if (code === 'form-untitled') return TITLE_FIELD;
  const inSection = section === null ? undefined : sections[section];
  if (inSection === undefined) return PARTS_FIELD;
  const asked = question === null ? undefined : inSection.questions[question];
  if (asked === undefined) return sectionField(inSection.key);
  return ofChoices.has(code) ? choicesField(asked.key) : labelField(asked.key);
}
