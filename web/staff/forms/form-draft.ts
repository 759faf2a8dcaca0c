import { formOf, knownQuestions } from '@sur-mesure/functions/domain/forms/change';
import { changedParts } from '@sur-mesure/functions/domain/forms/changed-parts';
import { type EditedForm, editedContent } from '@sur-mesure/functions/domain/forms/editing';
import { formFaults } from '@sur-mesure/functions/domain/forms/faults';
import type { Form } from '@sur-mesure/functions/domain/forms/form';
import type { FieldError } from '../../common/notice/Notice.tsx';
import { reasonError } from '../versions/reason.ts';
import { faultField, PARTS_FIELD, REASON_FIELD } from './form-words.ts';

/** A version to come, with why; kept on the device at each keystroke. */
export interface FormDraft {
  readonly form: EditedForm;
  readonly reason: string;
}

/** The version as it would be: what the preview shows. */
export function formToCome({ form }: FormDraft, { name, version }: Pick<Form, 'name' | 'version'>): Form {
  return formOf(editedContent(form), { name, version: version + 1 });
}

/** What is to be corrected before it is read again. Whether a question of an older version exists, the server alone can say. */
export function draftErrors(draft: FormDraft, inForce: Form, begunFrom: Form): FieldError[] {
  const { form, reason } = draft;
  const faults = formFaults(editedContent(form), knownQuestions(inForce, begunFrom))
    .filter(({ code }) => code !== 'question-unknown')
    .map((fault): FieldError => ({ fieldId: faultField(form, fault), message: fault.message }));
  const same = faults.length === 0 && changedParts(inForce, formToCome(draft, inForce)).length === 0;
  const unreasoned = reasonError(reason);
  return [
    ...faults,
    ...(same
      ? [{ fieldId: PARTS_FIELD, message: 'Rien ne change pour l’instant : ce sont les questions en vigueur.' }]
      : []),
    ...(unreasoned === undefined ? [] : [{ fieldId: REASON_FIELD, message: unreasoned }]),
  ];
}

/** Whether a kept draft still has the shape of this editor. */
export function isFormDraft(value: unknown): value is FormDraft {
  return has(value, { form: 'object', reason: 'string' }) && isEdited(Reflect.get(value, 'form'));
}

function isEdited(form: unknown): boolean {
  if (!has(form, { basedOn: 'number', startedFrom: 'number', title: 'string', sections: 'object', added: 'number' }))
    return false;
  return isList(Reflect.get(form, 'sections'), (section) => {
    if (!has(section, { key: 'string', title: 'string', questions: 'object' })) return false;
    return isList(Reflect.get(section, 'questions'), isQuestion);
  });
}

function isQuestion(question: unknown): boolean {
  return (
    has(question, { key: 'string', label: 'string', help: 'string', kind: 'string', required: 'boolean' }) &&
    isList(Reflect.get(question, 'choices'), (choice) => typeof choice === 'string') &&
    (Reflect.get(question, 'id') === null || typeof Reflect.get(question, 'id') === 'string')
  );
}

function isList(value: unknown, accepts: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(accepts);
}

function has(value: unknown, parts: Readonly<Record<string, string>>): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(parts).every(([name, kind]) => typeof Reflect.get(value, name) === kind);
}
