import type { SignedInActor } from '../actor.ts';
import { dayOf, type Instant } from '../calendar.ts';
import { territoryKinds } from '../programme/territories.ts';
import { baseLabel, type FundedBase, wholeBase } from '../subsidy/funded.ts';
import { emptyBalance, type LedgerEntry } from '../subsidy/ledger.ts';
import { planAward } from './award.ts';
import type { CellProblem, ImportedLaureate, ImportProblem } from './import.ts';
import { closedTo, currentSiret, type Laureate, type Member } from './laureate.ts';
import { match } from './matching.ts';
import { planMembers } from './members.ts';

export type AwardEntry = Extract<LedgerEntry, { type: 'award' }>;

/** What is recorded of one laureate, as far as an import looks at it: every member, every award of its ledger. */
export interface ExistingLaureate {
  readonly laureate: Laureate;
  readonly members: readonly Member[];
  readonly awards: readonly AwardEntry[];
}

export interface ImportContext {
  readonly now: Instant;
  readonly settingsVersion: number;
  /** The uid and the name of who imports, kept in each award. */
  readonly by: string;
  readonly byName: string;
  /** A fresh document id, and a fresh uid for a person nobody knows yet. */
  readonly newId: () => string;
}

/** Who can already sign in, experts and staff included. `email` is in lower case. */
export interface KnownAccount {
  readonly uid: string;
  readonly email: string;
  readonly kind: Exclude<SignedInActor['kind'], 'system'>;
}

/** What an import is compared with. */
export interface Recorded {
  readonly laureates: readonly ExistingLaureate[];
  readonly accounts: readonly KnownAccount[];
}

/** One laureate to write, whole: `create` all of it, or for an update replace the laureate and write the listed members and awards. */
export interface LaureateChange {
  readonly line: number;
  readonly laureate: Laureate;
  /** New or changed ones only; nobody is ever removed by an import. */
  readonly members: readonly Member[];
  /** New ones only, to append to the ledger. */
  readonly awards: readonly AwardEntry[];
  /** What changes, in French, for the summary. */
  readonly changes: readonly string[];
}

/** What staff should know of a row that is imported all the same. */
export interface ImportNotice {
  readonly line: number;
  readonly message: string;
}

export interface ImportPlan {
  readonly create: readonly LaureateChange[];
  readonly update: readonly LaureateChange[];
  readonly unchanged: number;
  /** Rows left out of the above. */
  readonly problems: readonly ImportProblem[];
  readonly notices: readonly ImportNotice[];
}

type RowPlan =
  | { readonly problem: CellProblem }
  | {
      readonly kind: 'create' | 'update' | 'unchanged';
      readonly change: LaureateChange;
      readonly notices: readonly string[];
    };

/** Decides what an import writes. Writes nothing; planning again once the plan is written finds everything unchanged. */
export function planImport(rows: readonly ImportedLaureate[], recorded: Recorded, context: ImportContext): ImportPlan {
  const lines = new Map<ExistingLaureate, number>();
  const plans = rows.map((row) => {
    const found = match(row, recorded);
    if ('problem' in found) return { row, plan: found };
    const sameAs = found.existing ? lines.get(found.existing) : undefined;
    if (found.existing) lines.set(found.existing, row.line);
    return { row, plan: sameAs ? twice(row, sameAs) : planRow(row, found.existing, recorded.accounts, context) };
  });
  const changesOf = (kind: 'create' | 'update' | 'unchanged') =>
    plans.flatMap(({ plan }) => ('kind' in plan && plan.kind === kind ? [plan.change] : []));
  return {
    create: changesOf('create'),
    update: changesOf('update'),
    unchanged: changesOf('unchanged').length,
    problems: plans.flatMap(({ row, plan }) => ('problem' in plan ? [{ line: row.line, ...plan.problem }] : [])),
    notices: plans.flatMap(({ row, plan }) =>
      'kind' in plan ? plan.notices.map((message) => ({ line: row.line, message })) : [],
    ),
  };
}

function twice({ siret }: ImportedLaureate, line: number): RowPlan {
  const reason = `cette ligne parle du même lauréat que la ligne ${line} : un lauréat tient sur une seule ligne`;
  return { problem: { column: 'SIRET', value: siret, reason } };
}

function planRow(
  row: ImportedLaureate,
  existing: ExistingLaureate | null,
  accounts: readonly KnownAccount[],
  context: ImportContext,
): RowPlan {
  if (existing?.laureate.status === 'merged') return { problem: mergedAlready(row) };
  const award = planAward(row.award, existing, context);
  if ('problem' in award) return award;
  const laureate = existing ? updated(existing.laureate, row, context) : created(row, context);
  const people = planMembers(row, laureate.id, { members: existing?.members ?? [], accounts }, context);
  const renewed = existing ? differences(existing.laureate, laureate) : [];
  const changes = [...renewed, ...people.changes, ...award.changes];
  const kind = existing === null ? 'create' : changes.length > 0 ? 'update' : 'unchanged';
  const change = { line: row.line, laureate, members: people.members, awards: award.awards, changes };
  return { kind, change, notices: [...standingNotices(existing), ...people.notices, ...award.notices] };
}

/** Its people, its missions and what remains are another's now: a row about it is a row of an old file. */
function mergedAlready({ siret }: ImportedLaureate): CellProblem {
  return {
    column: 'SIRET',
    value: siret,
    reason: 'ce lauréat est réuni à un autre, qui a repris sa subvention : retirez la ligne',
  };
}

/** An import says who is in the file, never who is in the programme: only an act with a reason gives a label back. */
function standingNotices(existing: ExistingLaureate | null): readonly string[] {
  const closed = existing === null ? null : closedTo[existing.laureate.status];
  return closed === null
    ? []
    : [`« ${existing?.laureate.name} » ${closed} et le reste : un import n’y change rien, passez par sa fiche`];
}

function created(row: ImportedLaureate, context: ImportContext): Laureate {
  const { reference, name, siret, promotion, territory, region, department } = row;
  return {
    id: context.newId(),
    status: 'active',
    legalEntities: [{ from: dayOf(context.now), siret, name, fundedBase: row.fundedBase ?? wholeBase }],
    note: null,
    openToSharing: null,
    // The ledger's trigger sums it as soon as the award is written.
    balance: emptyBalance,
    ...{ reference, name, promotion, territory, region, department },
  };
}

/** A new SIRET or a new name is a new dated legal entity: documents already made keep saying what was true. */
function updated(before: Laureate, row: ImportedLaureate, context: ImportContext): Laureate {
  const { name, siret, promotion, territory, region, department } = row;
  const sameEntity = currentSiret(before) === siret && before.name === name;
  const fundedBase = row.fundedBase ?? currentBase(before);
  const entity = { ...before.legalEntities.at(-1), from: dayOf(context.now), siret, name, fundedBase };
  return {
    ...before,
    reference: before.reference ?? row.reference,
    legalEntities: sameEntity ? withBase(before.legalEntities, fundedBase) : [...before.legalEntities, entity],
    ...{ name, promotion, territory, region, department },
  };
}

/** A base that changes is corrected in place: shares already validated keep the one they were frozen with. */
function withBase(entities: Laureate['legalEntities'], fundedBase: FundedBase): Laureate['legalEntities'] {
  return entities.map((entity, index) => (index === entities.length - 1 ? { ...entity, fundedBase } : entity));
}

function currentBase({ legalEntities }: Laureate): FundedBase {
  return legalEntities.at(-1)?.fundedBase ?? wholeBase;
}

const comparedFields = [
  { label: 'référence', of: (laureate: Laureate) => laureate.reference ?? '(aucune)' },
  { label: 'nom', of: (laureate: Laureate) => laureate.name },
  { label: 'SIRET', of: currentSiret },
  { label: 'base de la subvention', of: (laureate: Laureate) => baseLabel(currentBase(laureate)) },
  { label: 'promotion', of: (laureate: Laureate) => String(laureate.promotion) },
  { label: 'territoire', of: (laureate: Laureate) => territoryKinds[laureate.territory] },
  { label: 'région', of: (laureate: Laureate) => laureate.region },
  { label: 'département', of: (laureate: Laureate) => laureate.department },
] as const;

function differences(before: Laureate, after: Laureate): readonly string[] {
  return comparedFields
    .filter(({ of }) => of(before) !== of(after))
    .map(({ label, of }) => `${label} : ${of(before)} → ${of(after)}`);
}
