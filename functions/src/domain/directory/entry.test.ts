import { describe, expect, it } from 'vitest';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { entryOf, fitted, shortened } from './entry.ts';
import { found, noSearch } from './search.ts';
import { cardWith } from './testing/cards.ts';

const long = cardWith({
  skills: `${'Nous aidons les ateliers à tenir leurs comptes. '.repeat(40)}Et la méthanisation.`,
});

describe('An entry of the directory', () => {
  it('has what the card has, and nothing else', () => {
    const { published: _published, ...card } = cardWith();
    expect(entryOf(cardWith())).toEqual({ ...card, further: '' });
  });

  it('is found by the words that there was no room to show', () => {
    const entry = fitted(entryOf(long), { text: 160, words: 300 });
    expect(entry.skills.length).toBeLessThanOrEqual(160);
    expect(entry.skills).not.toContain('méthanisation');
    expect(found([entry], { ...noSearch, words: 'methanisation comptes' }, builtInThemes)).toEqual([entry]);
    expect(found([entry], { ...noSearch, words: 'soudure' }, builtInThemes)).toEqual([]);
  });

  it('is found by the past missions that its card shows, which are not in it', () => {
    const entry = entryOf(cardWith({ references: 'La Fabrique du Lac, 2022 : plan de financement' }));
    expect(entry).not.toHaveProperty('references');
    expect(found([entry], { ...noSearch, words: 'fabrique lac' }, builtInThemes)).toEqual([entry]);
    expect(found([entryOf(cardWith())], { ...noSearch, words: 'fabrique lac' }, builtInThemes)).toEqual([]);
  });

  it('keeps those words when it is made shorter again', () => {
    const once = fitted(entryOf(long), { text: 800, words: 300 });
    expect(fitted(once, { text: 160, words: 300 }).further).toContain('methanisation');
  });

  it('is cut between two words, and says so', () => {
    expect(shortened('un deux trois', 9)).toBe('un deux…');
    expect(shortened('un deux', 9)).toBe('un deux');
    expect(shortened('anticonstitutionnellement', 9)).toBe('anticons…');
  });
});
