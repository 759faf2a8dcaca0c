import type { NoteRow } from '@sur-mesure/functions/domain/notes/note';
import { expect, test } from 'vitest';
import { callLine, correctedIn, emptyNote, noteErrors, writeCommand } from './note-words.ts';

const about = { kind: 'expert', id: 'forge' } as const;
const row: NoteRow = {
  ...{ noteId: 'n1', kind: 'call', at: 0, byName: 'Inès Garnier', text: 'Un mot.', withWhom: 'Anne Le Goff' },
  ...{ calledOn: '2025-03-04', followUpOn: null, correctsId: null, withdrawn: null, mayWithdraw: true },
};

test('a call asks with whom and when, a note only its words', () => {
  const typed = emptyNote('2025-03-04');
  expect(noteErrors(typed).map(({ fieldId }) => fieldId)).toEqual(['note-text']);
  expect(noteErrors({ ...typed, kind: 'call', calledOn: '' }).map(({ fieldId }) => fieldId)).toEqual([
    'note-withWhom',
    'note-calledOn',
    'note-text',
  ]);
});

test('what was typed for a call is not sent with a note', () => {
  const typed = { ...emptyNote('2025-03-04'), text: ' Un mot. ', withWhom: 'Anne', followUpOn: '2025-04-01' };
  expect(writeCommand(about, typed, null)).toEqual({
    ...{ action: 'write', about, kind: 'note', text: 'Un mot.', withWhom: '', calledOn: null },
    ...{ followUpOn: '2025-04-01', correctsId: null },
  });
  expect(writeCommand(about, { ...typed, kind: 'call', followUpOn: '' }, 'n1')).toMatchObject({
    ...{ kind: 'call', withWhom: 'Anne', calledOn: '2025-03-04', followUpOn: null, correctsId: 'n1' },
  });
});

test('a call is introduced by who and when, and a note that another corrects is known', () => {
  expect(callLine(row)).toBe('Appel avec Anne Le Goff, mardi 4 mars 2025');
  expect(callLine({ ...row, kind: 'note' })).toBeUndefined();
  expect(callLine({ ...row, withdrawn: { at: 1, reason: 'x' } })).toBeUndefined();
  const second = { ...row, noteId: 'n2', correctsId: 'n1' };
  expect([...correctedIn([second, row])]).toEqual(['n1']);
  expect([...correctedIn([{ ...second, withdrawn: { at: 1, reason: 'x' } }, row])]).toEqual([]);
});
