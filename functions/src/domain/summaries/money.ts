import type { Laureate } from '../laureates/laureate.ts';
import { type Cents, splitByWeight, sum } from '../money.ts';
import { regions, territoryKinds } from '../programme/territories.ts';
import { type Theme, themeOf } from '../programme/theme-list.ts';
import { addEntry, type Balance, emptyBalance, missionOfEntry } from '../subsidy/ledger.ts';
import { totalBalance } from '../subsidy/position.ts';
import { byId, type LaureateLine, type SummaryFacts } from './facts.ts';
import { type Bounds, boundsOf } from './periods.ts';
import type { GroupRow, Move, ProgrammeMoney, Spending, ThemeRow } from './summary.ts';

type MoneyFacts = Pick<SummaryFacts, 'period' | 'settings' | 'laureates' | 'missions' | 'lines' | 'unreadableLines'>;

/**
 * The money of the programme before the period and at its end, from the lines of the ledgers alone. A line is in one ledger, so that the money of a
 * shared mission goes where each share's laureate is; a mission of several themes is divided between them (`themeRows`). Whatever has no place in a
 * table has a row of its own there: each table adds up to the total.
 */
export function moneyOf(facts: MoneyFacts): ProgrammeMoney {
  const bounds = boundsOf(facts.period);
  const byLaureate = movesBy(facts.lines, ({ laureateId }) => laureateId, bounds);
  const rowsOf = (grouping: Grouping) => groupRows(grouping, facts.laureates, byLaureate);
  return {
    total: totalMove([...byLaureate.values()]),
    themes: themeRows(facts, bounds),
    regions: rowsOf(groupings.regions),
    promotions: rowsOf(groupings.promotions),
    territories: rowsOf(groupings.territories),
    unreadableLines: facts.unreadableLines,
  };
}

/** The balance of one laureate at the end of the period, for each that has a line by then. */
export function balancesAtEnd({ lines, period }: Pick<SummaryFacts, 'lines' | 'period'>): ReadonlyMap<string, Balance> {
  const moves = movesBy(lines, ({ laureateId }) => laureateId, boundsOf(period));
  return new Map([...moves].map(([laureateId, { after }]) => [laureateId, after]));
}

/** What each mission holds, settled and paid at the end of the period, whoever shares it. */
export function missionsAtEnd({ lines, period }: Pick<SummaryFacts, 'lines' | 'period'>): ReadonlyMap<string, Balance> {
  const moves = movesBy(lines, ({ entry }) => missionOfEntry(entry), boundsOf(period));
  return new Map([...moves].map(([missionId, { after }]) => [missionId, after]));
}

const still: Move<Balance> = { before: emptyBalance, after: emptyBalance };

function movesBy(
  lines: readonly LaureateLine[],
  keyOf: (line: LaureateLine) => string | null,
  { startsAt, endsAt }: Bounds,
): Map<string, Move<Balance>> {
  const moves = new Map<string, Move<Balance>>();
  for (const line of lines) {
    const key = keyOf(line);
    const { entry } = line;
    if (key === null || entry.at >= endsAt) continue;
    const { before, after } = moves.get(key) ?? still;
    moves.set(key, {
      before: entry.at < startsAt ? addEntry(before, entry) : before,
      after: addEntry(after, entry),
    });
  }
  return moves;
}

function totalMove(moves: readonly Move<Balance>[]): Move<Balance> {
  return {
    before: totalBalance(moves.map(({ before }) => before)),
    after: totalBalance(moves.map(({ after }) => after)),
  };
}

/** By what laureates are told apart. */
interface Grouping {
  /** In the order in which they are shown. */
  readonly keys: readonly string[];
  readonly labelOf: (key: string) => string;
  readonly keyOf: (laureate: Laureate) => string;
}

const territoryLabels: Readonly<Record<string, string>> = territoryKinds;

const groupings = {
  regions: { keys: regions, labelOf: (region) => region, keyOf: ({ region }) => region },
  promotions: {
    keys: ['1', '2', '3', '4', '5', '6'],
    labelOf: (promotion) => `Promotion ${promotion}`,
    keyOf: ({ promotion }) => String(promotion),
  },
  territories: {
    keys: Object.keys(territoryKinds),
    labelOf: (kind) => territoryLabels[kind] ?? kind,
    keyOf: ({ territory }) => territory,
  },
} as const satisfies Record<string, Grouping>;

/** A ledger whose laureate is gone: a fault of ours, which must not make the totals disagree. */
const UNPLACED = 'unplaced';

function groupRows(
  { keys, labelOf, keyOf }: Grouping,
  laureates: readonly Laureate[],
  byLaureate: ReadonlyMap<string, Move<Balance>>,
): GroupRow[] {
  const known = byId(laureates);
  const keyOfId = (laureateId: string) => {
    const laureate = known.get(laureateId);
    return laureate === undefined ? UNPLACED : keyOf(laureate);
  };
  return [...keys, UNPLACED].flatMap((key) => {
    const count = laureates.filter((laureate) => keyOf(laureate) === key).length;
    const moves = [...byLaureate].filter(([laureateId]) => keyOfId(laureateId) === key).map(([, move]) => move);
    if (count === 0 && moves.length === 0) return [];
    const label = key === UNPLACED ? 'Sans rattachement connu' : labelOf(key);
    return [{ label, laureates: count, ...totalMove(moves) }];
  });
}

const spent = ['committedCents', 'settledCents', 'paidCents'] as const satisfies readonly (keyof Spending)[];

/** Missions that were over before this service have no document, and no theme. */
const NO_THEME = { id: 'none', label: 'Thématique inconnue (missions d’avant ce service)' } as const;

/**
 * The money of a mission is divided between its themes in proportion to the sub-themes that it names in each, by largest remainder. What is divided
 * is what the mission holds at each of the two instants, not each line: parts of lines, rounded one by one, would leave cents of missions long settled.
 */
function themeRows({ lines, missions, settings: { themes } }: MoneyFacts, bounds: Bounds): ThemeRow[] {
  const known = byId(missions);
  const parts = [...movesBy(lines, ({ entry }) => missionOfEntry(entry), bounds)].flatMap(([missionId, move]) => {
    const weights = weightsOf(known.get(missionId)?.subthemes ?? [], themes);
    const [before, after] = [divided(move.before, weights), divided(move.after, weights)];
    return weights.map(({ theme }, index) => ({ theme, before: before[index], after: after[index] }));
  });
  return [...themes, NO_THEME].flatMap(({ id, label }) => {
    const own = parts.filter(({ theme }) => theme === id);
    if (own.length === 0) return [];
    const total = (side: 'before' | 'after') => totalSpending(own.flatMap((part) => part[side] ?? []));
    return [{ id, label, missions: own.length, before: total('before'), after: total('after') }];
  });
}

function weightsOf(
  subthemes: readonly string[],
  themes: readonly Theme[],
): { readonly theme: string; readonly weight: number }[] {
  const named = subthemes.map((subtheme) => themeOf(themes, subtheme)?.id ?? NO_THEME.id);
  const all = named.length === 0 ? [NO_THEME.id] : named;
  return [...new Set(all)].map((theme) => ({ theme, weight: all.filter((one) => one === theme).length }));
}

function divided(balance: Balance, weights: readonly { readonly weight: number }[]): Spending[] {
  const shares = weights.map(({ weight }) => weight);
  const [committed, settled, paid] = spent.map((amount) => dividedCents(balance[amount], shares));
  return shares.map((_share, index) => ({
    committedCents: committed?.[index] ?? 0,
    settledCents: settled?.[index] ?? 0,
    paidCents: paid?.[index] ?? 0,
  }));
}

/** Only a ledger that does not hold has less than nothing on a mission: divided too, so that the table still adds up. */
function dividedCents(cents: Cents, weights: readonly number[]): Cents[] {
  const parts = splitByWeight(Math.abs(cents), weights);
  return cents < 0 ? parts.map((part) => 0 - part) : parts;
}

/** Amounts added up, each kind apart, in cents. */
export function totalSpending(amounts: readonly Spending[]): Spending {
  return {
    committedCents: sum(amounts.map(({ committedCents }) => committedCents)),
    settledCents: sum(amounts.map(({ settledCents }) => settledCents)),
    paidCents: sum(amounts.map(({ paidCents }) => paidCents)),
  };
}
