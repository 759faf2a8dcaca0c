/**
 * What a running programme is taken over by, in this order: each rests on the ones before it. `first` says what must be there; `control`, whether
 * the totals of the ledgers are compared before and after.
 */
export const importKinds = {
  laureates: { label: 'Lauréats', first: 'Rien n’est nécessaire avant.', control: false },
  experts: {
    label: 'Experts',
    first: 'Importez d’abord les lauréats : un lien entre un expert et l’un d’eux est alors trouvé.',
    control: false,
  },
  notes: {
    label: 'Notes de cadrage',
    first: 'Importez d’abord les lauréats, et déposez les PDF des notes dans leur dossier.',
    control: false,
  },
  consumption: {
    label: 'Consommation déjà réglée',
    first: 'Importez d’abord les lauréats, avec ce que le comité leur a attribué.',
    control: true,
  },
  missions: {
    label: 'Missions en cours',
    first: 'Importez d’abord les lauréats, les experts, les notes de cadrage et la consommation déjà réglée.',
    control: true,
  },
} as const satisfies Record<string, { label: string; first: string; control: boolean }>;
export type ImportKind = keyof typeof importKinds;
/** Laureates have an import of their own; the others are compared with the whole programme. */
export type ProgrammeKind = Exclude<ImportKind, 'laureates'>;

export function isImportKind(text: string): text is ImportKind {
  return Object.hasOwn(importKinds, text);
}
