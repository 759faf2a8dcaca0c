import { type Cents, formatEuros } from '@sur-mesure/functions/domain/money';
import type { SubsidyInputs } from '@sur-mesure/functions/domain/subsidy/actions';
import { type AdjustmentState, needsFourEyes } from '@sur-mesure/functions/domain/subsidy/adjustment';
import type { AdjustmentRow, SubsidyFile } from '@sur-mesure/functions/domain/subsidy/file';
import { type AdjustmentKind, adjustmentKinds } from '@sur-mesure/functions/domain/subsidy/ledger';
import type { FieldError } from '../../common/notice/Notice.tsx';
import type { PillTone } from '../../common/state-pill/StatePill.tsx';

export interface TypedAdjustment {
  readonly kind: AdjustmentKind | undefined;
  readonly sense: 'more' | 'less' | undefined;
  readonly cents: Cents | undefined;
  readonly missionId: string | undefined;
  readonly otherLaureateId: string | undefined;
  readonly reason: string;
}

export const nothingAdjusted: TypedAdjustment = {
  ...{ kind: undefined, sense: undefined, cents: undefined, missionId: undefined, otherLaureateId: undefined },
  reason: '',
};

/** What each kind is for, and what it asks besides an amount and a reason. */
export const kindWords = {
  correction: { hint: 'Une erreur de saisie, ou une décision qui change ce qui est attribué.', asks: ['sense'] },
  refund: { hint: 'L’expert rend une somme d’une mission réglée : elle revient à la subvention.', asks: ['mission'] },
  transfer: { hint: 'Une somme passe à une autre structure lauréate.', asks: ['other'] },
} as const satisfies Record<
  AdjustmentKind,
  { readonly hint: string; readonly asks: readonly ('sense' | 'mission' | 'other')[] }
>;

export const senses = [
  { value: 'more', label: 'Ajouter à la subvention' },
  { value: 'less', label: 'Retirer de la subvention' },
] as const;

export function adjustmentErrors({ kind, sense, cents, missionId, otherLaureateId, reason }: TypedAdjustment) {
  const found: FieldError[] = [];
  const miss = (fieldId: string, message: string) => found.push({ fieldId, message });
  if (kind === undefined) miss('adjust-kind', 'Choisissez ce que vous enregistrez.');
  if (kind === 'correction' && sense === undefined) miss('adjust-sense', 'Dites si le montant s’ajoute ou se retire.');
  if (kind === 'refund' && missionId === undefined) miss('adjust-mission', 'Choisissez la mission qui rend une somme.');
  if (kind === 'transfer' && otherLaureateId === undefined) miss('adjust-other', 'Choisissez la structure qui reçoit.');
  if (cents === undefined || cents === 0) miss('adjust-amount', 'Écrivez un montant en euros, au-dessus de zéro.');
  if (reason.trim() === '') miss('adjust-reason', 'Dites pourquoi en une phrase : elle reste dans le registre.');
  return found;
}

/** What is sent; undefined while something is missing. */
export function adjustmentInput(typed: TypedAdjustment): SubsidyInputs['adjust'] | undefined {
  const { kind, sense, cents, missionId, otherLaureateId, reason } = typed;
  if (kind === undefined || cents === undefined || adjustmentErrors(typed).length > 0) return undefined;
  return {
    kind,
    cents: kind === 'correction' && sense === 'less' ? -cents : cents,
    missionId: kind === 'refund' ? (missionId ?? null) : null,
    otherLaureateId: kind === 'transfer' ? (otherLaureateId ?? null) : null,
    reason: reason.trim(),
  };
}

/** Effect on what remains to this laureate: what a transfer gives away leaves it. */
function effectOfAdjustment({ kind, cents }: Pick<SubsidyInputs['adjust'], 'kind' | 'cents'>): Cents {
  return kind === 'transfer' ? -cents : cents;
}

/** « + 300,00 € », « − 200,00 € » */
export function signedEuros(cents: Cents): string {
  return `${cents < 0 ? '−' : '+'}\u00a0${formatEuros(Math.abs(cents))}`;
}

/** What follows from a correction, before it is confirmed. */
export function adjustmentFollows(
  input: SubsidyInputs['adjust'],
  { remainingCents, fourEyes }: Pick<SubsidyFile, 'remainingCents' | 'fourEyes'>,
): string[] {
  const effect = effectOfAdjustment(input);
  const left = `Il restera ${formatEuros(remainingCents + effect)} (${signedEuros(effect)}).`;
  return needsFourEyes(fourEyes, input.cents)
    ? [
        `${adjustmentKinds[input.kind]} : ${signedEuros(effect)}.`,
        'À ce montant, une autre personne de l’équipe doit l’approuver. D’ici là, rien ne change.',
        `Une fois approuvée : ${left}`,
      ]
    : [
        `${adjustmentKinds[input.kind]} : ${signedEuros(effect)}. ${left}`,
        'Une ligne du registre ne s’efface pas : une erreur se corrige par une autre ligne.',
        'L’équipe de la manufacture reçoit un courriel avec vos mots.',
      ];
}

export const stateTones = {
  proposed: 'waiting',
  approved: 'done',
  rejected: 'refused',
  withdrawn: 'ended',
} as const satisfies Record<AdjustmentState, PillTone>;

/** « Remboursement après clôture : + 300,00 € » */
export function adjustmentTitle(row: Pick<AdjustmentRow, 'kind' | 'cents' | 'otherName'>): string {
  const to = row.otherName === null ? '' : ` (${row.otherName})`;
  return `${adjustmentKinds[row.kind]}${to} : ${signedEuros(effectOfAdjustment(row))}`;
}

export const answerWords = {
  approveAdjustment: {
    label: 'Approuver',
    title: 'Approuver cette correction ?',
    tone: 'primary',
    asksReason: false,
    follows: 'Elle devient une ligne du registre, qui ne s’efface pas. L’équipe de la manufacture reçoit un courriel.',
  },
  rejectAdjustment: {
    label: 'Rejeter',
    title: 'Rejeter cette correction ?',
    tone: 'danger',
    asksReason: true,
    follows: 'La subvention ne change pas. La proposition et votre raison restent lisibles ici.',
  },
  withdrawAdjustment: {
    label: 'Retirer',
    title: 'Retirer votre proposition ?',
    tone: 'danger',
    asksReason: true,
    follows: 'La subvention ne change pas. La proposition reste lisible ici.',
  },
} as const;
export type AnswerName = keyof typeof answerWords;
export const answerNames = ['approveAdjustment', 'rejectAdjustment', 'withdrawAdjustment'] as const;

export interface TypedAward {
  readonly decision: string;
  readonly date: string;
  readonly ceilingCents: string;
  readonly amountCents: Cents | undefined;
  readonly recommendations: string;
}

export const nothingAwarded: TypedAward = {
  ...{ decision: '', date: '', ceilingCents: '', amountCents: undefined, recommendations: '' },
};

export function awardErrors({ decision, date, ceilingCents, amountCents }: TypedAward): FieldError[] {
  const found: FieldError[] = [];
  const miss = (fieldId: string, message: string) => found.push({ fieldId, message });
  if (decision.trim() === '') miss('award-decision', 'Donnez la référence de la décision du comité.');
  if (date === '') miss('award-date', 'Donnez la date de la décision.');
  if (ceilingCents === '') miss('award-ceiling', 'Choisissez le plafond de la décision.');
  if (amountCents === undefined || amountCents === 0) miss('award-amount', 'Écrivez le montant attribué, en euros.');
  else if (ceilingCents !== '' && amountCents > Number(ceilingCents))
    miss('award-amount', `Ce montant dépasse le plafond choisi (${formatEuros(Number(ceilingCents))}).`);
  return found;
}

export function awardInput(typed: TypedAward): SubsidyInputs['award'] | undefined {
  const { amountCents, ceilingCents, ...words } = typed;
  if (amountCents === undefined || awardErrors(typed).length > 0) return undefined;
  return { ...words, amountCents, ceilingCents: Number(ceilingCents) };
}
