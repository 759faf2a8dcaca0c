/** The parts of « Statistiques », by the word in its address: one page of all of them would be ten screens of a phone. */
const figureParts = [
  { part: 'missions', label: 'Les missions' },
  { part: 'delais', label: 'Les délais' },
  { part: 'argent', label: 'L’argent' },
  { part: 'avis', label: 'Les avis' },
] as const;
export type FigurePart = (typeof figureParts)[number]['part'];

export function figurePartIn(parameters: URLSearchParams): FigurePart {
  return figureParts.find(({ part }) => part === parameters.get('partie'))?.part ?? 'missions';
}

export function figurePartLinks(open: FigurePart): { href: string; label: string; current: boolean }[] {
  return figureParts.map(({ part, label }) => ({
    href: `/equipe?${new URLSearchParams({ vue: 'statistiques', partie: part })}`,
    label,
    current: part === open,
  }));
}
