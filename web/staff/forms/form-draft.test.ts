import { builtInForms } from '@sur-mesure/functions/domain/forms/built-in';
import {
  addQuestion,
  changeQuestion,
  type EditedForm,
  removeQuestion,
  startEditing,
} from '@sur-mesure/functions/domain/forms/editing';
import { describe, expect, it } from 'vitest';
import { draftErrors, type FormDraft, formToCome, isFormDraft } from './form-draft.ts';
import { partWords } from './form-words.ts';

const { report, registration } = builtInForms;
const started = startEditing(report, report);
const draftOf = (form: EditedForm, reason = 'Retour des experts.'): FormDraft => ({ form, reason });
const fieldsOf = (draft: FormDraft, form: typeof report | typeof registration = report) =>
  draftErrors(draft, form, form).map(({ fieldId }) => fieldId);

describe('A form that staff write', () => {
  it('is to be corrected at the field that mends it, with its reason last', () => {
    expect(fieldsOf(draftOf(addQuestion(started, 'section-0')))).toEqual(['label-new-1']);
    const choosing = changeQuestion(addQuestion(started, 'section-1'), 'new-1', { kind: 'choice', label: 'Combien ?' });
    expect(fieldsOf(draftOf(choosing, ' '))).toEqual(['choices-new-1', 'form-reason']);
    const emptied = removeQuestion(removeQuestion(started, 'course'), 'gaps');
    expect(fieldsOf(draftOf(emptied))).toEqual(['section-title-section-0']);
    expect(fieldsOf(draftOf({ ...started, title: ' ' }))).toEqual(['form-title']);
    const withoutSkills = removeQuestion(startEditing(registration, registration), 'skills');
    expect(fieldsOf(draftOf(withoutSkills), registration)).toEqual(['form-parts']);
  });

  it('says that nothing changes until something does', () => {
    expect(fieldsOf(draftOf(started))).toEqual(['form-parts']);
    expect(fieldsOf(draftOf(changeQuestion(started, 'course', { label: 'Le déroulé' })))).toEqual([]);
  });

  it('is previewed as it will be, its new questions named as they will be', () => {
    const added = changeQuestion(addQuestion(started, 'section-0'), 'new-1', { label: 'Et les partenaires ?' });
    expect(formToCome(draftOf(added), report)).toMatchObject({ version: 2 });
    expect(formToCome(draftOf(added), report).sections[0]?.questions.at(-1)?.id).toBe('v2q1');
  });

  it('is taken back from the device while it has its shape', () => {
    const kept: unknown = JSON.parse(JSON.stringify(draftOf(addQuestion(started, 'section-0'))));
    expect(isFormDraft(kept)).toBe(true);
    expect(isFormDraft({ ...draftOf(started), form: { ...started, sections: [{ key: 'a', title: 'b' }] } })).toBe(
      false,
    );
    expect(isFormDraft({ reason: 'Seule.' })).toBe(false);
  });
});

it('What changed is told in one sentence each', () => {
  const part = { about: 'Le déroulé', before: 'Déroulement', after: 'Le déroulé' } as const;
  expect(partWords({ ...part, kind: 'label' })).toBe('Libellé, « Le déroulé » : Déroulement → Le déroulé.');
  expect(partWords({ ...part, kind: 'removed' })).toBe('Question retirée : « Le déroulé ».');
  expect(partWords({ ...part, kind: 'added' })).toBe('Question ajoutée : « Le déroulé », dans « Le déroulé ».');
});
