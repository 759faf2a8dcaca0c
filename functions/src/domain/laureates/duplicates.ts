import type { ImportProblem } from './import.ts';
import type { Identity, RowReading } from './row.ts';
import { fold } from './text.ts';

const reasons = {
  siret: (lines: string) => `ce SIRET est aussi celui de ${lines} : un lauréat tient sur une seule ligne`,
  reference: (lines: string) => `cette référence est aussi celle de ${lines}`,
  email: (lines: string) =>
    `cette adresse est aussi celle d’un autre lauréat, ${lines} : elle donnerait à une personne les dossiers des deux`,
} as const satisfies Record<Identity['kind'], (lines: string) => string>;

/** Rows that claim the same identity: each is told of the others, since nobody but staff knows which one is right. */
export function duplicateProblems(readings: readonly RowReading[]): readonly ImportProblem[] {
  const identities = readings.flatMap((reading) => reading.identities);
  const groups = Map.groupBy(identities, ({ kind, value }) => `${kind} ${kind === 'reference' ? fold(value) : value}`);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    return group.map(({ line, column, value, kind }) => {
      const others = group.filter((other) => other.line !== line).map((other) => other.line);
      return { line, column, value, reason: reasons[kind](linesText(others)) };
    });
  });
}

function linesText(lines: readonly number[]): string {
  return lines.length === 1 ? `la ligne ${lines[0]}` : `les lignes ${lines.join(', ')}`;
}
