import type { ExpertCard } from '@sur-mesure/functions/domain/experts/card';
import { describe, expect, test } from 'vitest';
import { filterOf, matching, noFilter, parametersOf, themeLabels } from './filter.ts';

function card(changes: Partial<ExpertCard>): ExpertCard {
  return {
    id: 'a',
    company: 'Atelier Boréal',
    skills: 'Économie circulaire et bois',
    sectors: 'bois',
    website: '',
    email: null,
    phone: null,
    subthemes: ['1.1'],
    regions: ['Bretagne'],
    published: true,
    ...changes,
  };
}

const boreal = card({});
const zenith = card({
  id: 'z',
  company: 'Zénith Conseil',
  skills: 'Droit',
  sectors: '',
  subthemes: ['2.1', '12.1'],
  regions: ['Occitanie'],
});

function found(changes: Partial<typeof noFilter>): string[] {
  return matching([zenith, boreal], { ...noFilter, ...changes }).map(({ id }) => id);
}

describe('the directory', () => {
  test('shows everybody by name when nothing is asked', () => {
    expect(found({})).toEqual(['a', 'z']);
  });

  test('finds words whatever their accents, capitals and order, in skills, places and sub-themes', () => {
    expect(found({ words: 'BOIS economie' })).toEqual(['a']);
    expect(found({ words: 'occitanie' })).toEqual(['z']);
    expect(found({ words: "d'une nouvelle entité" })).toEqual(['z']);
    expect(found({ words: 'bois droit' })).toEqual([]);
  });

  test('theme 1 is not theme 12', () => {
    expect(found({ themeId: '1' })).toEqual(['a']);
    expect(found({ themeId: '12' })).toEqual(['z']);
    expect(found({ themeId: '2', subthemeId: '2.2' })).toEqual([]);
  });

  test('all that is asked must hold', () => {
    expect(found({ themeId: '2', region: 'Occitanie' })).toEqual(['z']);
    expect(found({ themeId: '2', region: 'Bretagne' })).toEqual([]);
  });

  test('lists the themes of an expert in the order of the programme', () => {
    expect(themeLabels(zenith)).toEqual([
      'Stratégie juridique',
      'Conseil technique autour de procédés de conception et de production',
    ]);
  });
});

describe('a search in the address', () => {
  test('is read as it was written', () => {
    const filter = { words: 'four à chaux', themeId: '4', subthemeId: '4.2', region: 'Île-de-France' };
    expect(filterOf(parametersOf(filter))).toEqual(filter);
    expect(filterOf(parametersOf({ ...filter, subthemeId: null }))).toEqual({ ...filter, subthemeId: null });
    expect(parametersOf(noFilter).toString()).toBe('');
  });

  test('leaves out what does not exist', () => {
    expect(filterOf(new URLSearchParams('thematique=99&region=Atlantide&mots=bois'))).toEqual({
      ...noFilter,
      words: 'bois',
    });
  });
});
