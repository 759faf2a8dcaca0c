interface Part {
  readonly part: string;
  readonly label: string;
  /** For those who act: an observer would be refused what it shows. */
  readonly teamOnly?: true;
}

/** The parts of a laureate's page, by the word in its address; people first, since they are whom the team calls. */
const laureateParts = [
  { part: 'personnes', label: 'Les personnes' },
  { part: 'fiche', label: 'La fiche' },
  { part: 'notes', label: 'Notes et appels', teamOnly: true },
  { part: 'courriels', label: 'Les courriels' },
  { part: 'acces', label: 'Qui lit le dossier' },
  { part: 'note', label: 'La note de cadrage' },
  { part: 'dossier', label: 'Le dossier' },
  { part: 'subvention', label: 'La subvention' },
  { part: 'demande', label: 'Demander une mission', teamOnly: true },
] as const satisfies readonly Part[];
export type LaureatePart = (typeof laureateParts)[number]['part'];

/** What the reader may open, in order. */
export function partsFor(acts: boolean): readonly { readonly part: LaureatePart; readonly label: string }[] {
  return laureateParts.filter((one) => acts || !('teamOnly' in one));
}

export function laureatePartIn(parameters: URLSearchParams): LaureatePart {
  return laureateParts.find(({ part }) => part === parameters.get('partie'))?.part ?? 'personnes';
}

export function laureateAddress(laureateId: string, part: LaureatePart = 'personnes'): string {
  const parameters = new URLSearchParams({ laureat: laureateId });
  if (part !== 'personnes') parameters.set('partie', part);
  return `/equipe?${parameters}`;
}
