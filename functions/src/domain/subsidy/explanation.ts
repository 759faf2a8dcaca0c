import { type Cents, formatEuros } from '../money.ts';
import { type FundedBase, formatRate } from './funded.ts';

export interface SplitToExplain {
  readonly base: FundedBase;
  /** Whether the devis holds VAT at all: a base says nothing of one that doesn't. */
  readonly withVat: boolean;
  readonly shareCents: Cents;
  readonly fundedCents: Cents;
  readonly subsidyCents: Cents;
  readonly ownCents: Cents;
  /** Before this share is taken from it. */
  readonly remainingCents: Cents;
}

/** How a share would be paid and why, said to the laureate before it decides. */
export function explainedSplit(split: SplitToExplain): string[] {
  return [...baseSentence(split), ...remainingSentence(split), ownSentence(split)];
}

function baseSentence({ base, withVat, fundedCents }: SplitToExplain): string[] {
  if (!withVat) return [];
  switch (base.kind) {
    case 'excludingVat':
      return [
        `Votre structure récupère la TVA : la subvention porte sur le montant hors taxes, ${formatEuros(fundedCents)}.`,
      ];
    case 'coefficient':
      return [
        `Votre structure récupère ${formatRate(base.deductibleTenThousandths)} de la TVA : la subvention porte sur le reste, ${formatEuros(fundedCents)}.`,
      ];
    case 'includingVat':
      return ['Votre structure ne récupère pas la TVA : la subvention porte sur le montant toutes taxes comprises.'];
    default:
      return base satisfies never;
  }
}

function remainingSentence({ fundedCents, subsidyCents, remainingCents }: SplitToExplain): string[] {
  if (subsidyCents >= fundedCents) return [];
  const missing = formatEuros(fundedCents - subsidyCents);
  return remainingCents <= 0
    ? ['Il ne reste rien de votre subvention : la mission est suivie de la même façon.']
    : [
        `Il reste ${formatEuros(remainingCents)} de subvention : il manque ${missing} pour qu’elle paie tout ce qu’elle peut.`,
      ];
}

function ownSentence({ shareCents, fundedCents, ownCents }: SplitToExplain): string {
  if (ownCents === 0) return 'Votre subvention paie tout : rien n’est à votre charge.';
  const recovered = shareCents - fundedCents;
  return `${formatEuros(ownCents)} à votre charge${recovered > 0 ? `, dont ${formatEuros(recovered)} de TVA récupérable` : ''}.`;
}
