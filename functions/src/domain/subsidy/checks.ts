import { formatEuros, LARGEST_CENTS } from '../money.ts';
import { reasonRefusal } from '../reason.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { SubsidyCommand } from './actions.ts';
import type { AdjustmentAsked } from './adjustment.ts';
import { ceilingOf, grantedCents } from './ceiling.ts';
import { adjustmentLines, awardPlan } from './effects.ts';
import { adjustmentAsked, type SubsidyFacts } from './facts.ts';
import { type AdjustmentKind, balanceOf, balanceOn } from './ledger.ts';

/** Checks judge what an action carries, against the facts. Each answers null or the refusal in French. */
export const subsidyChecks = {
  reasonGiven: (_facts, { input }) =>
    reasonRefusal(
      'reason' in input ? input.reason.trim() : '',
      'Dites pourquoi en une phrase : elle est gardée avec la décision.',
    ),

  awardIsNew: (facts, command) => {
    if (command.action !== 'award') return null;
    const { decision, amountCents, ceilingCents } = command.input;
    if (decision.trim() === '') return refuse('decision-missing', 'Donnez la référence de la décision du comité.');
    if (!facts.settings.ceilings.includes(ceilingCents))
      return refuse('ceiling-unknown', 'Ce plafond n’est pas un de ceux du programme. Rien n’est enregistré.');
    if (!Number.isSafeInteger(amountCents) || amountCents <= 0 || amountCents > ceilingCents)
      return refuse(
        'amount-invalid',
        `Le montant attribué est au-dessus de 0 € et ne dépasse pas le plafond (${formatEuros(ceilingCents)}). Rien n’est enregistré.`,
      );
    const plan = awardPlan(facts, command.input);
    if ('problem' in plan) return refuse('award-refused', `Rien n’est enregistré : ${plan.problem.reason}.`);
    return plan.awards.length === 0
      ? refuse('award-known', 'Cette décision est déjà au registre, avec le même montant. Rien n’a été changé.')
      : null;
  },

  adjustmentFits: (facts, command) => {
    const asked = adjustmentAsked(facts, command);
    if (asked === null) return null;
    if (!Number.isSafeInteger(asked.cents) || asked.cents === 0 || Math.abs(asked.cents) > LARGEST_CENTS)
      return refuse('amount-invalid', 'Écrivez un montant en euros, différent de zéro. Rien n’a été changé.');
    return fits[asked.kind](facts, asked);
  },

  /** Nothing that is engaged, settled or paid may lose its money; asked of both laureates of a transfer. */
  remainsEnough: (facts, command) => {
    const asked = adjustmentAsked(facts, command);
    if (asked === null) return null;
    for (const { subject, entry } of adjustmentLines(facts, asked)) {
      const { remainingCents } = balanceOf(subject.entries);
      if (remainingCents + entry.cents < 0)
        return refuse(
          'adjust-exceeds',
          `Il reste ${formatEuros(remainingCents)} de subvention : la correction en enlèverait ${formatEuros(-entry.cents)}. Rien n’a été changé.`,
        );
    }
    return null;
  },

  /** « selon les plafonds suivants : 10 000 €, 15 000 € ou 20 000 € »: what is given more by a correction stays under the one of the decision. */
  withinCeiling: (facts, command) => {
    const { entries } = facts.subject;
    const added = addedByStaff(facts, command);
    const ceilingCents =
      command.action === 'award' ? command.input.ceilingCents : ceilingOf(entries, facts.settings.ceilings);
    const granted = grantedCents(entries) + added;
    return added <= 0 || granted <= ceilingCents
      ? null
      : refuse(
          'ceiling-exceeded',
          `Avec les décisions et les corrections déjà au registre, ${formatEuros(granted)} seraient attribués, au-delà du plafond de ${formatEuros(ceilingCents)}. Rien n’a été changé : réduisez ce montant, ou enregistrez une décision du comité qui relève le plafond.`,
        );
  },
} as const satisfies Record<string, (facts: SubsidyFacts, command: SubsidyCommand) => Refusal | null>;
export type SubsidyCheckName = keyof typeof subsidyChecks;

/** What the committee, or a correction of what it gave, adds; a refund and a transfer give nothing new. */
function addedByStaff(facts: SubsidyFacts, command: SubsidyCommand): number {
  if (command.action === 'award') return command.input.amountCents;
  const asked = adjustmentAsked(facts, command);
  return asked?.kind === 'correction' && asked.missionId === null ? asked.cents : 0;
}

const misplaced = refuse(
  'adjustment-misplaced',
  'Cette correction ne dit pas sur quoi elle porte, ou dit trop de choses. Rechargez la page et recommencez.',
);

/** What each kind must say of the mission or of the other laureate. */
const fits: Record<AdjustmentKind, (facts: SubsidyFacts, asked: AdjustmentAsked) => Refusal | null> = {
  correction: ({ subject }, asked) => {
    if (asked.otherLaureateId !== null) return misplaced;
    return asked.missionId === null ? null : settledEnough(subject, asked);
  },
  refund: ({ subject }, asked) => {
    if (asked.missionId === null || asked.otherLaureateId !== null) return misplaced;
    return asked.cents > 0
      ? settledEnough(subject, asked)
      : refuse('amount-invalid', 'Un remboursement revient à la subvention : écrivez un montant positif.');
  },
  transfer: ({ subject, other }, { missionId, otherLaureateId, cents }) => {
    if (missionId !== null || otherLaureateId === null) return misplaced;
    if (other === null || other.laureate.id === subject.laureate.id)
      return refuse('laureate-unknown', 'Choisissez une autre structure lauréate, qui reçoit le montant.');
    if (other.laureate.status === 'merged')
      return refuse(
        'laureate-merged',
        'Cette structure est réunie à une autre, qui a repris sa subvention : rien n’a été changé. Choisissez celle qui l’a reprise.',
      );
    return cents > 0 ? null : refuse('amount-invalid', 'Écrivez le montant à transférer, positif.');
  },
};

/** A mission gives back what it settled at most, and only a mission that settled something is corrected. */
function settledEnough({ entries }: SubsidyFacts['subject'], { missionId, cents }: AdjustmentAsked): Refusal | null {
  const { settledCents } = balanceOn(entries, missionId ?? '');
  if (settledCents <= 0)
    return refuse('nothing-settled', 'Rien n’est réglé pour cette mission sur cette subvention : rien à corriger.');
  return cents <= settledCents
    ? null
    : refuse(
        'refund-exceeds',
        `${formatEuros(settledCents)} sont réglés pour cette mission : elle ne peut pas rendre davantage. Rien n’a été changé.`,
      );
}
