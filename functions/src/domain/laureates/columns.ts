import type { MemberRole } from '../actor.ts';
import {
  type ColumnTable,
  columnNamer,
  foldedHeader,
  type LayoutProblem,
  missingColumns,
  sayTheSame,
} from '../imports/columns.ts';
import type { CsvRow } from './csv.ts';
import { fold } from './text.ts';

/** The columns of the laureates' file: the header staff are taught, then the ones seen in their files. Compared folded, without « (…) ». */
export const columns = {
  reference: { label: 'référence', required: false, aliases: ['reference laureat', 'reference ftl', 'ref'] },
  name: {
    label: 'nom',
    required: true,
    aliases: [
      'laureat',
      'nom du laureat',
      'nom de la structure',
      'structure',
      'manufacture',
      'nom de la manufacture',
      'raison sociale',
    ],
  },
  siret: { label: 'SIRET', required: true, aliases: ['n siret', 'no siret', 'numero siret', 'numero de siret'] },
  promotion: { label: 'promotion', required: true, aliases: ['promo', 'n promotion', 'numero de promotion'] },
  territory: {
    label: 'territoire',
    required: true,
    aliases: ['type de territoire', 'nature du territoire', 'territoire prioritaire'],
  },
  region: { label: 'région', required: false, aliases: ['nom de la region'] },
  department: {
    label: 'département',
    required: true,
    aliases: ['dept', 'dpt', 'dep', 'numero de departement', 'code departement'],
  },
  fundedBase: {
    label: 'base de la subvention',
    required: false,
    aliases: [
      'base',
      'assiette',
      'assiette de la subvention',
      'base financee',
      'tva',
      'regime de tva',
      'tva recuperee',
    ],
  },
  contacts: { label: 'contacts', required: false, aliases: ['contact', 'membres', 'personnes'] },
  ceiling: {
    label: 'plafond',
    required: false,
    aliases: ['plafond de subvention', 'plafond de la subvention', 'plafond en euros'],
  },
  award: {
    label: 'montant attribué',
    required: false,
    aliases: [
      'montant',
      'montant de la subvention',
      'subvention',
      'subvention attribuee',
      'montant accorde',
      'montant attribue en euros',
    ],
  },
  decision: {
    label: 'décision',
    required: false,
    aliases: [
      'decision du comite',
      'reference de la decision',
      'reference decision',
      'n de decision',
      'decision du comite reference',
    ],
  },
  decisionDate: {
    label: 'date de la décision',
    required: false,
    aliases: ['date decision', 'date de decision', 'date du comite', 'decision du comite date'],
  },
  recommendations: {
    label: 'recommandations',
    required: false,
    aliases: ['recommandation', 'recommandations du comite', 'decision du comite recommandations'],
  },
} as const satisfies ColumnTable<string>;
export type Column = keyof typeof columns;

export type ContactPart = 'name' | 'firstName' | 'email' | 'phone' | 'person';
/** « signataire 2 e-mail »: one person in one or several columns; a bare « signataire 2 » holds « Prénom Nom <adresse> ». */
export interface ContactColumn {
  readonly role: MemberRole;
  readonly number: number;
  readonly part: ContactPart;
}

export type Meaning = { readonly column: Column } | { readonly contact: ContactColumn };

const columnNamed = columnNamer<Column>(columns);

const roleWords: readonly (readonly [RegExp, MemberRole])[] = [
  [/\bsignataires?\b/, 'signatory'],
  [/\bcontribut(eur|rice|eurs|rices)\b/, 'contributor'],
];
const partWords: readonly (readonly [RegExp, ContactPart])[] = [
  [/\b(e mail|email|mail|courriel|mel)\b/, 'email'],
  [/\b(telephone|tel|mobile|portable)\b/, 'phone'],
  [/\bprenom nom\b|\bnom prenom\b|\bprenom et nom\b|\bnom et prenom\b/, 'name'],
  [/\bprenom\b/, 'firstName'],
  [/\bnom\b/, 'name'],
];

export function roleNamed(text: string): MemberRole | null {
  return roleWords.find(([words]) => words.test(fold(text)))?.[1] ?? null;
}

/** What a header means, or null: such a column is left aside, and said to be. */
export function meaningOf(header: string): Meaning | null {
  const column = columnNamed(header);
  if (column) return { column };
  const folded = foldedHeader(header);
  const role = roleNamed(folded);
  if (!role) return null;
  const number = Number(/\d+/.exec(folded)?.[0] ?? 1);
  const part = partWords.find(([words]) => words.test(folded))?.[1] ?? 'person';
  return { contact: { role, number, part } };
}

/** Where each meaning stands in the file. */
export interface Layout {
  readonly headers: readonly string[];
  readonly places: ReadonlyMap<Column, number>;
  readonly contacts: readonly (ContactColumn & { readonly place: number })[];
  readonly unknown: readonly string[];
  readonly problems: readonly LayoutProblem[];
}

export function layoutOf(header: CsvRow): Layout {
  const places = new Map<Column, number>();
  const contacts: (ContactColumn & { place: number })[] = [];
  const unknown: string[] = [];
  const problems: LayoutProblem[] = [];
  const seen = new Set<string>();
  for (const [place, text] of header.cells.entries()) {
    if (text.trim() === '') continue;
    const meaning = meaningOf(text);
    if (!meaning) {
      unknown.push(text.trim());
      continue;
    }
    const key = JSON.stringify(meaning);
    if (seen.has(key)) problems.push({ column: text.trim(), reason: sayTheSame });
    seen.add(key);
    if ('column' in meaning) places.set(meaning.column, place);
    else contacts.push({ ...meaning.contact, place });
  }
  problems.push(...missingColumns<Column>(columns, places));
  if (contacts.every(({ role }) => role !== 'signatory') && !places.has('contacts'))
    problems.push({
      column: 'signataire 1 e-mail',
      reason: 'il manque les colonnes d’un signataire : son nom et son e-mail',
    });
  return { headers: header.cells.map((cell) => cell.trim()), places, contacts, unknown, problems };
}
