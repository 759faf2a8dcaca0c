import { describe, expect, it } from 'vitest';
import { builtInForms } from '../forms/built-in.ts';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { type ScopingNoteCommand, scopingNoteActions, scopingNoteRefusal } from './actions.ts';
import { inPriority, noteChanges, noteFaults, type ScopingNote, type SubthemeNeed } from './note.ts';

const need = (facts: Partial<SubthemeNeed> = {}): SubthemeNeed => ({
  ...{ need: 'Revoir nos tarifs.', priority: 1, expected: 'Une grille tenable.', estimatedCents: null },
  ...facts,
});
const asked = { form: builtInForms.scopingNote, themes: builtInThemes };
const answers = { project: 'Un atelier.', goals: 'L’équilibre.' };
const noteWith = (needs: Readonly<Record<string, SubthemeNeed>>): Pick<ScopingNote, 'subthemes' | 'content'> => ({
  subthemes: Object.keys(needs),
  content: { kind: 'form', formVersion: 2, answers, needs },
});
const file = (subthemes: readonly string[]): Pick<ScopingNote, 'subthemes' | 'content'> => ({
  subthemes,
  content: { kind: 'file', fileId: 'f1' },
});

describe('A scoping note', () => {
  it('says a need, a priority and an expected result for each sub-theme, and answers the general questions', () => {
    expect(noteFaults(asked, noteWith({ '4.2': need() }))).toEqual([]);
    const typed = {
      subthemes: ['4.2'],
      content: { kind: 'form', answers: {}, needs: { '4.2': { need: ' ' } } },
    } as const;
    expect(noteFaults(asked, typed).map(({ fieldId }) => fieldId)).toEqual([
      ...['need-4.2', 'priority-4.2', 'expected-4.2'],
      ...['project', 'goals'],
    ]);
  });

  it('names sub-themes of the programme, and no need beside them', () => {
    expect(noteFaults(asked, file([]))).toHaveLength(1);
    expect(noteFaults(asked, file(['99.9']))).toHaveLength(1);
    expect(noteFaults(asked, file(['4.2']))).toEqual([]);
    const stray = {
      subthemes: ['4.2'],
      content: { kind: 'form', answers, needs: { '4.2': need(), '1.1': need() } },
    } as const;
    expect(noteFaults(asked, stray).map(({ fieldId }) => fieldId)).toEqual(['subthemes']);
  });

  it('is read in its order of priority; a PDF, or a note older than priorities, in the order chosen', () => {
    expect(inPriority(noteWith({ '4.2': need({ priority: 3 }), '1.1': need({ priority: 1 }) }))).toEqual([
      '1.1',
      '4.2',
    ]);
    expect(inPriority(file(['4.2', '1.1']))).toEqual(['4.2', '1.1']);
    expect(inPriority({ subthemes: ['4.2', '1.1'], content: { kind: 'form', answers, needs: {} } })).toEqual([
      '4.2',
      '1.1',
    ]);
  });
});

describe('A revision', () => {
  it('says what it changes, sub-theme by sub-theme', () => {
    const before = noteWith({ '4.2': need(), '10.1': need(), '1.1': need() });
    const after = noteWith({ '4.2': need({ priority: 2, estimatedCents: 4_000_00 }), '10.1': need(), '2.1': need() });
    expect(noteChanges(before, after)).toEqual([
      { subtheme: '4.2', change: 'changed', fields: ['priority', 'estimatedCents'] },
      { subtheme: '1.1', change: 'removed', fields: [] },
      { subtheme: '2.1', change: 'added', fields: [] },
    ]);
    expect(noteChanges(before, before)).toEqual([]);
  });

  it('from a PDF, or to one, is known by its sub-themes', () => {
    expect(noteChanges(file(['4.2']), file(['4.2', '1.1']))).toEqual([
      { subtheme: '1.1', change: 'added', fields: [] },
    ]);
    expect(noteChanges(noteWith({ '4.2': need() }), file(['4.2']))[0]?.change).toBe('changed');
  });
});

describe('What staff do about a note', () => {
  const answered = (kind: 'accept' | 'askForChanges') => ({ kind, at: 1, byName: 'Camille', message: '' });
  const current = { version: 2, answer: null };
  const command = (action: 'accept' | 'askForChanges', message = '', version = 2): ScopingNoteCommand => ({
    ...{ action, message, version },
  });
  const recommendation: ScopingNoteCommand = {
    ...{ action: 'recommend', day: '2023-01-10', source: 'trainers', subthemes: ['4.2'], text: 'Les tarifs.' },
    fileId: null,
  };
  const why = (asked: ScopingNoteCommand, facts: Partial<Parameters<typeof scopingNoteRefusal>[0]> = {}) =>
    scopingNoteRefusal({ isStaff: true, current, themes: builtInThemes, ...facts }, asked)?.code ?? null;

  it('is done by staff alone', () => {
    for (const asked of [command('accept'), command('askForChanges', 'Précisez.'), recommendation])
      expect([why(asked), why(asked, { isStaff: false })]).toEqual([null, 'staff-only']);
  });

  it('answers the version that was read, once accepted not again, and says what to change', () => {
    expect(why(command('accept'), { current: null })).toBe('note-missing');
    expect(why(command('accept', '', 1))).toBe('note-revised');
    expect(why(command('accept'), { current: { version: 2, answer: answered('accept') } })).toBe('note-answered');
    expect(why(command('askForChanges', ' '))).toBe('message-missing');
    expect(why(command('askForChanges', 'Plus.'), { current: { version: 2, answer: answered('accept') } })).toBeNull();
    expect(why(command('accept'), { current: { version: 2, answer: answered('askForChanges') } })).toBeNull();
  });

  it('records what was recommended, with words and known sub-themes, whether or not there is a note', () => {
    expect(why(recommendation, { current: null })).toBeNull();
    expect(why({ ...recommendation, text: ' ' })).toBe('text-missing');
    expect(why({ ...recommendation, subthemes: ['99.9'] })).toBe('subtheme-unknown');
    expect(Object.values(scopingNoteActions).map(({ accepted }) => accepted)).toEqual([true, false, null]);
  });
});
