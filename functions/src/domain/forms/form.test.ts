import { describe, expect, it } from 'vitest';
import { builtInForm, builtInForms } from './built-in.ts';
import { answerErrors, answersAskedBy, answersLeft, type Form, LONGEST_ANSWER, questionsOf } from './form.ts';

const all: readonly Form[] = Object.values(builtInForms);

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
    const answers = { ...complete(builtInForms.report), extra: 'x' };
    expect(answerErrors(builtInForms.report, answers)).toEqual([
      { questionId: 'extra', message: 'Cette question n’existe pas dans le formulaire.' },
    ]);
  });

  it('is as long as a form allows, no longer', () => {
    const long = (length: number) => ({ ...complete(builtInForms.report), course: 'a'.repeat(length) });
    expect(answerErrors(builtInForms.report, long(LONGEST_ANSWER))).toEqual([]);
    expect(answerErrors(builtInForms.report, long(LONGEST_ANSWER + 1)).map(({ questionId }) => questionId)).toEqual([
      'course',
    ]);
  });

  it('to a choice is one of the choices', () => {
    const rated = (overall: string) =>
      answerErrors(builtInForms.feedback, { ...complete(builtInForms.feedback), overall });
    expect(rated('Bof').map(({ questionId }) => questionId)).toEqual(['overall']);
    expect(rated('Satisfaisant')).toEqual([]);
  });
});

describe('A scoping note', () => {
  const first = builtInForm('scopingNote', 1) ?? { sections: [] };

  it('of the first version keeps its question on needs, which the form in force leaves to the sub-themes', () => {
    expect(questionsOf(first).map(({ id }) => id)).toEqual(['project', 'goals', 'needs', 'calendar']);
    expect(questionsOf(builtInForms.scopingNote).map(({ id }) => id)).toEqual(['project', 'goals', 'calendar']);
    expect(builtInForm('scopingNote', 2)).toBe(builtInForms.scopingNote);
    expect(builtInForm('scopingNote', 3)).toBeNull();
  });

  it('begun in another version keeps what is still asked, and shows the rest to whoever wrote it', () => {
    const older = { project: 'Ouvert.', goals: 'Produire.', needs: 'Les tarifs.', calendar: ' ' };
    expect(answerErrors(builtInForms.scopingNote, older).map(({ questionId }) => questionId)).toEqual(['needs']);
    const asked = answersAskedBy(builtInForms.scopingNote, older);
    expect(answerErrors(builtInForms.scopingNote, asked)).toEqual([]);
    expect(answersLeft(builtInForms.scopingNote, older)).toEqual(['Les tarifs.']);
    expect(answersLeft(builtInForms.scopingNote, asked)).toEqual([]);
  });
});
