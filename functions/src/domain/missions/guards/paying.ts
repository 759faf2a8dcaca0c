import { type Refusal, refuse } from '../../refusal.ts';
import { type Facts, invoicesOfMission } from '../facts.ts';

/** The guards of what is invoiced and paid. */
export const payingGuards = {
  somethingToInvoice: (facts) =>
    Object.values(facts.shares).some(({ status }) => status === 'committed' || status === 'settled')
      ? null
      : refuse('nothing-to-invoice', 'Rien n’a été validé sur cette mission : il n’y a rien à facturer ici.'),
  // A laureate that left once the work had begun still pays for what was done.
  hasAPart: (facts) => {
    if (facts.actor.kind !== 'laureate') return null;
    const status = facts.shares[facts.laureateId ?? '']?.status;
    return status === 'committed' || status === 'settled'
      ? null
      : refuse('not-taking-part', 'Votre structure n’a rien validé sur cette mission.');
  },
  hasAnInvoice: (facts) =>
    invoicesOfMission(facts).some(({ laureateId }) => facts.laureateId === null || laureateId === facts.laureateId)
      ? null
      : refuse('no-invoice', 'Aucune facture n’est déposée : l’expert la dépose depuis sa page de la mission.'),
} as const satisfies Record<string, (facts: Facts) => Refusal | null>;
