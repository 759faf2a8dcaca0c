import type { Happening } from '../people/journal.ts';
import type { TaskKind } from '../staff/tasks.ts';
import type { CheckName } from './checks.ts';
import type { LaureateActionName, LaureateStanding, RecordActionName } from './facts.ts';
import type { LaureateGuardName } from './guards.ts';
import type { LaureateStatus } from './laureate.ts';

export interface LaureateActionRow {
  /** The button. */
  readonly label: string;
  /** The line of the journal once done. */
  readonly done: Happening;
  readonly by: readonly LaureateStanding[];
  readonly from: readonly LaureateStatus[];
  readonly to: LaureateStatus | 'same';
  /** Judged on the record and on who asks, before anything is typed; absent where the status says it all. */
  readonly guards?: readonly LaureateGuardName[];
  /** Judged on what was typed. */
  readonly checks: readonly CheckName[];
  /** Whether it is done with a reason, which the journal keeps and the mails quote. */
  readonly reason: 'never' | 'always';
  /** True when it closes something to the laureate's people: the page asks to confirm in red. */
  readonly confirm: boolean;
  /** The task about this laureate that is over once it is done. */
  readonly closesTask?: TaskKind;
}

/** Not of a laureate that is another one's now: its record is history. */
const notMerged = ['active', 'suspended', 'withdrawn'] as const;
const staff = ['staff'] as const;
const member = ['member'] as const;

/** What is done to a laureate's record, by staff or by its own people, from which status, and what it needs: the only place that knows. */
export const laureateActions = {
  changeLegalEntity: {
    label: 'Changer de personne morale',
    done: 'changeLegalEntity',
    by: staff,
    from: notMerged,
    to: 'same',
    checks: ['entityNamed', 'siretWellFormed', 'siretFree', 'entityDiffers', 'dayAfterTheLast'],
    reason: 'always',
    confirm: false,
  },
  correctLegalEntity: {
    label: 'Corriger une personne morale',
    done: 'correctLegalEntity',
    by: staff,
    from: notMerged,
    to: 'same',
    checks: ['entityKnown', 'entityNamed', 'siretWellFormed', 'siretFree', 'entityDiffers', 'dayInItsPlace'],
    reason: 'always',
    confirm: false,
  },
  // Of the entity in force, for the validations to come: those of the past rest on what was frozen.
  setFundedBase: {
    label: 'Changer la base de la subvention',
    done: 'setFundedBase',
    by: staff,
    from: notMerged,
    to: 'same',
    checks: ['deductibleInPart', 'baseDiffers'],
    reason: 'always',
    confirm: false,
  },
  assignReferent: {
    label: 'Nommer la personne référente',
    done: 'assignReferent',
    by: staff,
    from: notMerged,
    to: 'same',
    checks: ['referentIsStaff', 'phoneWellFormed', 'anotherReferent'],
    reason: 'never',
    confirm: false,
  },
  suspend: {
    label: 'Suspendre le lauréat',
    done: 'suspendLaureate',
    by: staff,
    from: ['active'],
    to: 'suspended',
    checks: [],
    reason: 'always',
    confirm: true,
  },
  resume: {
    label: 'Lever la suspension',
    done: 'resumeLaureate',
    by: staff,
    from: ['suspended'],
    to: 'active',
    checks: [],
    reason: 'always',
    confirm: false,
  },
  withdrawLabel: {
    label: 'Retirer le label',
    done: 'withdrawLabel',
    by: staff,
    from: ['active', 'suspended'],
    to: 'withdrawn',
    checks: [],
    reason: 'always',
    confirm: true,
  },
  // A decision that is appealed, or taken on the wrong laureate: nothing else would give a label back, an import included.
  restoreLabel: {
    label: 'Rendre le label',
    done: 'restoreLabel',
    by: staff,
    from: ['withdrawn'],
    to: 'active',
    checks: [],
    reason: 'always',
    confirm: false,
  },
  transferEntity: {
    label: 'Réunir à un autre lauréat',
    done: 'transferEntity',
    by: staff,
    from: notMerged,
    to: 'merged',
    checks: ['intoFits', 'nameTyped'],
    reason: 'always',
    confirm: true,
  },
  // Of one that waits for its second person. Who disagrees with it leaves it; who proposed it takes it back.
  withdrawTransfer: {
    label: 'Retirer ma proposition de réunion',
    done: 'withdrawTransfer',
    by: staff,
    from: notMerged,
    to: 'same',
    guards: ['ownTransferWaits'],
    checks: [],
    reason: 'always',
    confirm: false,
    closesTask: 'transferToCheck',
  },
  openToSharing: {
    label: 'Accepter d’être proposée pour partager une mission',
    done: 'openToSharing',
    by: member,
    from: ['active'],
    to: 'same',
    checks: ['notOpenYet'],
    reason: 'never',
    confirm: false,
  },
  // Whatever its status: a consent is always taken back, and would count again the day a suspension is lifted.
  closeToSharing: {
    label: 'Ne plus être proposée au partage',
    done: 'closeToSharing',
    by: member,
    from: notMerged,
    to: 'same',
    checks: ['stillOpen'],
    reason: 'never',
    confirm: false,
  },
} as const satisfies Record<LaureateActionName, LaureateActionRow>;

/** In the order of the table, which is the order of the buttons. */
export const laureateActionNames: readonly LaureateActionName[] = Object.keys(laureateActions).filter(isAction);

/** Those of the record that staff keep, in the same order. */
export const recordActionNames: readonly RecordActionName[] = laureateActionNames.filter(isOfRecord);

function isOfRecord(name: LaureateActionName): name is RecordActionName {
  return name !== 'openToSharing' && name !== 'closeToSharing';
}

function isAction(name: string): name is LaureateActionName {
  return Object.hasOwn(laureateActions, name);
}

/** The row of an action, read as the general type. */
export function laureateRowOf(action: LaureateActionName): LaureateActionRow {
  return laureateActions[action];
}
