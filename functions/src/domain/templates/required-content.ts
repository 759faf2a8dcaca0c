/** What a document must go on saying, whatever staff write: a field it prints, or words it has. */
export interface RequiredContent {
  /** After « il manque ». */
  readonly label: string;
  /** A whole path of the palette, printed on the page. */
  readonly field?: string;
  /** Words of the template itself, whatever capitals. */
  readonly words?: string;
  /** Asked for only of documents that have this, or have it not. */
  readonly given?: string;
  readonly without?: string;
}

export const money = [
  { field: 'devis.number', label: 'le numéro du devis' },
  { field: 'devis.inclVatCents', label: 'le montant du devis toutes taxes comprises' },
] as const satisfies readonly RequiredContent[];

export const questions = [
  { field: 'sections[].questions[].label', label: 'chaque question' },
  { field: 'sections[].questions[].answer', label: 'chaque réponse' },
] as const satisfies readonly RequiredContent[];

export const summary = [
  { field: 'period.from', label: 'le premier jour' },
  { field: 'period.to', label: 'le dernier jour' },
  { field: 'awaited[].whom', label: 'qui est attendu' },
  { field: 'awaited[].rows[].what', label: 'ce qui est attendu' },
  { field: 'awaited[].rows[].who', label: 'qui cela concerne' },
  { field: 'blocked[].who', label: 'chaque mission bloquée' },
  { field: 'lateReports[].who', label: 'chaque rapport en retard' },
  { field: 'lowSubsidies[].laureate', label: 'chaque subvention presque épuisée' },
  { field: 'uncovered[].subtheme', label: 'chaque sous-thématique sans expert' },
  { field: 'themes[].label', label: 'chaque thématique' },
  { field: 'themes[].settledCents', label: 'ce qu’a réglé chaque thématique' },
  { field: 'money.rows[].label', label: 'ce qu’est chaque montant' },
  { field: 'money.rows[].afterCents', label: 'chaque montant à la fin' },
  { field: 'money.remaining.afterCents', label: 'ce qu’il reste à la fin' },
  { field: 'ended[].expert', label: 'l’expert de chaque mission achevée' },
  { field: 'ended[].finalCents', label: 'ce qu’a réglé chaque mission achevée' },
] as const satisfies readonly RequiredContent[];
