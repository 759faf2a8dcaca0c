import type { ImportReport } from '@sur-mesure/functions/domain/imports/report';
import { counted } from '../common/words/typography.ts';

export interface ImportWords {
  readonly sentence: string;
  readonly linesInError: number;
  /** How many laureates the next press would write. */
  readonly toWrite: number;
}

/** What a file holds, in one sentence, before or after it is written. */
export function importWords({ created, updated, unchanged, written, problems }: ImportReport): ImportWords {
  const linesInError = new Set(problems.map(({ line }) => line)).size;
  const done = (count: number, word: string) => (count > 1 ? `${word}s` : word);
  const parts = [
    created > 0 && `${counted(created, 'lauréat')} ${written ? done(created, 'ajouté') : 'à ajouter'}`,
    updated > 0 && `${counted(updated, 'lauréat')} ${written ? 'mis' : 'à mettre'} à jour`,
    unchanged > 0 && `${counted(unchanged, 'lauréat')} déjà à jour`,
    linesInError > 0 &&
      `${counted(linesInError, 'ligne')} ${written ? `${done(linesInError, 'laissée')} de côté` : 'en erreur'}`,
  ].filter((part) => part !== false);
  const sentence = parts.length === 0 ? 'Le fichier ne contient aucun lauréat.' : `${parts.join(', ')}.`;
  return { sentence, linesInError, toWrite: written ? 0 : created + updated };
}
