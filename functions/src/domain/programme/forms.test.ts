import { describe, expect, it } from 'vitest';
import { answerErrors, answersAskedBy, type Form, formOf, forms, LONGEST_ANSWER } from './forms.ts';

const all: readonly Form[] = Object.values(forms);
const questionsOf = (form: Form) => form.sections.flatMap((section) => [...section.questions]);

function complete(form: Form): Record<string, string> {
  return Object.fromEntries(questionsOf(form).map(({ id, choices }) => [id, choices?.[0] ?? 'Une réponse.']));
}

describe.each(all.map((form) => [form.name, form] as const))('The form %s', (_name, form) => {
  it('accepts complete answers, and does without the optional ones', () => {
    expect(answerErrors(form, complete(form))).toEqual([]);
    const required = questionsOf(form).filter((question) => question.required);
    const least = Object.fromEntries(required.map(({ id }) => [id, complete(form)[id] ?? '']));
    expect(answerErrors(form, least)).toEqual([]);
  });

  it('lists every missing answer at once', () => {
    const required = questionsOf(form).filter((question) => question.required);
    expect(answerErrors(form, {}).map(({ questionId }) => questionId)).toEqual(required.map(({ id }) => id));
    const blank = Object.fromEntries(questionsOf(form).map(({ id }) => [id, ' \n']));
    expect(answerErrors(form, blank).length).toBeGreaterThanOrEqual(required.length);
  });

  it('has one question an id', () => {
    const ids = questionsOf(form).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('An answer', () => {
  it('to no question is refused', () => {
    const answers = { ...complete(forms.report), extra: 'x' };
    expect(answerErrors(forms.report, answers)).toEqual([
      { questionId: 'extra', message: 'Cette question n’existe pas dans le formulaire.' },
    ]);
  });

  it('is as long as a form allows, no longer', () => {
    const long = (length: number) => ({ ...complete(forms.report), course: 'a'.repeat(length) });
    expect(answerErrors(forms.report, long(LONGEST_ANSWER))).toEqual([]);
    expect(answerErrors(forms.report, long(LONGEST_ANSWER + 1)).map(({ questionId }) => questionId)).toEqual([
      'course',
    ]);
  });

  it('to a choice is one of the choices', () => {
    const rated = (overall: string) => answerErrors(forms.feedback, { ...complete(forms.feedback), overall });
    expect(rated('Bof').map(({ questionId }) => questionId)).toEqual(['overall']);
    expect(rated('Satisfaisant')).toEqual([]);
  });
});

describe('A scoping note', () => {
  it('of the first version keeps its question on needs, which the form in force leaves to the sub-themes', () => {
    const asked = (version: number) => questionsOf(formOf('scopingNote', version)).map(({ id }) => id);
    expect(asked(1)).toEqual(['project', 'goals', 'needs', 'calendar']);
    expect(asked(2)).toEqual(['project', 'goals', 'calendar']);
    expect(formOf('scopingNote', 2)).toBe(forms.scopingNote);
    const older = complete(formOf('scopingNote', 1));
    expect(answerErrors(forms.scopingNote, older).map(({ questionId }) => questionId)).toEqual(['needs']);
    expect(answerErrors(forms.scopingNote, answersAskedBy(forms.scopingNote, older))).toEqual([]);
  });
});
