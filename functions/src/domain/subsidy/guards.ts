import { type Refusal, refuse } from '../refusal.ts';
import type { SubsidyFacts } from './facts.ts';
import { brokenLedger } from './ledger-fault.ts';

/** Guards judge facts alone, so that the page asks them before anything is typed. Each answers null or the refusal in French. */
export const subsidyGuards = {
  ledgersHold: ({ subject, other }) =>
    subject.ledgerHolds && (other === null || other.ledgerHolds) ? null : brokenLedger,

  waitsForDecision: ({ adjustment }) => {
    if (adjustment === null) return refuse('adjustment-unknown', 'Cette correction n’existe pas. Rechargez la page.');
    return adjustment.state === 'proposed'
      ? null
      : refuse(
          'adjustment-decided',
          'Cette correction a déjà reçu une réponse. Rien d’autre n’a été changé : rechargez la page pour la lire.',
        );
  },

  // A person who leaves FTL can't withdraw what it proposed: anybody else rejects it.
  decidedByAnother: ({ adjustment, actor }) =>
    adjustment?.proposedBy.uid === actor.uid
      ? refuse(
          'four-eyes',
          'Vous avez proposé cette correction : une autre personne de l’équipe doit l’approuver ou la rejeter. Vous pouvez la retirer.',
        )
      : null,

  withdrawnByAuthor: ({ adjustment, actor }) =>
    adjustment?.proposedBy.uid === actor.uid
      ? null
      : refuse(
          'not-your-adjustment',
          'Une autre personne a proposé cette correction : vous pouvez l’approuver ou la rejeter.',
        ),
} as const satisfies Record<string, (facts: SubsidyFacts) => Refusal | null>;
export type SubsidyGuardName = keyof typeof subsidyGuards;
