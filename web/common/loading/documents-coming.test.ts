import { expect, test } from 'vitest';
import { fileRow, handedIn, submission } from '../testing/fixtures.ts';
import { documentsComing } from './documents-coming.ts';

const mission = handedIn('awaiting_validation', {
  submission: { ...submission, diagnostic: { kind: 'form', formVersion: 1, answers: {}, fileId: 'f1' } },
});

test('a document filled on line is waited for until its PDF is there', () => {
  expect(documentsComing({ mission, files: [fileRow('f2')] })).toBe(true);
  expect(documentsComing({ mission, files: [fileRow('f2'), fileRow('f1')] })).toBe(false);
});

test('nothing is waited for before anything is handed in', () => {
  const before = { ...mission, state: 'awaiting_diagnostic', submission: null } as const;
  expect(documentsComing({ mission: before, files: [] })).toBe(false);
});
