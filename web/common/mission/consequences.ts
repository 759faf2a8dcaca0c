import type { ActionName } from '@sur-mesure/functions/domain/missions/actions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { formatEuros } from '@sur-mesure/functions/domain/money';
import { subsidyOfFinal } from '@sur-mesure/functions/domain/subsidy/funded';
import { amendedPayment } from './typed-action.ts';

type Consequence = string | ((view: MissionView) => string);

/** What follows from an action, said before it is taken. */
const consequences: Partial<Record<ActionName, Consequence>> = {
  declareNoInterest: 'Le dossier s’ouvre à vous dès votre déclaration. L’équipe France Tiers-Lieux en est informée.',
  decline: 'La mission s’arrête ici et le dossier se referme.',
  retract: 'Votre envoi est retiré de la décision. Vous pourrez en faire un nouveau.',
  refuse: 'La mission s’arrête ici et le dossier se referme. Rien n’est débité.',
  contest: 'La mission est suspendue, et l’équipe France Tiers-Lieux vous appelle pour décider de la suite.',
  sendBackReport: 'L’expert reprend son rapport. Rien n’est réglé pour le moment.',
  confirmService: ({ share }) =>
    `Vous confirmez que la mission est faite, pour un montant final de ${formatEuros(share?.finalCents ?? 0)}.${released(share)}`,
  endEarly: 'La mission s’arrête. Le montant que vous indiquez est réglé, le reste redevient disponible.',
  withdraw: 'La mission s’arrête, et ce qui était engagé redevient disponible pour la manufacture.',
  leaveShared: 'Votre manufacture quitte la mission ; les autres la poursuivent.',
  declareConflict: 'La mission s’arrête et les dossiers se referment aussitôt.',
  standDown:
    'La mission continue avec les autres personnes de la structure. Les dossiers de cette mission se referment pour la personne choisie.',
  cancel: 'La mission s’arrête, le dossier se referme et rien n’est débité.',
  hold: 'Plus personne ne peut agir sur la mission jusqu’à sa reprise.',
  extend:
    'Ces jours s’ajoutent à l’échéance ; si elle est passée, ils comptent à partir d’aujourd’hui. Les rappels repartent du jour où vous l’accordez.',
  snoozeReminders: 'Aucun rappel ne part avant ce jour. L’échéance ne change pas.',
  arbitrate: 'La mission est close et les montants que vous indiquez sont réglés.',
  closeWithout: 'La mission est close et les montants que vous indiquez sont réglés.',
  reopen: 'La mission reprend là où elle s’était close, et ses montants sont de nouveau engagés.',
  cancelPayment: 'La facture est de nouveau à payer. La ligne du paiement reste au registre, et une autre l’annule.',
  recordUnpaid: 'L’expert lit votre explication et peut déposer la facture de nouveau, corrigée.',
  validateAmendment: (view) => {
    const paid = amendedPayment(view);
    if (paid === undefined) return '';
    const { shareCents, subsidyCents, ownCents } = paid;
    return `Votre nouvelle part est de ${formatEuros(shareCents)} : ${formatEuros(subsidyCents)} de subvention et ${formatEuros(ownCents)} à votre charge. ${(view.proposed?.explanation ?? []).join(' ')}`.trim();
  },
  refuseAmendment: 'Le devis déjà validé reste en vigueur et la mission continue.',
};

export function consequenceOf(action: ActionName, view: MissionView): string | undefined {
  const consequence = consequences[action];
  return typeof consequence === 'function' ? consequence(view) : consequence;
}

function released(share: MissionView['share']): string {
  const freeCents = share === null ? 0 : share.subsidyCents - subsidyOfFinal(share.finalCents, share);
  return freeCents > 0 ? ` Le reste de ce qui était engagé, ${formatEuros(freeCents)}, redevient disponible.` : '';
}
