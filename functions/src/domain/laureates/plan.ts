import { dayOf, type Instant } from '../calendar.ts';
import { territoryKinds } from '../programme/territories.ts';
import { emptyBalance, type LedgerEntry } from '../subsidy/ledger.ts';
import { planAward } from './award.ts';
import type { ImportedLaureate, ImportProblem } from './import.ts';
import { currentSiret, type Laureate, type Member } from './laureate.ts';
import { match } from './matching.ts';

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
  /** The uid of who imports, kept in each award. */
  readonly by: string;
  /** A fresh document id, and a fresh uid for a person nobody knows yet. */
  readonly newId: () => string;
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

type RowPlan = {
  readonly kind: 'create' | 'update' | 'unchanged';
  readonly change: LaureateChange;
  readonly notices: readonly string[];
};

/** Decides what an import writes. Writes nothing; planning again once the plan is written finds everything unchanged. */
export function planImport(
  rows: readonly ImportedLaureate[],
  existing: readonly ExistingLaureate[],
  context: ImportContext,
): ImportPlan {
  const plans: RowPlan[] = [];
  const problems: ImportProblem[] = [];
  const claimed = new Map<ExistingLaureate, number>();
  for (const row of rows) {
    const found = match(row, existing);
    const outcome = 'problem' in found ? found : planRow(row, found.existing, claimed, context);
    if ('problem' in outcome) problems.push({ line: row.line, ...outcome.problem });
    else plans.push(outcome);
  }
  const changesOf = (kind: RowPlan['kind']) => plans.filter((plan) => plan.kind === kind).map(({ change }) => change);
  return {
    create: changesOf('create'),
    update: changesOf('update'),
    unchanged: changesOf('unchanged').length,
    problems,
    notices: plans.flatMap(({ change, notices }) => notices.map((message) => ({ line: change.line, message }))),
  };
}

type RowProblem = { readonly problem: Pick<ImportProblem, 'column' | 'value' | 'reason'> };

function planRow(
  row: ImportedLaureate,
  existing: ExistingLaureate | null,
  claimed: Map<ExistingLaureate, number>,
  context: ImportContext,
): RowPlan | RowProblem {
  const sameAs = existing && claimed.get(existing);
  if (sameAs) {
    const reason = `cette ligne parle du même lauréat que la ligne ${sameAs} : un lauréat tient sur une seule ligne`;
    return { problem: { column: 'SIRET', value: row.siret, reason } };
  }
  const award = planAward(row.award, existing, context);
  if ('problem' in award) return award;
  if (existing) claimed.set(existing, row.line);
  const laureate = existing ? updated(existing.laureate, row, context) : created(row, context);
  const people = planMembers(row, laureate.id, existing?.members ?? [], context);
  const changes = [...(existing ? differences(existing.laureate, laureate) : []), ...people.changes, ...award.changes];
  const kind = existing === null ? 'create' : changes.length > 0 ? 'update' : 'unchanged';
  const change = { line: row.line, laureate, members: people.members, awards: award.awards, changes };
  return { kind, change, notices: [...people.notices, ...award.notices] };
}

function created(row: ImportedLaureate, context: ImportContext): Laureate {
  const { reference, name, siret, promotion, territory, region, department } = row;
  return {
    id: context.newId(),
    status: 'active',
    legalEntities: [{ from: dayOf(context.now), siret, name }],
    note: null,
    // The ledger's trigger sums it as soon as the award is written.
    balance: emptyBalance,
    ...{ reference, name, promotion, territory, region, department },
  };
}

/** A new SIRET or a new name is a new dated legal entity: documents already made keep saying what was true. */
function updated(before: Laureate, row: ImportedLaureate, context: ImportContext): Laureate {
  const { name, siret, promotion, territory, region, department } = row;
  const sameEntity = currentSiret(before) === siret && before.name === name;
  const entity = { from: dayOf(context.now), siret, name };
  return {
    ...before,
    reference: before.reference ?? row.reference,
    legalEntities: sameEntity ? before.legalEntities : [...before.legalEntities, entity],
    ...{ name, promotion, territory, region, department },
  };
}

const comparedFields = [
  { label: 'référence', of: (laureate: Laureate) => laureate.reference ?? '(aucune)' },
  { label: 'nom', of: (laureate: Laureate) => laureate.name },
  { label: 'SIRET', of: currentSiret },
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

const roles = { signatory: 'signataire', contributor: 'contributeur' } as const satisfies Record<
  Member['role'],
  string
>;

/** People are recognised by their address. One the file no longer names keeps the access: only staff end it, one person at a time. */
function planMembers(row: ImportedLaureate, laureateId: string, known: readonly Member[], { newId }: ImportContext) {
  const members: Member[] = [];
  const changes: string[] = [];
  const notices: string[] = [];
  for (const { name, email, role } of row.contacts) {
    const member = known.find((other) => other.email === email);
    const told = `${name} <${email}> (${roles[role]})`;
    if (!member) {
      members.push({ uid: newId(), laureateId, name, email, role, active: true });
      changes.push(`nouvelle personne : ${told}`);
    } else if (!member.active) {
      notices.push(`${told} n’a plus d’accès et n’en retrouve pas par un import : rendez-le depuis la page du lauréat`);
    } else if (member.name !== name || member.role !== role) {
      members.push({ ...member, name, role });
      changes.push(`personne modifiée : ${member.name} (${roles[member.role]}) → ${told}`);
    }
  }
  const kept = known.filter((member) => member.active && row.contacts.every(({ email }) => email !== member.email));
  notices.push(...kept.map(({ name, email }) => `${name} <${email}> n’est plus dans le fichier et garde son accès`));
  return { members, changes, notices };
}
