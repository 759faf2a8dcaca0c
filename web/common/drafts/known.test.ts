import { expect, test } from 'vitest';
import { draftPrefix, keepDraft } from '../draft.ts';
import { forgetDraftsKeptElsewhere } from './known.ts';

test('who signs out leaves on the device what exists nowhere else, and nothing that the server keeps', () => {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
    key: (index: number) => [...entries.keys()][index] ?? null,
    get length() {
      return entries.size;
    },
  };
  const write = (key: string, known?: { readonly mark: number; readonly untouched: boolean }) => {
    keepDraft(storage, key, { need: 'x' }, 1);
    if (known !== undefined) keepDraft(storage, `${key}.mark`, known, 1);
  };
  write('noe.submitReport.m1.1', { mark: 5, untouched: true });
  write('noe.submitReport.m1.1.left');
  write('noe.submitDiagnostic.m2.1', { mark: 5, untouched: false });
  write('noe.registration.1', { mark: 0, untouched: true });
  write('noe.message.m1.team');
  write('noemie.submitReport.m1.1', { mark: 5, untouched: true });
  write('inscription', { mark: 5, untouched: true });
  forgetDraftsKeptElsewhere(storage, 'noe', 2);
  expect([...entries.keys()].map((key) => key.slice(draftPrefix.length))).toEqual([
    'noe.submitReport.m1.1.left',
    'noe.submitDiagnostic.m2.1',
    'noe.submitDiagnostic.m2.1.mark',
    'noe.registration.1',
    'noe.registration.1.mark',
    'noe.message.m1.team',
    'noemie.submitReport.m1.1',
    'noemie.submitReport.m1.1.mark',
    'inscription',
    'inscription.mark',
  ]);
});
