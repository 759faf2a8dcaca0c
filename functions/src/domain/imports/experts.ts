import type { Day } from '../calendar.ts';
import { type Reader, readDay, readEmail, readRegion, readSiret, upTo } from '../laureates/cells.ts';
import { fold } from '../laureates/text.ts';
import type { Region } from '../programme/territories.ts';
import type { Theme } from '../programme/theme-list.ts';
import { readLine, subthemesReader } from './cells.ts';
import type { ColumnTable } from './columns.ts';
import type { Named } from './recorded.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetKind } from './sheet.ts';

const required = (label: string, ...aliases: string[]) => ({ label, required: true, aliases });
const optional = (label: string, ...aliases: string[]) => ({ label, required: false, aliases });
const columns = {
  company: required('structure', 'entreprise', 'nom de la structure', 'expert'),
  siret: required('SIRET', 'siret de la structure'),
  contact: required('contact', 'nom du contact', 'contact nom'),
  email: required('e-mail', 'email', 'courriel', 'contact e mail'),
  phone: optional('téléphone', 'tel'),
  website: optional('site internet', 'site', 'site web'),
  subthemes: required('sous-thématiques', 'sous thematique', 'thematiques'),
  regions: required('régions', 'region'),
  skills: required('compétences', 'competence'),
  references: required('références', 'missions passees', 'reference'),
  state: required('état', 'statut'),
  declaredOn: required('absence d’intérêt déclarée le', 'declaration du', 'date de la declaration'),
  consultant1: optional('consultant 1 nom'),
  email1: optional('consultant 1 e-mail', 'consultant 1 courriel'),
  consultant2: optional('consultant 2 nom'),
  email2: optional('consultant 2 e-mail', 'consultant 2 courriel'),
  consultant3: optional('consultant 3 nom'),
  email3: optional('consultant 3 e-mail', 'consultant 3 courriel'),
  consultant4: optional('consultant 4 nom'),
  email4: optional('consultant 4 e-mail', 'consultant 4 courriel'),
} as const satisfies ColumnTable<string>;
type Column = keyof typeof columns;

/** Where a file may bring an expert, and what that opens. */
export const importedStates = {
  published: { label: 'publiée', state: 'published', published: true, mayBeCommissioned: true },
  admitted: { label: 'admise', state: 'notPublished', published: false, mayBeCommissioned: true },
  toExamine: { label: 'à examiner', state: 'submitted', published: false, mayBeCommissioned: false },
} as const;
export type ImportedState = keyof typeof importedStates;

export interface ImportedPerson {
  readonly name: string;
  readonly email: Named;
}

/** A company of experts, as one row says it. */
export interface ImportedExpert {
  readonly line: number;
  readonly company: string;
  readonly siret: Named;
  readonly contact: ImportedPerson;
  readonly phone: string;
  readonly website: string;
  readonly subthemes: readonly string[];
  readonly regions: readonly Region[];
  readonly answers: { readonly skills: string; readonly references: string };
  readonly state: ImportedState;
  /** When it declared to hold no interest: the date of the paper, never that of the import. */
  readonly declaredOn: Day;
  readonly consultants: readonly ImportedPerson[];
}

export const expertsSheet = (themes: readonly Theme[]): SheetKind<Column, ImportedExpert> => ({
  columns,
  totals: {},
  read: (reader) => {
    const company = reader.required('company', readLine);
    const siret = reader.required('siret', readSiret);
    const contact = readPerson(reader, 'contact', 'email');
    const phone = reader.optional('phone', upTo(30)) ?? '';
    const website = reader.optional('website', readWebsite) ?? '';
    const subthemes = reader.required('subthemes', subthemesReader(themes));
    const regions = reader.required('regions', readRegions);
    const skills = reader.required('skills', upTo(10_000));
    const references = reader.required('references', upTo(10_000));
    const state = reader.required('state', readState);
    const declaredOn = reader.required('declaredOn', readDay);
    const consultants = consultantColumns.flatMap(([name, email]) => {
      const person = reader.text(name) + reader.text(email) === '' ? null : readPerson(reader, name, email);
      return person ?? [];
    });
    if (!company || !siret || !contact || !subthemes || !regions || !skills || !references || !state || !declaredOn)
      return null;
    const { line } = reader.row;
    const described = { company, contact, phone, website, subthemes, regions, answers: { skills, references } };
    return { line, ...described, siret: reader.named('siret', siret), state, declaredOn, consultants };
  },
});

const consultantColumns = [
  ['consultant1', 'email1'],
  ['consultant2', 'email2'],
  ['consultant3', 'email3'],
  ['consultant4', 'email4'],
] as const satisfies readonly (readonly [Column, Column])[];

function readPerson(reader: RowReader<Column>, name: Column, email: Column): ImportedPerson | null {
  const [called, address] = [reader.required(name, readLine), reader.required(email, readEmail)];
  if (!called || !address) return null;
  return { name: called, email: { line: reader.row.line, column: reader.header(email), text: address } };
}

const readState: Reader<ImportedState> = (text) => {
  const states = ['published', 'admitted', 'toExamine'] as const;
  const value = states.find((state) => fold(importedStates[state].label) === fold(text));
  return value ? { value } : { reason: 'écrivez « publiée », « admise » ou « à examiner »' };
};

/** A list: the first region that can't be read is the one told. */
const readRegions: Reader<readonly Region[]> = (text) => {
  const found: Region[] = [];
  for (const part of text.split(/[;,|\n]/).filter((one) => one.trim() !== '')) {
    const reading = readRegion(part.trim());
    if ('reason' in reading) return { reason: `« ${part.trim()} » : ${reading.reason}` };
    found.push(reading.value);
  }
  return found.length > 0 ? { value: [...new Set(found)] } : { reason: 'donnez au moins une région' };
};

const readWebsite: Reader<string> = (text) => {
  const value = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(value) && value.length <= 300
    ? { value }
    : { reason: 'cette adresse de site n’est pas lisible : écrivez par exemple « https://atelier.fr »' };
};
