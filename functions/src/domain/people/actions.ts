import type { CheckName } from './checks.ts';
import type { PeopleCommand, Standing } from './facts.ts';
import type { GuardName } from './guards.ts';
import type { Organisation, PersonRow } from './people.ts';

export type PeopleActionName = PeopleCommand['action'];

export interface PersonActionRow {
  readonly label: string;
  /** Who may, in each kind of organisation; nobody where the action has no sense. */
  readonly by: Readonly<Record<Organisation['kind'], readonly Standing[]>>;
  /** States of the person it is about; empty when it is about nobody yet. */
  readonly from: readonly PersonRow['state'][];
  /** Judged before anything is typed: the page shows the button or not. */
  readonly guards: readonly GuardName[];
  /** Judged on what was typed. */
  readonly checks: readonly CheckName[];
  readonly reason: 'never' | 'ofOthers' | 'always';
}

const heads = { laureate: ['staff', 'signatory'], expert: ['staff', 'contact'], team: ['staff'] } as const;
const nobody = [] as const;

/** Everything one does about people, who may, and what it needs: the only place that knows. */
export const personActions = {
  invite: {
    label: 'Inviter une personne',
    by: heads,
    from: [],
    guards: [],
    checks: ['roleOfThisKind', 'named', 'observerUntil', 'addressMayJoin'],
    reason: 'never',
  },
  inviteAgain: {
    label: 'Envoyer une nouvelle invitation',
    by: heads,
    from: ['invited'],
    guards: [],
    checks: [],
    reason: 'never',
  },
  setRole: {
    label: 'Changer le rôle',
    // A member of staff who should only read is closed, then invited as an observer until a date.
    by: { ...heads, team: nobody },
    from: ['active', 'invited'],
    guards: [],
    checks: ['roleOfThisKind', 'anotherRole', 'headKept'],
    reason: 'never',
  },
  delegate: {
    label: 'Déléguer la signature',
    // Not staff: nobody gives somebody else's signature.
    by: { laureate: ['signatory'], expert: nobody, team: nobody },
    from: ['active'],
    guards: ['toAContributor'],
    checks: ['delegationDays'],
    reason: 'never',
  },
  endDelegation: {
    label: 'Mettre fin à la délégation',
    by: { laureate: ['staff', 'signatory', 'self'], expert: nobody, team: nobody },
    from: ['active', 'invited'],
    guards: ['delegated'],
    checks: [],
    reason: 'never',
  },
  close: {
    label: 'Fermer l’accès',
    by: { laureate: ['staff', 'signatory', 'self'], expert: ['staff', 'contact', 'self'], team: ['staff'] },
    from: ['active', 'invited'],
    guards: ['notLastOfTheTeam'],
    checks: ['successor'],
    reason: 'ofOthers',
  },
  reopen: {
    label: 'Rouvrir l’accès',
    by: heads,
    from: ['closed'],
    guards: ['switchedOnByStaff', 'notExpired'],
    checks: [],
    reason: 'always',
  },
  switchOff: {
    label: 'Couper le compte',
    by: { laureate: ['staff'], expert: ['staff'], team: ['staff'] },
    // Once more on who is closed: that finishes what a failure of Auth left undone.
    from: ['active', 'invited', 'closed'],
    guards: ['notOneself'],
    checks: [],
    reason: 'always',
  },
  changeEmail: {
    label: 'Changer l’adresse de courriel',
    by: { laureate: ['staff'], expert: ['staff'], team: ['staff'] },
    from: ['active', 'invited'],
    // Whoever holds a colleague's open session can't move the account to an address of its own.
    guards: ['notOneself'],
    checks: ['anotherAddress', 'addressFree'],
    reason: 'always',
  },
  correctName: {
    label: 'Corriger le nom',
    by: { laureate: ['staff'], expert: ['staff'], team: ['staff'] },
    // Who has left may ask for it too: the law gives it to whoever is named here.
    from: ['active', 'invited', 'closed'],
    // A name signs decisions and declarations: nobody chooses alone the one to sign under.
    guards: ['notOneself'],
    checks: ['nameWritten', 'anotherName'],
    reason: 'always',
  },
  flagAddress: {
    label: 'Marquer l’adresse en erreur',
    by: { laureate: ['staff'], expert: ['staff'], team: ['staff'] },
    from: ['active', 'invited'],
    guards: ['addressNotMarked'],
    checks: [],
    // What a bounce says: whoever calls the person reads it.
    reason: 'always',
  },
  clearAddressFlag: {
    label: 'L’adresse est la bonne',
    by: { laureate: ['staff', 'self'], expert: ['staff', 'self'], team: ['staff', 'self'] },
    from: ['active', 'invited'],
    guards: ['addressMarked'],
    checks: [],
    reason: 'never',
  },
  setPhone: {
    label: 'Noter le téléphone',
    by: {
      laureate: ['staff', 'signatory', 'self'],
      expert: ['staff', 'contact', 'self'],
      team: ['staff', 'self'],
    },
    from: ['active', 'invited'],
    guards: [],
    checks: ['phoneWellFormed'],
    reason: 'never',
  },
} as const satisfies Record<PeopleActionName, PersonActionRow>;

export const personActionNames = [
  'invite',
  'inviteAgain',
  'setRole',
  'delegate',
  'endDelegation',
  'close',
  'reopen',
  'switchOff',
  'changeEmail',
  'correctName',
  'flagAddress',
  'clearAddressFlag',
  'setPhone',
] as const satisfies readonly PeopleActionName[];

export function rowOf(action: PeopleActionName): PersonActionRow {
  return personActions[action];
}
