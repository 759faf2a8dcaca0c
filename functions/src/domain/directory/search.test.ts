import { describe, expect, it } from 'vitest';
import { builtInThemes } from '../programme/built-in-themes.ts';
import { entryOf, inOrder } from './entry.ts';
import { placeNamed } from './places.ts';
import {
  countsByRegion,
  found,
  noSearch,
  parametersOf,
  type Search,
  searchOf,
  sectorsOf,
  themeLabels,
} from './search.ts';
import { cardWith } from './testing/cards.ts';

const boreal = cardWith();
const zenith = cardWith({
  id: 'z',
  company: 'Zénith Conseil',
  skills: 'Droit des sociétés, à l’œuvre',
  sectors: 'Textile, verre',
  subthemes: ['2.1', '12.1'],
  regions: ['Occitanie'],
});
const entries = inOrder([zenith, boreal].map((card) => entryOf(card)));

function ids(changes: Partial<Search>): string[] {
  return found(entries, { ...noSearch, ...changes }, builtInThemes).map(({ id }) => id);
}

describe('The directory', () => {
  it('shows everybody by name when nothing is asked', () => {
    expect(ids({})).toEqual(['a', 'z']);
  });

  it('finds words whatever their accents, capitals and order, in skills, places, themes and sub-themes', () => {
    expect(ids({ words: 'BOIS economie' })).toEqual(['a']);
    expect(ids({ words: 'occitanie' })).toEqual(['z']);
    expect(ids({ words: "d'une nouvelle entité" })).toEqual(['z']);
    expect(ids({ words: 'strategie juridique' })).toEqual(['z']);
    expect(ids({ words: 'oeuvre' })).toEqual(['z']);
    expect(ids({ words: 'bois droit' })).toEqual([]);
  });

  it('does not tell theme 1 from 12 by their first letter', () => {
    expect(ids({ themeId: '1' })).toEqual(['a']);
    expect(ids({ themeId: '12' })).toEqual(['z']);
    expect(ids({ themeId: '2', subthemeId: '2.2' })).toEqual([]);
  });

  it('finds by department whoever covers its region', () => {
    expect(ids({ place: placeNamed('29') })).toEqual(['a']);
    expect(ids({ place: placeNamed('34') })).toEqual(['z']);
    expect(ids({ place: placeNamed('75') })).toEqual([]);
  });

  it('finds by line of trade, among what experts wrote of theirs alone', () => {
    expect(ids({ sector: 'bois' })).toEqual(['a']);
    expect(ids({ sector: 'VERRE' })).toEqual(['z']);
    expect(ids({ sector: 'économie' })).toEqual([]);
  });

  it('wants all that is asked', () => {
    expect(ids({ themeId: '2', place: placeNamed('occitanie') })).toEqual(['z']);
    expect(ids({ themeId: '2', place: placeNamed('bretagne') })).toEqual([]);
  });

  it('counts the experts of each region, those of several in each', () => {
    const counts = countsByRegion([...entries, entryOf(cardWith({ id: 'b', regions: ['Bretagne', 'Occitanie'] }))]);
    expect([counts.get('Bretagne'), counts.get('Occitanie'), counts.get('Corse'), counts.size]).toEqual([2, 2, 0, 18]);
  });

  it('names each line of trade once, however it was written', () => {
    const written = [
      'Bois',
      'bois, métal',
      'Métal / BOIS ; céramique et verre',
      'nous travaillons avec tous ceux qui fabriquent',
    ];
    expect(sectorsOf(written.map((sectors, index) => entryOf(cardWith({ id: `${index}`, sectors }))))).toEqual([
      'Bois',
      'Céramique',
      'Métal',
      'Verre',
    ]);
  });

  it('lists the themes of an expert in the order of the programme', () => {
    expect(themeLabels(zenith.subthemes, builtInThemes)).toEqual([
      'Stratégie juridique',
      'Conseil technique autour de procédés de conception et de production',
    ]);
  });
});

describe('A search in an address', () => {
  it('is read as it was written', () => {
    const search = { words: 'four à chaux', themeId: '4', subthemeId: '4.2', place: placeNamed('2A'), sector: 'bois' };
    expect(searchOf(parametersOf(search), builtInThemes)).toEqual(search);
    expect(searchOf(parametersOf({ ...search, subthemeId: null }), builtInThemes)).toEqual({
      ...search,
      subthemeId: null,
    });
    expect(parametersOf(noSearch).toString()).toBe('');
  });

  it('leaves out what does not exist', () => {
    const typed = 'thematique=99&territoire=Atlantide&mots=bois&filiere=';
    expect(searchOf(new URLSearchParams(typed), builtInThemes)).toEqual({ ...noSearch, words: 'bois' });
  });

  it('still says the region as links did before departments could be chosen', () => {
    expect(searchOf(new URLSearchParams('region=%C3%8Ele-de-France'), builtInThemes).place?.key).toBe('ile-de-france');
  });

  it('names a region by its name and a department by its number', () => {
    expect(placeNamed('provence-alpes-cote-d-azur')?.region).toBe('Provence-Alpes-Côte d’Azur');
    expect(placeNamed('29')).toMatchObject({ label: 'Finistère (29)', region: 'Bretagne' });
    expect(placeNamed('974')).toMatchObject({ key: 'la-reunion', region: 'La Réunion' });
    expect(placeNamed('')).toBeNull();
  });
});
