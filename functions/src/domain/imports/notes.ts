import type { Day } from '../calendar.ts';
import { readDay } from '../laureates/cells.ts';
import type { Theme } from '../programme/theme-list.ts';
import { readLaureate, readLine, readRecommendation, readYesOrNo, subthemesReader } from './cells.ts';
import type { ColumnTable } from './columns.ts';
import type { Named } from './recorded.ts';
import type { SheetKind } from './sheet.ts';

const columns = {
  laureate: {
    label: 'lauréat',
    required: true,
    aliases: ['reference', 'reference du laureat', 'siret', 'siret du laureat', 'ref'],
  },
  subthemes: { label: 'sous-thématiques', required: true, aliases: ['sous thematique', 'thematiques'] },
  day: { label: 'remise le', required: true, aliases: ['date de remise', 'date', 'date de la note'] },
  accepted: { label: 'acceptée', required: true, aliases: ['accepte', 'note acceptee', 'validee'] },
  recommendation: {
    label: 'recommandations des formateurs',
    required: false,
    aliases: ['recommandation des formateurs', 'recommandations des experts formateurs', 'recommandations'],
  },
  pdf: { label: 'PDF de la note', required: false, aliases: ['pdf', 'fichier', 'fichier de la note'] },
} as const satisfies ColumnTable<string>;
type Column = keyof typeof columns;

/** A scoping note handed in before this service: one version, one line. */
export interface ImportedNote {
  readonly line: number;
  readonly laureate: Named;
  readonly subthemes: readonly string[];
  readonly day: Named;
  readonly on: Day;
  readonly accepted: boolean;
  /** What the trainers recommended; null when the file does not say. */
  readonly recommendation: string | null;
  /** Null when the note has no PDF here. */
  readonly pdf: Named | null;
}

export const notesSheet = (themes: readonly Theme[]): SheetKind<Column, ImportedNote> => ({
  columns,
  totals: {},
  read: (reader) => {
    const { line } = reader.row;
    const laureate = reader.required('laureate', readLaureate);
    const subthemes = reader.required('subthemes', subthemesReader(themes));
    const on = reader.required('day', readDay);
    const accepted = reader.required('accepted', readYesOrNo);
    const recommendation = reader.optional('recommendation', readRecommendation);
    const pdf = reader.optional('pdf', readLine);
    if (!laureate || !subthemes || !on || accepted === null) return null;
    return {
      ...{
        line,
        laureate: reader.named('laureate', laureate),
        subthemes,
        day: reader.named('day', reader.text('day')),
        on,
        accepted,
        recommendation,
      },
      pdf: pdf === null ? null : reader.named('pdf', pdf),
    };
  },
});
