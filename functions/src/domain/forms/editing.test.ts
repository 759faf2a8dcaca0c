import { describe, expect, it } from 'vitest';
import { builtInForms } from './built-in.ts';
import { contentOf } from './change.ts';
import {
  addQuestion,
  addSection,
  changeQuestion,
  type EditedForm,
  editedContent,
  kindsFor,
  moveQuestion,
  moveSection,
  placeWords,
  removedQuestions,
  removeQuestion,
  removeSection,
  retitle,
  startEditing,
} from './editing.ts';

const { report } = builtInForms;
const started = startEditing(report, report);
const order = (form: EditedForm | null) => form?.sections.map(({ questions }) => questions.map(({ key }) => key));

describe('A form being edited', () => {
  it('is, until something is touched, the one that it begins from', () => {
    expect(editedContent(started)).toEqual(contentOf(report));
    expect(startEditing(report, { version: 4 })).toMatchObject({ basedOn: 4, startedFrom: 1 });
  });

  it('gets questions and parts, each under a key of its own', () => {
    const once = addQuestion(addSection(started), 'section-0');
    expect(order(once)).toEqual([
      ['course', 'gaps', 'new-3'],
      ['results', 'deliverables', 'recommendations'],
      ['new-2'],
    ]);
    const again = addQuestion(removeQuestion(once, 'new-3'), 'section-0');
    expect(order(again)?.[0]).toEqual(['course', 'gaps', 'new-4']);
    expect(editedContent(retitle(again, 'new-1', 'Suites')).sections[2]).toEqual({
      title: 'Suites',
      questions: [{ id: null, label: '', help: '', kind: 'long', choices: [], required: true }],
    });
  });

  it('rewords a question and keeps its id', () => {
    const reworded = changeQuestion(started, 'course', { label: 'Le déroulé', required: false });
    expect(editedContent(reworded).sections[0]?.questions[0]).toMatchObject({
      ...{ id: 'course', label: 'Le déroulé', required: false },
    });
  });

  it('moves a question by one place, over the border of a part too, and says where it is', () => {
    expect(order(moveQuestion(started, 'course', 1))?.[0]).toEqual(['gaps', 'course']);
    const over = moveQuestion(started, 'gaps', 1);
    expect(order(over)).toEqual([['course'], ['gaps', 'results', 'deliverables', 'recommendations']]);
    expect(over && placeWords(over, 'gaps')).toBe('question 1 sur 4 de la partie « Résultats »');
    expect(order(over && moveQuestion(over, 'gaps', -1))).toEqual(order(started));
  });

  it('moves nothing past its ends', () => {
    expect(moveQuestion(started, 'course', -1)).toBeNull();
    expect(moveQuestion(started, 'recommendations', 1)).toBeNull();
    expect(moveSection(started, 'section-0', -1)).toBeNull();
    expect(moveSection(started, 'section-0', 1)?.sections.map(({ key }) => key)).toEqual(['section-1', 'section-0']);
  });

  it('says which questions in force it asks no more', () => {
    const shorter = removeSection(removeQuestion(started, 'gaps'), 'section-1');
    expect(removedQuestions(report, shorter).map(({ id }) => id)).toEqual([
      ...['gaps', 'results', 'deliverables', 'recommendations'],
    ]);
    expect(removedQuestions(report, started)).toEqual([]);
  });

  it('offers the kinds under which old answers are still read', () => {
    expect(kindsFor({ id: null, kind: 'long' })).toContain('choice');
    expect(kindsFor({ id: 'overall', kind: 'choice' })).toEqual(['choice']);
    expect(kindsFor({ id: 'course', kind: 'long' })).toEqual(['long', 'text']);
  });
});
