import { type Cents, formatEuros } from '../money.ts';
import { type Balance, balanceOf, emptyBalance, type LedgerEntry } from '../subsidy/ledger.ts';
import type { RecordedLaureate } from './recorded.ts';

/** The figures that an operator may announce, and that stop the import when the ledgers would say otherwise. */
export const controls = {
  awarded: { label: 'attribué', of: ({ awardedCents }: Balance) => awardedCents },
  used: { label: 'utilisé', of: ({ committedCents, settledCents }: Balance) => committedCents + settledCents },
  committed: { label: 'engagé', of: ({ committedCents }: Balance) => committedCents },
  settled: { label: 'réglé', of: ({ settledCents }: Balance) => settledCents },
  paid: { label: 'payé', of: ({ paidCents }: Balance) => paidCents },
  remaining: { label: 'reste', of: ({ remainingCents }: Balance) => remainingCents },
} as const satisfies Record<string, { label: string; of: (balance: Balance) => Cents }>;
export type ControlName = keyof typeof controls;
/** In cents, of the whole programme once the file is in. */
export type Control = Readonly<Partial<Record<ControlName, Cents>>>;

export const controlNames: readonly ControlName[] = ['awarded', 'used', 'committed', 'settled', 'paid', 'remaining'];

export interface LaureateTotals {
  readonly laureateId: string;
  readonly name: string;
  readonly before: Balance;
  readonly after: Balance;
}

export interface Reconciliation {
  /** Those whose ledger the file changes. */
  readonly laureates: readonly LaureateTotals[];
  readonly before: Balance;
  readonly after: Balance;
  /** French sentences, each with its figures; empty when everything agrees. */
  readonly differences: readonly string[];
}

/** What the ledgers say, and what they would say with these lines more. */
export function reconciliation(
  laureates: readonly RecordedLaureate[],
  added: ReadonlyMap<string, readonly LedgerEntry[]>,
  control: Control,
): Reconciliation {
  const lines = laureates.map(({ laureate, entries }) => ({
    laureateId: laureate.id,
    name: laureate.name,
    before: balanceOf(entries),
    after: balanceOf([...entries, ...(added.get(laureate.id) ?? [])]),
  }));
  const after = lines.reduce((total, line) => plus(total, line.after), emptyBalance);
  return {
    laureates: lines.filter(({ laureateId }) => (added.get(laureateId) ?? []).length > 0),
    before: lines.reduce((total, line) => plus(total, line.before), emptyBalance),
    after,
    differences: controlNames.flatMap((name) => difference(name, control[name], after)),
  };
}

function difference(name: ControlName, announced: Cents | undefined, after: Balance): string[] {
  const { label, of } = controls[name];
  const found = of(after);
  if (announced === undefined || announced === found) return [];
  const gap = formatEuros(Math.abs(found - announced));
  return [`${label} : ${formatEuros(announced)} annoncés, ${formatEuros(found)} avec ce fichier (${gap} d’écart)`];
}

/** What was written, re-read: each laureate whose ledger does not say what was planned. */
export function differencesWith(planned: Reconciliation, laureates: readonly RecordedLaureate[]): string[] {
  return planned.laureates.flatMap(({ laureateId, name, after }) => {
    const entries = laureates.find(({ laureate }) => laureate.id === laureateId)?.entries ?? [];
    const found = balanceOf(entries);
    return controlNames.flatMap((control) => {
      const { label, of } = controls[control];
      return of(found) === of(after)
        ? []
        : [`${name}, ${label} : ${formatEuros(of(after))} prévus, ${formatEuros(of(found))} au registre`];
    });
  });
}

function plus(total: Balance, added: Balance): Balance {
  return {
    awardedCents: total.awardedCents + added.awardedCents,
    committedCents: total.committedCents + added.committedCents,
    settledCents: total.settledCents + added.settledCents,
    paidCents: total.paidCents + added.paidCents,
    remainingCents: total.remainingCents + added.remainingCents,
  };
}
