import { type Refusal, refuse } from '../refusal.ts';
import type { LaureateActionFacts } from './facts.ts';

/** Guards judge the record and who asks, so that the page shows a button only where it is live. Each answers null or the refusal in French. */
export const laureateGuards = {
  ownTransferWaits: ({ actor, laureate: { takeover } }) => {
    if (!takeover)
      return refuse('no-proposal', 'Aucune réunion n’attend de réponse pour ce lauréat. Rien n’a été changé.');
    if (takeover.byUid !== actor.uid)
      return refuse(
        'not-your-proposal',
        `${takeover.byName} a proposé cette réunion : vous pouvez la confirmer, ou lui demander de la retirer.`,
      );
    return takeover.startedAt === undefined
      ? null
      : refuse(
          'transfer-started',
          'Cette réunion est confirmée et en partie faite : elle ne se retire plus. Une autre personne de l’équipe la termine.',
        );
  },
} as const satisfies Record<string, (facts: Pick<LaureateActionFacts, 'actor' | 'laureate'>) => Refusal | null>;
export type LaureateGuardName = keyof typeof laureateGuards;
