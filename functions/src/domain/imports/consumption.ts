import { type Day, formatDay } from '../calendar.ts';
import { readDay, readEuros } from '../laureates/cells.ts';
import { type Cents, formatEuros } from '../money.ts';
import { keyOf, readKey, readLaureate, readLine } from './cells.ts';
import type { ColumnTable } from './columns.ts';
import type { Named } from './recorded.ts';
import type { SheetKind } from './sheet.ts';

const columns = {
  laureate: {
    label: 'lauréat',
    required: true,
    aliases: ['reference', 'reference du laureat', 'siret', 'siret du laureat', 'ref'],
  },
  piece: {
    label: 'pièce',
    required: true,
    aliases: ['reference de la piece', 'facture', 'n de facture', 'reference piece'],
  },
  label: { label: 'intitulé', required: true, aliases: ['mission', 'objet', 'libelle'] },
  expert: { label: 'expert', required: true, aliases: ['nom de l expert', 'prestataire'] },
  settled: { label: 'montant réglé', required: true, aliases: ['regle', 'montant final', 'montant'] },
  paid: { label: 'montant payé', required: false, aliases: ['paye', 'deja paye'] },
  date: { label: 'date', required: true, aliases: ['date de la piece', 'date de reglement', 'date de paiement'] },
} as const satisfies ColumnTable<string>;
type Column = keyof typeof columns;

/** What a laureate had already used of its subsidy: one piece, one line. */
export interface ImportedConsumption {
  readonly line: number;
  readonly laureate: Named;
  /** One of a laureate's pieces and no other: what makes importing it twice import it once. */
  readonly piece: Named;
  readonly key: string;
  readonly label: string;
  readonly expert: string;
  readonly settledCents: Cents;
  readonly paidCents: Cents;
  readonly date: Day;
}

export const consumptionSheet: SheetKind<Column, ImportedConsumption> = {
  columns,
  totals: { settled: ({ settledCents }) => settledCents, paid: ({ paidCents }) => paidCents },
  read: (reader) => {
    const laureate = reader.required('laureate', readLaureate);
    const piece = reader.required('piece', readKey);
    const label = reader.required('label', readLine);
    const expert = reader.required('expert', readLine);
    const settledCents = reader.required('settled', readEuros);
    const paidCents = reader.optional('paid', readEuros) ?? 0;
    const date = reader.required('date', readDay);
    if (settledCents === 0) reader.refuse('settled', 'le montant réglé est nul : retirez cette ligne');
    if (settledCents !== null && paidCents > settledCents)
      reader.refuse('paid', `ce qui est payé dépasse ce qui est réglé (${formatEuros(settledCents)})`);
    if (!laureate || !piece || !label || !expert || !settledCents || !date) return null;
    return {
      ...{ line: reader.row.line, laureate: reader.named('laureate', laureate), piece: reader.named('piece', piece) },
      ...{ key: keyOf(piece), label, expert, settledCents, paidCents, date },
    };
  },
};

/** « Étude de marché, Atelier Sud, pièce F-12 du mardi 4 avril 2023 » */
export function describedPiece({ label, expert, piece, date }: ImportedConsumption): string {
  return `${label}, ${expert}, pièce ${piece.text} du ${formatDay(date)}`;
}
