import type { Day } from '../domain/calendar.ts';
import { csvText } from '../domain/csv.ts';
import type { DirectoryEntry } from '../domain/directory/entry.ts';
import { themeLabels } from '../domain/directory/search.ts';
import { availabilityWords } from '../domain/experts/availability.ts';
import { subthemeLabel, type Theme } from '../domain/programme/theme-list.ts';
import { cardAddress } from './addresses.ts';

interface Column {
  readonly name: string;
  readonly title: string;
  readonly value: (entry: DirectoryEntry, around: Around) => string | readonly string[];
}

interface Around {
  readonly origin: string;
  /** In force. */
  readonly themes: readonly Theme[];
  readonly today: Day;
}

/** What both exports have: the card, and nothing else. */
const columns: readonly Column[] = [
  { name: 'nom', title: 'Structure', value: ({ company }) => company },
  { name: 'competences', title: 'Compétences', value: ({ skills }) => skills },
  { name: 'filieres', title: 'Filières', value: ({ sectors }) => sectors },
  { name: 'thematiques', title: 'Thématiques', value: ({ subthemes }, { themes }) => themeLabels(subthemes, themes) },
  {
    ...{ name: 'sousThematiques', title: 'Sous-thématiques' },
    value: ({ subthemes }, { themes }) => subthemes.map((id) => subthemeLabel(themes, id)),
  },
  { name: 'regions', title: 'Régions', value: ({ regions }) => regions },
  {
    ...{ name: 'disponibilite', title: 'Disponibilité' },
    value: ({ availability }, { today }) => availabilityWords(availability, today) ?? '',
  },
  { name: 'courriel', title: 'Courriel publié', value: ({ email }) => email ?? '' },
  { name: 'telephone', title: 'Téléphone publié', value: ({ phone }) => phone ?? '' },
  { name: 'site', title: 'Site', value: ({ website }) => website },
  { name: 'confirmeeLe', title: 'Fiche confirmée le', value: ({ confirmedOn }) => confirmedOn ?? '' },
  { name: 'fiche', title: 'Adresse de la fiche', value: ({ id }, { origin }) => `${origin}${cardAddress(id)}` },
];

/** As a spreadsheet opens it in France; what would run as a formula is made inert (`domain/csv.ts`). */
export function directoryCsv(entries: readonly DirectoryEntry[], around: Around): string {
  const cell = (value: string | readonly string[]) => (typeof value === 'string' ? value : value.join(' | '));
  return csvText([
    columns.map(({ title }) => title),
    ...entries.map((entry) => columns.map(({ value }) => cell(value(entry, around)))),
  ]);
}

export function directoryJson(entries: readonly DirectoryEntry[], around: Around): string {
  const experts = entries.map((entry) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(entry, around)])),
  );
  return JSON.stringify({ experts });
}
