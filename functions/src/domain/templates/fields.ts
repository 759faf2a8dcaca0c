/**
 * What a document's template may print. A field is named by its whole path, `[]` standing for « each of »: `sections[].questions[].label`. Where
 * it may be written, and how, follows from that path and its kind.
 */

interface FormatRow {
  readonly label: string;
  /** What it makes of a value. */
  readonly example: string;
}

/** What a template may call on a value: the words of `documents/formatting.ts`, which does it. */
export const formats = {
  euros: { label: 'Montant en euros', example: '3 000,00 €' },
  date: { label: 'Date en toutes lettres', example: 'mardi 4 mars 2025' },
  month: { label: 'Mois et année', example: 'mars 2025' },
  shortDate: { label: 'Date courte, pour les tableaux', example: '04/03/2025' },
  instant: { label: 'Date et heure de Paris', example: 'mardi 4 mars 2025 à 10:12' },
  list: { label: 'Liste en une phrase', example: 'Maëlle Kervadec et Ousmane Diarra' },
  plural: { label: 'Nombre et son mot, au singulier ou au pluriel', example: '2 jours' },
  fingerprint: { label: 'Empreinte, par groupes de quatre signes', example: '9f86 d081 884c…' },
  siret: { label: 'SIRET, par groupes', example: '812 345 679 00024' },
  size: { label: 'Poids d’un fichier', example: '84,3 ko' },
} as const satisfies Record<string, FormatRow>;
export type FormatName = keyof typeof formats;

export function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

interface KindRow {
  /** « C’est un montant ». */
  readonly label: string;
  /** By which of these it may be printed, the usual one first; null for as it is. None: it is never printed. */
  readonly formats: readonly (FormatName | null)[];
  /** Whether `{{#each}}` goes through it. */
  readonly repeats: boolean;
}

export const fieldKinds = {
  text: { label: 'un texte', formats: [null], repeats: false },
  number: { label: 'un nombre', formats: [null, 'plural'], repeats: false },
  cents: { label: 'un montant', formats: ['euros'], repeats: false },
  day: { label: 'une date', formats: ['date', 'shortDate', 'month'], repeats: false },
  instant: { label: 'une date et son heure', formats: ['instant', 'date', 'shortDate', 'month'], repeats: false },
  hash: { label: 'une empreinte', formats: ['fingerprint', null], repeats: false },
  siret: { label: 'un SIRET', formats: ['siret', null], repeats: false },
  bytes: { label: 'un poids de fichier', formats: ['size'], repeats: false },
  words: { label: 'une liste de mots', formats: ['list'], repeats: true },
  items: { label: 'une liste', formats: [], repeats: true },
  group: { label: 'un groupe de champs', formats: [], repeats: false },
  flag: { label: 'une condition', formats: [], repeats: false },
} as const satisfies Record<string, KindRow>;
export type FieldKind = keyof typeof fieldKinds;

export interface TemplateField {
  readonly kind: FieldKind;
  /** What it is, for who writes the template. */
  readonly label: string;
  /** As printed; empty of what is not. */
  readonly example: string;
  /** All that must be known to be there before it is named, the outermost first: printed elsewhere, some document could not be made. */
  readonly needs?: readonly string[] | undefined;
}

/** By whole path, in the order in which the page shows them. */
export type Palette = Readonly<Record<string, TemplateField>>;

const EACH = '[]';

/** The list that a field is read in, « each of » included; empty for what is written anywhere. */
export function listOf(path: string): string {
  const end = path.lastIndexOf(EACH);
  return end === -1 ? '' : path.slice(0, end + EACH.length);
}

/** A path as it is written where its list is gone through: `label`, or `this` for a word of a list of words. */
export function writtenPath(path: string): string {
  return path.slice(listOf(path).length).replace(/^\./, '') || 'this';
}

/** What the page inserts for a field. What may be missing comes with its condition. */
export function snippetOf(path: string, field: TemplateField): string {
  const written = writtenPath(path);
  const row: KindRow = fieldKinds[field.kind];
  const [format] = row.formats;
  const block = blockOf(row.repeats ? 'each' : 'if', written);
  const printed = format === undefined ? block : format === null ? `{{${written}}}` : `{{${format} ${written}}}`;
  return (field.needs ?? []).reduceRight((inside, needed) => within(writtenPath(needed), inside), printed);
}

/** A block of several lines keeps lines of its own, so that what is around leaves no blank one. */
function within(condition: string, inside: string): string {
  return inside.endsWith('\n') ? `{{#if ${condition}}}\n${inside}{{/if}}\n` : `{{#if ${condition}}}${inside}{{/if}}`;
}

function blockOf(block: 'each' | 'if', written: string): string {
  return `{{#${block} ${written}}}\n\n{{/${block}}}\n`;
}
