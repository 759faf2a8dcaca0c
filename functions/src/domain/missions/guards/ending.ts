import { formatEuros } from '../../money.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { balanceOf, balanceOn } from '../../subsidy/ledger.ts';
import { type Facts, invoicesOfMission, missionOf, paidOn } from '../facts.ts';
import { activeParticipants } from '../mission.ts';

/** The guards of what changes, ends or reopens a mission under way. */
export const ending = {
  aloneOrStaff: (facts) =>
    facts.actor.kind === 'staff' || activeParticipants(missionOf(facts)).length < 2
      ? null
      : refuse(
          'shared-mission',
          'Cette mission est partagée : vous pouvez la quitter, ou demander à l’équipe France Tiers-Lieux d’y mettre fin pour tous.',
        ),
  notAlone: (facts) =>
    activeParticipants(missionOf(facts)).length > 1
      ? null
      : refuse('alone', 'Aucune autre structure ne partage cette mission : vous pouvez l’annuler ou l’arrêter.'),
  sharedMission: (facts) =>
    missionOf(facts).laureateIds.length > 1
      ? null
      : refuse(
          'not-shared',
          'Une seule structure porte cette mission : pour changer le montant, envoyez un nouveau devis.',
        ),
  // A report is answered, a dispute is decided by staff: neither is settled by stopping the mission at an amount of one's own.
  noAnswerAwaited: (facts) => {
    if (facts.actor.kind !== 'laureate') return null;
    const { state } = missionOf(facts);
    if (state === 'on_hold') {
      return refuse(
        'on-hold',
        'La mission est suspendue : l’équipe France Tiers-Lieux décide de la suite avec vous et l’expert.',
      );
    }
    return state === 'awaiting_confirmation'
      ? refuse(
          'report-awaits',
          'Le rapport attend votre réponse : confirmez le service ou renvoyez le rapport. En cas de désaccord, l’équipe France Tiers-Lieux arbitre.',
        )
      : null;
  },
  beforeValidationUnlessStaff: (facts) =>
    facts.actor.kind === 'staff' ||
    (missionOf(facts).validatedAt === null && !activeParticipants(missionOf(facts)).some(({ validated }) => validated))
      ? null
      : refuse(
          'already-validated',
          'Le devis est validé : vous ne pouvez plus annuler, mais vous pouvez arrêter la mission avant son terme.',
        ),
  validatedByAll: (facts) =>
    missionOf(facts).validatedAt !== null
      ? null
      : refuse(
          'not-validated',
          'Le devis n’est pas validé : il n’y a rien à arbitrer. Vous pouvez annuler la mission.',
        ),
  noOpenAmendment: (facts) =>
    missionOf(facts).openAmendment === null
      ? null
      : refuse(
          'amendment-open',
          'Un avenant attend une réponse : la mission continue une fois qu’il est validé ou refusé.',
        ),
  amendmentAwaitsMe: (facts) => {
    const amendment = missionOf(facts).openAmendment;
    if (amendment === null || facts.laureateId === null)
      return refuse('no-amendment', 'Aucun avenant n’attend votre réponse.');
    return amendment.validatedBy.includes(facts.laureateId)
      ? refuse('already-validated', 'Votre structure a déjà validé cet avenant.')
      : null;
  },
  // What is paid is paid, by the subsidy or by the laureate: unsettling the mission would leave a payment of nothing.
  nothingPaid: (facts) =>
    activeParticipants(missionOf(facts)).some(({ laureateId }) => isPaid(facts, laureateId))
      ? refuse(
          'already-paid',
          'Une facture de cette mission est payée : elle ne se rouvre pas. Si ce paiement est une erreur, annulez-le d’abord.',
        )
      : null,
  // Ended before its devis was validated, a mission has no amount to engage again; a new request is simpler and clearer.
  endedAfterItsStart: (facts) => {
    const { closedFrom } = missionOf(facts);
    return closedFrom === 'awaiting_report' || closedFrom === 'awaiting_confirmation'
      ? null
      : refuse(
          'nothing-to-reopen',
          'Cette mission s’est arrêtée avant que son devis soit validé par tous : il n’y a rien à rouvrir. Une nouvelle demande est nécessaire.',
        );
  },
  remainsEnoughToReopen: (facts) => {
    const active = activeParticipants(missionOf(facts)).map(({ laureateId }) => facts.shares[laureateId]);
    const short = active.find((share) => {
      const laureate = share && facts.laureates[share.laureateId];
      if (!laureate || share.status !== 'settled') return false;
      // What comes back is what the ledger holds settled: less than the final amount where VAT is recovered, or once a part was refunded.
      const { settledCents } = balanceOn(laureate.entries, facts.missionId);
      return balanceOf(laureate.entries).remainingCents < share.subsidyCents - settledCents;
    });
    return short
      ? refuse(
          'not-enough-to-reopen',
          `Il ne reste pas assez pour rouvrir : ${formatEuros(short.subsidyCents)} étaient engagés et une partie a servi depuis.`,
        )
      : null;
  },
} as const satisfies Record<string, (facts: Facts) => Refusal | null>;

function isPaid(facts: Facts, laureateId: string): boolean {
  return (
    invoicesOfMission(facts).some((invoice) => invoice.laureateId === laureateId && invoice.status === 'paid') ||
    paidOn(facts, laureateId) > 0
  );
}
