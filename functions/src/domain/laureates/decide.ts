import type { Happening } from '../people/journal.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { wholeBase } from '../subsidy/funded.ts';
import { laureateRowOf, recordActionNames } from './actions.ts';
import { checks } from './checks.ts';
import {
  type LaureateActionFacts,
  type LaureateActionName,
  type LaureateCommand,
  type RecordActionName,
  standingOf,
  type TypedEntity,
} from './facts.ts';
import { laureateGuards } from './guards.ts';
import { type Laureate, type LaureateStatus, type LegalEntity, notActive } from './laureate.ts';

/** The record as it is from now on, and its line in the journal. */
export interface LaureateOutcome {
  readonly laureate: Laureate;
  readonly done: Happening;
  readonly reason: string | null;
}

/** The whole of a decision about a laureate's record: the table's verdict, then the record. */
export function decideLaureateAction(facts: LaureateActionFacts, command: LaureateCommand): LaureateOutcome | Refusal {
  const { action } = command;
  const row = laureateRowOf(action);
  const reason = reasonOf(command);
  const refusal = whyNotLaureateAction(facts, action);
  if (refusal) return refusal;
  if (row.reason === 'always' && reason === null) return reasonMissing;
  for (const name of row.checks) {
    const wrong = checks[name](facts, command);
    if (wrong) return wrong;
  }
  const changed = changedRecord(facts, command);
  if (row.to === 'same') return { laureate: changed, done: row.done, reason };
  const standing = { since: facts.now, byName: facts.actor.name, reason: reason ?? '' };
  return { laureate: { ...changed, status: row.to, standing }, done: row.done, reason };
}

/** Why an action can't be taken, before anything is typed; null when its button is live. */
function whyNotLaureateAction(
  facts: Pick<LaureateActionFacts, 'actor' | 'laureate'>,
  action: LaureateActionName,
): Refusal | null {
  const row = laureateRowOf(action);
  const standing = standingOf(facts);
  if (!row.by.includes(standing)) return row.by.includes('staff') ? staffOnly : membersOnly;
  const { laureate } = facts;
  if (!row.from.includes(laureate.status))
    return (standing === 'member' ? notActive(laureate) : null) ?? wrongStatus[laureate.status];
  for (const name of row.guards ?? []) {
    const refusal = laureateGuards[name](facts);
    if (refusal) return refusal;
  }
  return null;
}

/** The buttons of a laureate's record. */
export function actionsOnLaureate(facts: Pick<LaureateActionFacts, 'actor' | 'laureate'>): RecordActionName[] {
  return recordActionNames.filter((action) => whyNotLaureateAction(facts, action) === null);
}

const reasonMissing = refuse(
  'reason-missing',
  'Écrivez pourquoi : la raison est gardée au journal et dite à la manufacture.',
);
const staffOnly = refuse('staff-only', 'Seule l’équipe France Tiers-Lieux peut le faire : appelez-la.');
const membersOnly = refuse(
  'members-only',
  'Seules les personnes de la manufacture en décident, depuis leur accueil. Rien n’a été changé.',
);
const wrongStatus = {
  active: refuse('wrong-status', 'Ce lauréat est actif. Rien n’a été changé : rechargez la page.'),
  suspended: refuse('wrong-status', 'Ce lauréat est suspendu. Rien n’a été changé : rechargez la page.'),
  withdrawn: refuse('wrong-status', 'Ce lauréat n’a plus le label. Rien n’a été changé : rechargez la page.'),
  merged: refuse('wrong-status', 'Ce lauréat est réuni à un autre : sa fiche ne change plus, agissez sur l’autre.'),
} as const satisfies Record<LaureateStatus, Refusal>;

function reasonOf(command: LaureateCommand): string | null {
  const reason = 'reason' in command ? command.reason.trim() : '';
  return reason === '' ? null : reason;
}

function changedRecord({ laureate, actor, now }: LaureateActionFacts, command: LaureateCommand): Laureate {
  switch (command.action) {
    case 'changeLegalEntity':
      return withEntities(laureate, [...laureate.legalEntities, entityOf(command, laureate.legalEntities.at(-1))]);
    case 'correctLegalEntity': {
      const corrected = laureate.legalEntities.map((entity, position) =>
        position === command.position ? entityOf(command, entity) : entity,
      );
      return withEntities(laureate, corrected);
    }
    case 'setFundedBase': {
      const { fundedBase } = command;
      const changed = laureate.legalEntities.map((entity, position, { length }) =>
        position === length - 1 ? { ...entity, fundedBase } : entity,
      );
      return withEntities(laureate, changed);
    }
    case 'assignReferent':
      return {
        ...laureate,
        referent: command.uid === null ? null : { uid: command.uid, phone: command.phone.trim() },
      };
    case 'transferEntity':
      return { ...laureate, mergedInto: command.intoId, takeover: null };
    case 'withdrawTransfer':
      return { ...laureate, takeover: null };
    case 'openToSharing':
      return { ...laureate, openToSharing: { at: now, byName: actor.name } };
    case 'closeToSharing':
      return { ...laureate, openToSharing: null };
    default:
      return laureate;
  }
}

/** What else is known of an entity (how the subsidy is counted) goes on with the next one, until staff say otherwise. */
function entityOf({ from, siret, name, legalForm }: TypedEntity, before: LegalEntity | undefined): LegalEntity {
  return { ...before, fundedBase: before?.fundedBase ?? wholeBase, from, siret, name: name.trim(), legalForm };
}

/** The laureate goes by the name of its entity of today. */
function withEntities(laureate: Laureate, legalEntities: readonly LegalEntity[]): Laureate {
  return { ...laureate, legalEntities, name: legalEntities.at(-1)?.name ?? laureate.name };
}
