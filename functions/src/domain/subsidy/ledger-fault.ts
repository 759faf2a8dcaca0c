import { type Refusal, refuse } from '../refusal.ts';
import { addEntry, emptyBalance, type LedgerEntry } from './ledger.ts';

/** The first thing that differs in a laureate's accounts, and where: staff, the nightly check and the repair all name it alike. */
export interface LedgerFault {
  readonly kind: LedgerFaultKind;
  /** The place in the ledger, from 1; null for what is no line of it. */
  readonly sequence: number | null;
  /** Of the line, or of the document; null when it is not there to have one. */
  readonly id: string | null;
}

/** The same of the laureate's proofs, which hang on one another as lines do; after « Preuve n° 3 (m1-validation-4) : ». They stop no decision. */
const recordFaultKinds = {
  recordUnreadable: 'ce document n’est plus une preuve lisible',
  recordMissing: 'cette preuve manque',
  recordDetached: 'elle ne suit pas la preuve précédente',
  recordChanged: 'son contenu ou son empreinte ont été changés',
  recordUnlinked: 'elle n’a pas de place parmi les preuves, alors que de plus anciennes en ont une',
  recordsHeadDiffers: 'la dernière preuve n’est pas celle que le registre désigne',
} as const satisfies Record<string, string>;

/** What each fault is called on the staff's page, after « Ligne 3 (m1.v1.commit) : ». Those of the chain and the sums stop every decision. */
export const ledgerFaultKinds = {
  unreadable: 'ce document n’est plus une ligne lisible du registre',
  lineMissing: 'cette ligne manque',
  lineDetached: 'elle ne suit pas la ligne précédente',
  lineChanged: 'son contenu ou son empreinte ont été changés',
  lineMisplaced: 'elle est rangée sous un autre nom que le sien',
  headDiffers: 'la tête du registre ne correspond pas à la dernière ligne',
  idTwice: 'une ligne du même nom existe déjà',
  remainingNegative: 'ce qui reste devient négatif',
  committedNegative: 'ce qui est engagé devient négatif',
  settledNegative: 'ce qui est réglé devient négatif',
  paidNegative: 'ce qui est payé devient négatif',
  paidAboveSettled: 'ce qui est payé dépasse ce qui est réglé',
  sumsDiffer: 'ce qui est utilisé et ce qui reste ne font pas ce qui est attribué',
  proofMissing: 'la preuve qu’elle nomme n’existe pas, ou parle d’autre chose',
  shareMissing: 'la part de cette mission n’existe pas',
  shareDiffers: 'la part de cette mission ne dit pas les mêmes montants que le registre',
  invoiceMissing: 'la facture qu’elle nomme n’existe pas, ou parle d’autre chose',
  paymentDiffers: 'la facture qu’elle nomme n’est pas notée payée de ce montant',
  paymentMissing: 'cette facture est notée payée, et le registre n’a pas la ligne de ce paiement',
  ...recordFaultKinds,
} as const satisfies Record<string, string>;
export type LedgerFaultKind = keyof typeof ledgerFaultKinds;

export const brokenLedger: Refusal = refuse(
  'ledger-broken',
  'Le registre de la subvention ne concorde pas : aucune décision n’est prise et rien n’est débité. Appelez l’équipe France Tiers-Lieux.',
);

/** « Ligne 3 (m1.v1.commit) : son contenu ou son empreinte ont été changés. » */
export function faultSentence({ kind, sequence, id }: LedgerFault): string {
  const named = id === null ? '' : ` (${id})`;
  const [place, alone] = kind in recordFaultKinds ? ['Preuve n°', 'Preuve'] : ['Ligne', 'Document'];
  const where = sequence === null ? `${alone}${named}` : `${place} ${sequence}${named}`;
  return `${where} : ${ledgerFaultKinds[kind]}.`;
}

/** Every entry keeps these true; a line that would break one is a fault of ours and must stop the commit. */
export function ledgerFault(entries: readonly LedgerEntry[]): LedgerFault | null {
  const ids = new Set<string>();
  let balance = emptyBalance;
  for (const [index, entry] of entries.entries()) {
    balance = addEntry(balance, entry);
    const { awardedCents, committedCents, settledCents, paidCents, remainingCents } = balance;
    const broken: readonly (readonly [LedgerFaultKind, boolean])[] = [
      ['idTwice', ids.has(entry.id)],
      ['remainingNegative', remainingCents < 0],
      ['committedNegative', committedCents < 0],
      ['settledNegative', settledCents < 0],
      ['paidNegative', paidCents < 0],
      ['paidAboveSettled', paidCents > settledCents],
      ['sumsDiffer', committedCents + settledCents + remainingCents !== awardedCents],
    ];
    const [kind] = broken.find(([, isBroken]) => isBroken) ?? [];
    if (kind !== undefined) return { kind, sequence: index + 1, id: entry.id };
    ids.add(entry.id);
  }
  return null;
}
