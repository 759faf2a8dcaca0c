import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { describe, expect, test } from 'vitest';
import { emptyRequest, isRequestDraft, rankedExperts, requestCommand, requestErrors } from './request-draft.ts';

const card = (company: string, subthemes: readonly string[], skills = ''): ExpertCard => ({
  id: company,
  company,
  skills,
  sectors: '',
  website: '',
  email: null,
  phone: null,
  subthemes,
  regions: [],
  published: true,
});

describe('a request', () => {
  test('offers first the experts who cover most of what is asked, then by name', () => {
    const cards = [card('Zoé', ['4.2', '4.3']), card('Éric', ['4.2']), card('Anne', [])];
    const names = rankedExperts(cards, { subthemes: ['4.2', '4.3'], words: '' }).map(
      ({ card: { company } }) => company,
    );
    expect(names).toEqual(['Zoé', 'Éric', 'Anne']);
  });

  test('finds an expert without accents or capitals', () => {
    const cards = [card('Anne', [], 'Ébénisterie et laine'), card('Zoé', [], 'Comptabilité')];
    expect(rankedExperts(cards, { subthemes: [], words: 'ebenisterie LAINE' })).toHaveLength(1);
  });

  test('says everything that is missing at once', () => {
    expect(requestErrors(emptyRequest(undefined)).map(({ fieldId }) => fieldId)).toEqual([
      'subthemes',
      'need',
      'expert',
    ]);
  });

  test('of the team begins a need of its own, and is given back only in the shape it was kept', () => {
    expect(requestCommand(emptyRequest('forge')).input).toMatchObject({ needId: null, predecessorId: null });
    expect(isRequestDraft(emptyRequest('e1'))).toBe(true);
    expect(isRequestDraft({ ...emptyRequest('e1'), subthemes: [3] })).toBe(false);
  });
});
