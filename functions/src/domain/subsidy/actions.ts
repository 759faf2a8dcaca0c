import type { Day } from '../calendar.ts';
import type { Cents } from '../money.ts';
import type { Happening } from '../people/journal.ts';
import type { AdjustmentAsked } from './adjustment.ts';
import type { SubsidyCheckName } from './checks.ts';
import type { SubsidyEffectName } from './effects.ts';
import type { SubsidyGuardName } from './guards.ts';

export interface SubsidyInputs {
  award: {
    /** The committee's decision: its reference and its day. */
    readonly decision: string;
    readonly date: Day;
    readonly ceilingCents: Cents;
    readonly amountCents: Cents;
    readonly recommendations: string;
  };
  adjust: AdjustmentAsked;
  approveAdjustment: { readonly adjustmentId: string };
  rejectAdjustment: { readonly adjustmentId: string; readonly reason: string };
  withdrawAdjustment: { readonly adjustmentId: string; readonly reason: string };
}
export type SubsidyActionName = keyof SubsidyInputs;
export type SubsidyCommand = {
  [Name in SubsidyActionName]: { readonly action: Name; readonly input: SubsidyInputs[Name] };
}[SubsidyActionName];

export interface SubsidyActionRow {
  readonly label: string;
  /** What the page says once it is done. */
  readonly done: string;
  /** Judged on facts alone: the page shows the button or says why not. */
  readonly guards: readonly SubsidyGuardName[];
  /** Judged on what was typed. */
  readonly checks: readonly SubsidyCheckName[];
  readonly effect: SubsidyEffectName;
  readonly happening: Happening;
  /** The same when it waits for a second person instead of counting at once. */
  readonly proposed?: { readonly done: string; readonly happening: Happening };
}

/** Everything staff do to a subsidy outside of missions, and what it needs: the only place that knows. */
export const subsidyActions = {
  award: {
    label: 'Enregistrer une attribution',
    done: 'L’attribution est enregistrée.',
    guards: ['ledgersHold'],
    checks: ['awardIsNew', 'withinCeiling'],
    effect: 'awards',
    happening: 'award',
  },
  adjust: {
    label: 'Corriger la subvention',
    done: 'La subvention est corrigée.',
    guards: ['ledgersHold'],
    checks: ['reasonGiven', 'adjustmentFits', 'withinCeiling', 'remainsEnough'],
    effect: 'adjustsOrProposes',
    happening: 'adjust',
    proposed: {
      done: 'La correction est proposée : elle comptera quand une autre personne de l’équipe l’aura approuvée.',
      happening: 'proposeAdjustment',
    },
  },
  approveAdjustment: {
    label: 'Approuver la correction',
    done: 'La correction est approuvée : elle compte désormais.',
    guards: ['waitsForDecision', 'decidedByAnother', 'ledgersHold'],
    // The ledger may have moved since it was proposed.
    checks: ['adjustmentFits', 'withinCeiling', 'remainsEnough'],
    effect: 'approves',
    happening: 'approveAdjustment',
  },
  rejectAdjustment: {
    label: 'Rejeter la correction',
    done: 'La correction est rejetée : rien ne change dans la subvention.',
    guards: ['waitsForDecision', 'decidedByAnother'],
    checks: ['reasonGiven'],
    effect: 'rejects',
    happening: 'rejectAdjustment',
  },
  withdrawAdjustment: {
    label: 'Retirer ma proposition',
    done: 'La proposition est retirée : rien ne change dans la subvention.',
    guards: ['waitsForDecision', 'withdrawnByAuthor'],
    checks: ['reasonGiven'],
    effect: 'withdraws',
    happening: 'withdrawAdjustment',
  },
} as const satisfies Record<SubsidyActionName, SubsidyActionRow>;
