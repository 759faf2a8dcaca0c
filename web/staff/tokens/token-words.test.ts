import { describe, expect, test } from 'vitest';
import { emptyToken, lastDay, tokenCommand, tokenErrors } from './token-words.ts';

const today = '2026-03-05';
const typed = { ...emptyToken(today), name: ' Tableau de bord ', scopes: ['missions'] } as const;
const wrong = (changes: object) => tokenErrors({ ...typed, ...changes }, today).map(({ fieldId }) => fieldId);

describe('a token that is asked for', () => {
  test('says which of its fields is missing or wrong, in the order of the page', () => {
    expect(wrong({ name: ' ', scopes: [], until: '' })).toEqual(['token-name', 'token-scopes', 'token-until']);
    expect([wrong({ until: '2026-03-04' }), wrong({ until: '2027-03-06' })]).toEqual([
      ['token-until'],
      ['token-until'],
    ]);
    expect([wrong({}), wrong({ until: today }), wrong({ until: lastDay(today) })]).toEqual([[], [], []]);
  });

  test('is sent without the spaces around its name', () => {
    expect(tokenCommand(typed)).toEqual({
      ...{ action: 'make', name: 'Tableau de bord', scopes: ['missions'], until: '2026-09-01' },
    });
  });
});
