import { formatEuros, isCents } from '../../money.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { fundedPart, wholeBase } from '../../subsidy/funded.ts';
import { balanceOf } from '../../subsidy/ledger.ts';
import { inForce } from '../../subsidy/share.ts';
import type { Check } from '../check.ts';
import { type Facts, missionOf, own } from '../facts.ts';
import { activeParticipants } from '../mission.ts';

/** The money that a decision commits or settles. */
export const paying = {
  paysItsShare: (facts, command) =>
    command.action === 'validate' || command.action === 'recordSignedDevis'
      ? payment(command.input, facts.shares[facts.laureateId ?? '']?.shareCents ?? 0)
      : null,
  withinRemaining: (facts, command) =>
    command.action === 'validate' || command.action === 'recordSignedDevis'
      ? affordable(facts, command.input.subsidyCents, 'ce devis en demande')
      : null,
  finalsWithinValidated: (facts, command) => {
    if (!('finals' in command.input)) return null;
    const { finals } = command.input;
    const active = activeParticipants(missionOf(facts)).map(({ laureateId }) => laureateId);
    // An amount left out would be settled at zero in silence: whoever sets amounts says each of them, zero included. An expert that leaves sets none.
    const mustSay = command.action === 'submitReport' || facts.actor.kind !== 'expert';
    const open = active.filter((id) => mustSay && facts.shares[id]?.status === 'committed');
    if (!Object.keys(finals).every((id) => active.includes(id)) || !open.every((id) => finals[id] !== undefined)) {
      return refuse(
        'finals-incomplete',
        'Indiquez le montant final de chaque structure qui participe, et seulement de celles-là.',
      );
    }
    return (
      Object.entries(finals)
        .map(([id, cents]) => finalRefusal(facts, id, cents))
        .find((refusal) => refusal !== null) ?? null
    );
  },
  // An expert alone can't settle money in its own favour: what is due for work begun is for the laureate or staff to say.
  claimsNothingAlone: (facts, { input }) =>
    facts.actor.kind === 'expert' && 'finals' in input && Object.values(input.finals).some((cents) => cents > 0)
      ? refuse(
          'final-needs-agreement',
          'Vous ne pouvez pas fixer vous-même un montant en vous retirant. Pour être payé du travail fait, demandez à la structure ou à l’équipe France Tiers-Lieux d’arrêter la mission avec ce montant.',
        )
      : null,
  finalWithinOwnShare: (facts, command) => {
    if (command.action !== 'leaveShared') return null;
    const { finalCents } = command.input;
    return finalCents > 0 && missionOf(facts).state !== 'awaiting_report'
      ? refuse('final-too-early', 'La mission n’a pas commencé : rien n’est à payer. Indiquez 0 €.')
      : finalRefusal(facts, facts.laureateId ?? '', finalCents);
  },
  confirmsStatedAmount: (facts, command) =>
    command.action === 'confirmService' && command.input.finalCents !== facts.shares[facts.laureateId ?? '']?.finalCents
      ? refuse(
          'final-differs',
          'Le montant final a changé pendant votre lecture. Rien n’est confirmé : rechargez la page.',
        )
      : null,
  withinFunded: (facts, command) => {
    if (command.action !== 'validate' && command.action !== 'recordSignedDevis') return null;
    const { laureateId, submitted } = facts;
    const shareCents = facts.shares[laureateId ?? '']?.shareCents ?? 0;
    const base = own(facts)?.fundedBase ?? wholeBase;
    return funded(command.input.subsidyCents, submitted ? fundedPart(shareCents, submitted.amounts, base) : 0);
  },
  amendmentWithinFunded: (facts, command) =>
    command.action === 'validateAmendment'
      ? funded(command.input.subsidyCents, facts.shares[facts.laureateId ?? '']?.amendment?.fundedCents ?? 0)
      : null,
  paysItsAmendedShare: (facts, command) =>
    command.action === 'validateAmendment'
      ? payment(command.input, facts.shares[facts.laureateId ?? '']?.amendment?.shareCents ?? 0)
      : null,
  amendmentWithinRemaining: (facts, command) => {
    if (command.action !== 'validateAmendment') return null;
    const before = facts.shares[facts.laureateId ?? '']?.subsidyCents ?? 0;
    return affordable(facts, command.input.subsidyCents - before, 'cet avenant en ajoute');
  },
} as const satisfies Record<string, Check>;

function payment(paid: { subsidyCents: number; ownCents: number }, shareCents: number): Refusal | null {
  const valid =
    isCents(paid.subsidyCents) && isCents(paid.ownCents) && paid.subsidyCents + paid.ownCents === shareCents;
  return valid
    ? null
    : refuse(
        'payment-differs',
        'La répartition entre subvention et structure ne correspond plus au devis. Rien n’est validé : rechargez la page.',
      );
}

function funded(subsidyCents: number, fundedCents: number): Refusal | null {
  return subsidyCents <= fundedCents
    ? null
    : refuse(
        'funded-exceeded',
        `La subvention porte sur ${formatEuros(fundedCents)} de ce montant, et non ${formatEuros(subsidyCents)} : votre structure récupère la TVA, en tout ou en partie. Rien n’est validé : rechargez la page pour voir ce qui serait à votre charge.`,
      );
}

function affordable(facts: Facts, subsidyCents: number, asks: string): Refusal | null {
  const remaining = balanceOf(own(facts)?.entries ?? []).remainingCents;
  return subsidyCents <= remaining
    ? null
    : refuse(
        'subsidy-exceeded',
        `Il reste ${formatEuros(remaining)} de subvention, et ${asks} ${formatEuros(subsidyCents)}. Rien n’est validé : rechargez la page pour voir ce qui serait à votre charge.`,
      );
}

function finalRefusal(facts: Facts, laureateId: string, cents: number): Refusal | null {
  const share = facts.shares[laureateId];
  const most = share?.status === 'committed' ? inForce(share).shareCents : 0;
  if (!isCents(cents))
    return refuse(
      'amount-invalid',
      'Le montant final n’est pas valable : écrivez des euros positifs, avec deux décimales au plus.',
    );
  return cents <= most
    ? null
    : refuse('final-exceeds', `Le montant final ne peut pas dépasser le montant validé (${formatEuros(most)}).`);
}
