import type { CheckName } from './checks.ts';
import type { EffectName } from './effects.ts';
import type { Role } from './facts.ts';
import type { GuardName } from './guards.ts';
import type { MissionState } from './states.ts';

/** One row of the table: what must hold (`guards`: facts; `checks`: what the action carries), where it leads and what it does. */
export interface Transition {
  /** The button, and the line of the journal once done. */
  readonly label: string;
  readonly done: string;
  readonly by: readonly Role[];
  /** `start` is before the mission exists. */
  readonly from: readonly (MissionState | 'start')[];
  readonly to: Target;
  readonly guards: readonly GuardName[];
  readonly checks: readonly CheckName[];
  readonly effects: readonly EffectName[];
  /** Whether staff may do it in somebody's name: never what signs, engages or judges. */
  readonly actFor: boolean;
  /** True when it can't be undone by the same person: the page asks to confirm. */
  readonly confirm: boolean;
}

export type Target =
  | MissionState
  | 'same'
  | 'heldFrom'
  | 'closedFrom'
  /** The state that the action names: of a mission taken over alone. */
  | 'given'
  | { readonly whenAllValidated: MissionState }
  | { readonly whenAllConfirmed: MissionState }
  | { readonly alone: MissionState; readonly shared: MissionState }
  | { readonly otherwise: 'same'; readonly from: Partial<Record<MissionState, MissionState>> };

/** Of a laureate: signatory or not. */
export const anyMember = ['signatory', 'contributor'] as const;
/** A row, with the usual answers written once: not on behalf, nothing to confirm. */
export const row = <const Row extends Omit<Transition, 'actFor' | 'confirm'> & Partial<Transition>>(
  transition: Row,
) => ({
  actFor: false,
  confirm: false,
  ...transition,
});
