import type { SignedInActor } from '../actor.ts';
import { dayOf, type Instant } from '../calendar.ts';
import { territoryKinds } from '../programme/territories.ts';
import { baseLabel, wholeBase } from '../subsidy/funded.ts';
import { emptyBalance, type LedgerEntry } from '../subsidy/ledger.ts';
import { planAward } from './award.ts';
import type { CellProblem, ImportedLaureate, ImportProblem } from './import.ts';
import { closedTo, currentSiret, type Laureate, type Member } from './laureate.ts';
import { match } from './matching.ts';
import { type FirstMember, firstMembers, memberDifferences } from './members.ts';

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
  /** By staff, who alone give the access back. */
  readonly switchedOff: boolean;
}

/** What an import is compared with. */
export interface Recorded {
  readonly laureates: readonly ExistingLaureate[];
  readonly accounts: readonly KnownAccount[];
}

/** One laureate to write: `create` all of it; for an update what the file alone says (see `fileFacts`), and its awards. */
export interface LaureateChange {
  readonly line: number;
  readonly laureate: Laureate;
  /** As it was when this was planned: an update of one that changed meanwhile is not written. Null for a new one. */
  readonly before: Laureate | null;
  /** Of a new laureate only: from then on staff and its own signatories say who is in it. */
  readonly members: readonly FirstMember[];
  /** New ones only, to append to the ledger. */
  readonly awards: readonly AwardEntry[];
  /** What changes, in French, for the summary. */
  readonly changes: readonly string[];
}

export interface ImportPlan {
  readonly create: readonly LaureateChange[];
  readonly update: readonly LaureateChange[];
  readonly unchanged: number;
  /** Rows left out of the above. */
  readonly problems: readonly ImportProblem[];
  /** What the file says otherwise and is left as it is here, in French, by row. */
  readonly left: readonly { readonly line: number; readonly about: string }[];
}

type RowPlan =
  | { readonly problem: CellProblem }
  | {
      readonly kind: 'create' | 'update' | 'unchanged';
      readonly change: LaureateChange;
      readonly left: readonly string[];
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
    left: plans.flatMap(({ row, plan }) =>
      'kind' in plan ? plan.left.map((about) => ({ line: row.line, about })) : [],
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
  const { line } = row;
  if (existing === null) {
    const laureate = created(row, context);
    const members = firstMembers(row, laureate.id, accounts, context);
    const change = { line, laureate, before: null, members, awards: award.awards, changes: award.changes };
    return { kind: 'create', change, left: award.notices };
  }
  const { laureate: before } = existing;
  const laureate = updated(before, row);
  const changes = [...renewed(before, laureate), ...award.changes];
  const change = { line, laureate, before, members: [], awards: award.awards, changes };
  const left = [...standingNotices(before), ...differences(existing, row), ...award.notices];
  return { kind: changes.length > 0 ? 'update' : 'unchanged', change, left };
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
function standingNotices({ status, name }: Laureate): readonly string[] {
  const closed = closedTo[status];
  return closed === null ? [] : [`« ${name} » ${closed} et le reste : un import n’y change rien, passez par sa fiche`];
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

/** No act of the application says these: the file is where they are corrected. A reference is given once. */
const fileFacts = [
  { label: 'référence', of: (laureate: Laureate) => laureate.reference ?? '(aucune)' },
  { label: 'promotion', of: (laureate: Laureate) => String(laureate.promotion) },
  { label: 'territoire', of: (laureate: Laureate) => territoryKinds[laureate.territory] },
  { label: 'région', of: (laureate: Laureate) => laureate.region },
  { label: 'département', of: (laureate: Laureate) => laureate.department },
] as const;

function updated(before: Laureate, row: ImportedLaureate): Laureate {
  const { promotion, territory, region, department } = row;
  return { ...before, reference: before.reference ?? row.reference, promotion, territory, region, department };
}

function renewed(before: Laureate, after: Laureate): readonly string[] {
  return fileFacts
    .filter(({ of }) => of(before) !== of(after))
    .map(({ label, of }) => `${label} : ${of(before)} → ${of(after)}`);
}

/** An act with a reason, kept in the journal, says these once the laureate is here: a file may be older than it. Null: the file says nothing. */
const recordFacts = [
  { label: 'le nom', here: (laureate: Laureate) => laureate.name, said: (row: ImportedLaureate) => row.name },
  { label: 'le SIRET', here: currentSiret, said: (row: ImportedLaureate) => row.siret },
  {
    label: 'la base de la subvention',
    here: ({ legalEntities }: Laureate) => baseLabel(legalEntities.at(-1)?.fundedBase ?? wholeBase),
    said: ({ fundedBase }: ImportedLaureate) => fundedBase && baseLabel(fundedBase),
  },
] as const;

function differences({ laureate, members }: ExistingLaureate, row: ImportedLaureate): readonly string[] {
  const facts = recordFacts.flatMap(({ label, here, said }) => {
    const [inFile, recorded] = [said(row), here(laureate)];
    return inFile === null || inFile === recorded
      ? []
      : [`${label} : le fichier dit « ${inFile} » ; ici « ${recorded} » : changez-le sur la fiche si besoin`];
  });
  return [...facts, ...memberDifferences(row, members)];
}

/** Whether staff changed the record since it was read. Its balance, its note and its word on sharing live on their own, and no import writes them. */
export function recordMoved(before: Laureate, now: Laureate): boolean {
  const facts = (laureate: Laureate) => JSON.stringify({ ...laureate, balance: null, note: null, openToSharing: null });
  return facts(before) !== facts(now);
}
