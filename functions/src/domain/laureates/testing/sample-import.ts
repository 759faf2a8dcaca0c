import { type ImportedLaureate, type LaureatesFile, readLaureates } from '../import.ts';
import type { ExistingLaureate, ImportContext, ImportPlan, Recorded } from '../plan.ts';

/** A row that has nothing wrong, under the headers of docs/import.md: tests change the one cell they are about. */
export const sampleCells = {
  référence: 'FTL-001',
  nom: 'La Fabrique du Vercors',
  SIRET: '73282932000074',
  promotion: '2',
  territoire: 'rural',
  'base de la subvention': '',
  région: 'Auvergne-Rhône-Alpes',
  département: '26',
  'signataire 1 nom': 'Zoé Martin',
  'signataire 1 e-mail': 'zoe@fabrique-vercors.example',
  'contributeur 1 nom': 'Ali Benali',
  'contributeur 1 e-mail': 'ali@fabrique-vercors.example',
  plafond: '15 000 €',
  'montant attribué': '12 500,50 €',
  décision: 'CP/2023-04',
  'date de la décision': '14/03/2023',
  recommandations: '',
} as const;
export type SampleCells = { readonly [Header in keyof typeof sampleCells]?: string };

/** Another laureate, for files of two rows. */
export const otherCells: SampleCells = {
  référence: 'FTL-002',
  nom: 'Atelier des Quais',
  SIRET: '44306184100047',
  'signataire 1 e-mail': 'lea@quais.example',
  'contributeur 1 nom': '',
  'contributeur 1 e-mail': '',
};

export function csvOf(...rows: readonly SampleCells[]): string {
  const headers = Object.keys(sampleCells);
  const lines = rows.map((row) => Object.values({ ...sampleCells, ...row }));
  return [headers, ...lines].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n');
}

export function readSample(...rows: readonly SampleCells[]): LaureatesFile {
  return readLaureates(csvOf(...rows));
}

export function sampleRow(changes: SampleCells = {}): ImportedLaureate {
  const { rows, problems } = readSample(changes);
  const [row] = rows;
  if (!row) throw new Error(`the sample row has problems: ${JSON.stringify(problems)}`);
  return row;
}

/** 22 November 2026, with ids that count. */
export function sampleContext(): ImportContext {
  let count = 0;
  const who = { by: 'staff-1', byName: 'Camille Roux' };
  return { now: Date.UTC(2026, 10, 22, 12), settingsVersion: 3, ...who, newId: () => `id-${++count}` };
}

export const nothingRecorded: Recorded = { laureates: [], accounts: [] };

/** What is recorded once a plan is written: what the store must do, on plain values. */
export function written({ laureates, accounts }: Recorded, { create, update }: ImportPlan): Recorded {
  const replaced = laureates.map((before): ExistingLaureate => {
    const change = update.find(({ laureate }) => laureate.id === before.laureate.id);
    if (!change) return before;
    return { ...before, laureate: change.laureate, awards: [...before.awards, ...change.awards] };
  });
  return { laureates: [...replaced, ...create], accounts };
}
