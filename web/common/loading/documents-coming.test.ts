import { expect, test } from 'vitest';
import { fileRow, handedIn, submission } from '../testing/fixtures.ts';
import { documentsComing, waitFor } from './documents-coming.ts';

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

test('it is looked for every few seconds at first, then less and less often, without an end', () => {
  const waits = Array.from({ length: 20 }, (_, attempt) => waitFor(attempt));
  expect(waits[0]).toBe(2_000);
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(waits.at(-1)).toBe(300_000);
});
