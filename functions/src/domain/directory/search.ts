import { fold } from '../laureates/text.ts';
import { type Region, regions } from '../programme/territories.ts';
import { areSubthemes, type Theme, themeIdOf } from '../programme/theme-list.ts';
import type { DirectoryEntry } from './entry.ts';
import { type Place, placeNamed } from './places.ts';

/** What somebody looks for. `null` is « anything »; a sub-theme always comes with its theme. */
export interface Search {
  readonly words: string;
  readonly themeId: string | null;
  readonly subthemeId: string | null;
  readonly place: Place | null;
  /** As it was asked; empty for any. */
  readonly sector: string;
}

export const noSearch: Search = { words: '', themeId: null, subthemeId: null, place: null, sector: '' };

/** Longer is no search of a person's. */
const LONGEST = 100;

/** Reads the address. What is unknown (an old link, a typing mistake) is left out rather than finding nobody. */
export function searchOf(parameters: URLSearchParams, themes: readonly Theme[]): Search {
  const theme = parameters.get('thematique') ?? '';
  const subthemeId = areSubthemes(themes, [theme]) ? theme : null;
  const themeId = subthemeId === null ? theme : themeIdOf(subthemeId);
  return {
    words: (parameters.get('mots') ?? '').trim().slice(0, LONGEST).toWellFormed(),
    themeId: themes.some(({ id }) => id === themeId) ? themeId : null,
    subthemeId,
    // `region` is what addresses said before departments could be chosen.
    place: placeNamed(parameters.get('territoire') ?? parameters.get('region') ?? ''),
    sector: (parameters.get('filiere') ?? '').trim().slice(0, LONGEST).toWellFormed(),
  };
}

/** Writes the address: what `searchOf` reads, always in one order, nothing for what is not asked. */
export function parametersOf({ words, themeId, subthemeId, place, sector }: Search): URLSearchParams {
  const said = { mots: words, thematique: subthemeId ?? themeId, territoire: place?.key, filiere: sector };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) parameters.set(name, value);
  return parameters;
}

/** Those that answer all that is asked, in the order of `entries`. */
export function found(entries: readonly DirectoryEntry[], search: Search, themes: readonly Theme[]): DirectoryEntry[] {
  const words = fold(search.words).split(' ').filter(Boolean);
  const sector = fold(search.sector);
  const labels = words.length === 0 ? noLabels : foldedLabels(themes);
  return entries.filter(
    (entry) =>
      (search.place === null || entry.regions.includes(search.place.region)) &&
      (search.subthemeId === null || entry.subthemes.includes(search.subthemeId)) &&
      (search.themeId === null || entry.subthemes.some((id) => themeIdOf(id) === search.themeId)) &&
      (sector === '' || folded(entry).sectors.includes(sector)) &&
      (words.length === 0 || hasAll(`${folded(entry).text} ${labelsOf(entry, labels)}`, words)),
  );
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** What each sub-theme is called, with its theme, as words are looked for. */
type FoldedLabels = ReadonlyMap<string, string>;
const noLabels: FoldedLabels = new Map();

function foldedLabels(themes: readonly Theme[]): FoldedLabels {
  return new Map(
    themes.flatMap((theme) => theme.subthemes.map(({ id, label }) => [id, fold(`${label} ${theme.label}`)] as const)),
  );
}

function labelsOf({ subthemes }: DirectoryEntry, labels: FoldedLabels): string {
  return subthemes.map((id) => labels.get(id) ?? '').join(' ');
}

interface Folded {
  /** What words are looked for in: everything a reader of the card sees but its contact, and its themes, whose words change. */
  readonly text: string;
  readonly sectors: string;
}

/** An entry does not change: what was folded once is kept as long as the entry is. */
const foldedEntries = new WeakMap<DirectoryEntry, Folded>();

function folded(entry: DirectoryEntry): Folded {
  const known = foldedEntries.get(entry);
  if (known) return known;
  const { company, skills, regions: places, further } = entry;
  const sectors = fold(entry.sectors);
  const text = `${fold(`${company} ${skills} ${places.join(' ')}`)} ${sectors} ${further}`;
  foldedEntries.set(entry, { text, sectors });
  return { text, sectors };
}

/** How many there are in each region. */
export function countsByRegion(entries: readonly DirectoryEntry[]): ReadonlyMap<Region, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) for (const region of entry.regions) counts.set(region, (counts.get(region) ?? 0) + 1);
  return new Map(regions.map((region) => [region, counts.get(region) ?? 0]));
}

/** Experts write theirs freely, « bois, textile, métal… »: the words between commas, each once, most common first, then in order. */
export function sectorsOf(entries: readonly DirectoryEntry[]): readonly string[] {
  const known = knownSectors.get(entries) ?? named(entries);
  knownSectors.set(entries, known);
  return known;
}

/** Of a directory that does not change, once. */
const knownSectors = new WeakMap<readonly DirectoryEntry[], readonly string[]>();

function named(entries: readonly DirectoryEntry[]): string[] {
  const known = new Map<string, { label: string; count: number }>();
  for (const { sectors } of entries) {
    for (const label of sectors.split(/[,;/\n…]|\.(?:\s|$)|\bet\b/).map((one) => one.trim())) {
      const key = fold(label);
      if (key === '' || label.length > LONGEST_SECTOR) continue;
      const { count = 0, label: first = label } = known.get(key) ?? {};
      known.set(key, { label: first, count: count + 1 });
    }
  }
  return [...known.values()]
    .toSorted((one, other) => other.count - one.count)
    .slice(0, MOST_SECTORS)
    .map(({ label }) => label.charAt(0).toUpperCase() + label.slice(1))
    .toSorted((one, other) => one.localeCompare(other, 'fr'));
}

/** As many as a list of choices can hold; the others are found by words. */
const MOST_SECTORS = 60;
/** Beyond, it is a sentence. */
const LONGEST_SECTOR = 40;

/** Labels of the themes of an expert, in the order of the programme. */
export function themeLabels(own: readonly string[], themes: readonly Theme[]): string[] {
  const held = new Set(own.map(themeIdOf));
  return themes.filter(({ id }) => held.has(id)).map(({ label }) => label);
}
