import { describe, expect, it } from 'vitest';
import { MOST_CHOICES, narrowed } from './searched-choices.ts';

const choices = Array.from({ length: 1_000 }, (_, index) => ({ value: `l${index}`, label: `L’Établi n° ${index}` }));
const valuesOf = (words: string, chosen?: string) => narrowed(choices, words, chosen).shown.map(({ value }) => value);

describe('A choice among a thousand names', () => {
  it('shows the first hundred, and how many others there are', () => {
    expect(narrowed(choices, '', undefined)).toEqual({ shown: choices.slice(0, MOST_CHOICES), others: 900 });
  });

  it('shows those that have every word, without accents or capitals', () => {
    expect(valuesOf('etabli 999')).toEqual(['l999']);
    expect(narrowed(choices, 'personne', undefined)).toEqual({ shown: [], others: 0 });
  });

  it('keeps the one that is chosen, whatever is looked for, and once', () => {
    expect(valuesOf('999', 'l500')).toEqual(['l500', 'l999']);
    expect(valuesOf('999', 'l999')).toEqual(['l999']);
  });
});
