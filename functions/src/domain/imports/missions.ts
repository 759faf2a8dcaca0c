import type { Day } from '../calendar.ts';
import { readDay, readEuros } from '../laureates/cells.ts';
import type { TakenOverDevis } from '../missions/actions.ts';
import { needsOf, type TakenOverPiece, type TakenOverState } from '../missions/taken-over.ts';
import type { Cents } from '../money.ts';
import type { Theme } from '../programme/theme-list.ts';
import { keyOf, readExpert, readKey, readLaureate, readLine, readNeed, readState, subthemesReader } from './cells.ts';
import type { ColumnTable } from './columns.ts';
import type { Named } from './recorded.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetKind } from './sheet.ts';

const optional = (label: string, ...aliases: string[]) => ({ label, required: false, aliases });
const columns = {
  mission: {
    label: 'mission',
    required: true,
    aliases: ['reference de la mission', 'n de mission', 'reference mission'],
  },
  laureate: { label: 'lauréat', required: true, aliases: ['reference du laureat', 'siret du laureat'] },
  expert: { label: 'expert', required: true, aliases: ['siret de l expert', 'e mail de l expert', 'expert siret'] },
  need: { label: 'besoin', required: true, aliases: ['objet', 'intitule', 'description'] },
  subthemes: { label: 'sous-thématiques', required: true, aliases: ['sous thematique', 'thematiques'] },
  state: { label: 'état', required: true, aliases: ['etat de la mission', 'statut', 'avancement'] },
  askedOn: { label: 'demandée le', required: true, aliases: ['date de demande', 'date de la demande'] },
  share: optional('part du lauréat', 'part', 'montant'),
  subsidy: optional('subvention validée', 'part de subvention', 'subvention'),
  final: optional('montant final', 'final'),
  devisNumber: optional('numéro du devis', 'n du devis', 'n de devis', 'devis'),
  handedInOn: optional('devis remis le', 'date du devis'),
  validUntil: optional('devis valable jusqu’au', 'validite du devis', 'validite'),
  plannedStart: optional('début prévu', 'debut'),
  plannedEnd: optional('fin prévue', 'fin'),
  excludingVat: optional('montant HT', 'devis ht', 'total ht'),
  includingVat: optional('montant TTC', 'devis ttc', 'total ttc'),
  validatedOn: optional('validée le', 'date de validation'),
  validatedBy: optional('validée par', 'signataire du devis'),
  reportedOn: optional('rapport remis le', 'date du rapport'),
  diagnosticPdf: optional('PDF du diagnostic', 'fichier du diagnostic'),
  devisPdf: optional('PDF du devis', 'fichier du devis'),
  reportPdf: optional('PDF du rapport', 'fichier du rapport'),
} as const satisfies ColumnTable<string>;
type Column = keyof typeof columns;

/** A mission as one row says it; shared, it has a row a laureate, and the first says what is common. */
export interface ImportedMission {
  readonly line: number;
  readonly mission: Named;
  readonly key: string;
  readonly laureate: Named;
  readonly expert: Named;
  readonly need: string;
  readonly subthemes: readonly string[];
  readonly state: TakenOverState;
  readonly askedOn: Day;
  readonly shareCents: Cents;
  readonly subsidyCents: Cents;
  readonly finalCents: Cents | null;
  readonly devis: TakenOverDevis | null;
  readonly validated: { readonly on: Day; readonly by: string } | null;
  readonly reportedOn: Day | null;
  readonly pdfs: readonly (Named & { readonly piece: TakenOverPiece })[];
}

export const missionsSheet = (themes: readonly Theme[]): SheetKind<Column, ImportedMission> => ({
  columns,
  totals: {
    share: ({ shareCents }) => shareCents,
    subsidy: ({ subsidyCents }) => subsidyCents,
    final: ({ finalCents }) => finalCents ?? 0,
  },
  together: 'mission',
  read: (reader) => {
    const mission = reader.required('mission', readKey);
    const laureate = reader.required('laureate', readLaureate);
    const expert = reader.required('expert', readExpert);
    const need = reader.required('need', readNeed);
    const subthemes = reader.required('subthemes', subthemesReader(themes));
    const state = reader.required('state', readState);
    const askedOn = reader.required('askedOn', readDay);
    const amounts = readShare(reader, state);
    const devis = readDevis(reader, state);
    const validated = readValidation(reader, state);
    const reportedOn = reader.optional('reportedOn', readDay);
    if (!mission || !laureate || !expert || !need || !subthemes || !state || !askedOn) return null;
    return {
      ...{ line: reader.row.line, mission: reader.named('mission', mission), key: keyOf(mission) },
      ...{ laureate: reader.named('laureate', laureate), expert: reader.named('expert', expert) },
      ...{ need, subthemes, state, askedOn, devis, validated, reportedOn, ...amounts },
      pdfs: pdfColumns.flatMap(([piece, column]) => {
        const text = reader.optional(column, readLine);
        return text === null ? [] : [{ ...reader.named(column, text), piece }];
      }),
    };
  },
});

const pdfColumns = [
  ['diagnostic', 'diagnosticPdf'],
  ['devis', 'devisPdf'],
  ['report', 'reportPdf'],
] as const satisfies readonly (readonly [TakenOverPiece, Column])[];

function readShare(reader: RowReader<Column>, state: TakenOverState | null) {
  const read = state !== null && needsOf(state).devis ? reader.required.bind(reader) : reader.optional.bind(reader);
  const shareCents = read('share', readEuros) ?? 0;
  const needsSubsidy = state !== null && needsOf(state).validated;
  const subsidyCents =
    (needsSubsidy ? reader.required('subsidy', readEuros) : reader.optional('subsidy', readEuros)) ?? 0;
  const needsFinal = state !== null && needsOf(state).finals;
  const finalCents = needsFinal ? reader.required('final', readEuros) : reader.optional('final', readEuros);
  if (subsidyCents > shareCents) reader.refuse('subsidy', 'la subvention validée dépasse la part du lauréat');
  if ((finalCents ?? 0) > shareCents) reader.refuse('final', 'le montant final dépasse la part du lauréat');
  return { shareCents, subsidyCents, finalCents };
}

/** All of the devis where the state needs one; nothing is asked of it before. */
function readDevis(reader: RowReader<Column>, state: TakenOverState | null): TakenOverDevis | null {
  if (state === null || !needsOf(state).devis) return null;
  const number = reader.required('devisNumber', readLine);
  const validUntil = reader.required('validUntil', readDay);
  const plannedStart = reader.required('plannedStart', readDay);
  const plannedEnd = reader.required('plannedEnd', readDay);
  const excludingVatCents = reader.required('excludingVat', readEuros);
  const includingVatCents = reader.required('includingVat', readEuros);
  const handedInOn = reader.optional('handedInOn', readDay) ?? reader.optional('askedOn', readDay);
  if (plannedStart && plannedEnd && plannedEnd < plannedStart)
    reader.refuse('plannedEnd', 'la mission finirait avant de commencer : vérifiez les deux dates');
  if (excludingVatCents !== null && includingVatCents !== null && includingVatCents < excludingVatCents)
    reader.refuse('includingVat', 'le montant TTC est inférieur au montant HT');
  if (!number || !validUntil || !plannedStart || !plannedEnd || !handedInOn) return null;
  if (excludingVatCents === null || includingVatCents === null) return null;
  const vatCents = includingVatCents - excludingVatCents;
  // A file has no detail of rates: none is claimed.
  const vat = vatCents === 0 ? ({ kind: 'none' } as const) : ({ kind: 'rates', rates: [] } as const);
  const amounts = { excludingVatCents, vatCents, includingVatCents, vat, lines: [] };
  return { number, handedInOn, validUntil, plannedStart, plannedEnd, amounts };
}

function readValidation(reader: RowReader<Column>, state: TakenOverState | null): ImportedMission['validated'] {
  if (state === null || !needsOf(state).validated) return null;
  const on = reader.required('validatedOn', readDay);
  const by = reader.required('validatedBy', readLine);
  return on && by ? { on, by } : null;
}
