import type { ProgrammeReport } from '@sur-mesure/functions/domain/imports/report';
import { controlNames, controls, type Reconciliation } from '@sur-mesure/functions/domain/imports/totals';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { counted } from '../common/words/typography.ts';

export interface ProgrammeWords {
  readonly sentence: string;
  /** Whether the next press may write, and what it leaves aside. */
  readonly next: 'write' | 'writeWithoutBad' | 'nothing' | 'totalsDiffer' | 'written';
}

/** What a file holds, in one sentence, and the one way on. A difference between totals stops it, whatever the rows. */
export function programmeWords({
  created,
  updated,
  unchanged,
  written,
  problems,
  totals,
}: ProgrammeReport): ProgrammeWords {
  const bad = new Set(problems.map(({ line }) => line)).size;
  const parts = [
    created > 0 &&
      `${counted(created, 'reprise')} ${written ? 'enregistrée' : 'à enregistrer'}${written && created > 1 ? 's' : ''}`,
    updated > 0 &&
      `${counted(updated, 'ligne')} ${written ? 'complétée' : 'à compléter'}${written && updated > 1 ? 's' : ''}`,
    unchanged > 0 && `${counted(unchanged, 'reprise')} déjà là`,
    bad > 0 && `${counted(bad, 'ligne')} ${written ? `laissée${bad > 1 ? 's' : ''} de côté` : 'en erreur'}`,
  ].filter((part) => part !== false);
  const sentence = parts.length === 0 ? 'Le fichier ne contient rien à reprendre.' : `${parts.join(', ')}.`;
  return { sentence, next: nextOf(written, totals.differences.length > 0, bad > 0, created + updated > 0) };
}

function nextOf(written: boolean, differs: boolean, bad: boolean, something: boolean): ProgrammeWords['next'] {
  if (written) return 'written';
  if (differs) return 'totalsDiffer';
  if (!something) return 'nothing';
  return bad ? 'writeWithoutBad' : 'write';
}

export interface TotalLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly changed: boolean;
}

/** The money before and after, one line a figure. */
export function totalLines({ before, after }: Pick<Reconciliation, 'before' | 'after'>): TotalLine[] {
  return controlNames.map((name) => {
    const { label, of } = controls[name];
    return {
      label: `${label.charAt(0).toUpperCase()}${label.slice(1)}`,
      before: formatEuros(of(before)),
      after: formatEuros(of(after)),
      changed: of(before) !== of(after),
    };
  });
}
