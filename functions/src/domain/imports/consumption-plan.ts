import { dayOf } from '../calendar.ts';
import type { CellProblem, ImportProblem } from '../laureates/import.ts';
import { fold } from '../laureates/text.ts';
import { formatEuros } from '../money.ts';
import { balanceOf, entryId, type LedgerEntry } from '../subsidy/ledger.ts';
import { describedPiece, type ImportedConsumption } from './consumption.ts';
import { pieceIn, respelled } from './pieces.ts';
import type { ImportedEntries, ProgrammePlan, Verdict } from './plan.ts';
import { planned } from './plan.ts';
import { type ImportSource, laureateNamed, type Recorded, reasonOf } from './recorded.ts';

/** Lines of the ledger to append; those that are there already with the same amounts change nothing. Planning again once written finds no more. */
export function planConsumption(
  rows: readonly ImportedConsumption[],
  recorded: Recorded,
  source: ImportSource,
): ProgrammePlan<ImportedEntries> {
  const added = new Map<string, LedgerEntry[]>();
  const seen = new Map<string, number>();
  return planned(rows, (row): Verdict<ImportedEntries> => {
    const found = laureateNamed(row.laureate, recorded);
    if ('problem' in found) return found;
    const { laureate, entries } = found.value;
    const place = `${laureate.id} ${row.key} ${fold(row.expert)}`;
    const twice = seen.get(place);
    if (twice !== undefined)
      return refused(row, `cette pièce est déjà celle de la ligne ${twice} : donnez-lui sa référence`);
    seen.set(place, row.line);
    if (row.date > dayOf(source.now))
      return { problem: { column: 'date', value: row.date, reason: 'cette date est dans l’avenir' } };
    const before = [...entries, ...(added.get(laureate.id) ?? [])];
    const fresh = entriesOf(row, pieceIn(row, entries), source);
    const differs = fresh.map((entry) => differenceWith(entry, before)).find((reason) => reason !== null);
    if (differs) return refused(row, differs);
    const missing = fresh.filter((entry) => before.every(({ id }) => id !== entry.id));
    if (missing.length === 0) return { kind: 'unchanged' };
    const doubt = respelled(row, entries, rows);
    if (doubt) return refused(row, doubt);
    const short = missing.some(({ type }) => type === 'commit') && balanceOf(before).remainingCents < row.settledCents;
    if (short) return { problem: tooMuch(row, balanceOf(before).remainingCents) };
    added.set(laureate.id, [...(added.get(laureate.id) ?? []), ...missing]);
    const change = { line: row.line, laureateId: laureate.id, name: laureate.name, entries: missing };
    return {
      kind: missing.length === fresh.length ? 'create' : 'update',
      change: { ...change, about: describedPiece(row) },
    };
  });
}

function refused({ piece }: ImportedConsumption, reason: string): { readonly problem: CellProblem } {
  return { problem: { column: piece.column, value: piece.text, reason } };
}

function tooMuch({ settledCents }: ImportedConsumption, remainingCents: number): Omit<ImportProblem, 'line'> {
  const reason = `il ne reste que ${formatEuros(remainingCents)} de subvention à ce lauréat`;
  return { column: 'montant réglé', value: formatEuros(settledCents), reason };
}

/** Committed, settled and, where it is, paid: three lines, so that every sum of the ledger holds as if it had happened here. */
function entriesOf(row: ImportedConsumption, missionId: string, source: ImportSource): LedgerEntry[] {
  const { settledCents, paidCents } = row;
  const base = {
    at: source.now,
    by: source.by,
    byName: source.byName,
    reason: `${reasonOf(source, row.line)} : ${describedPiece(row)}`,
    settingsVersion: source.settingsVersion,
  };
  const commit = { ...base, id: entryId.commit(missionId, 1), cents: -settledCents, missionId };
  const settle = { ...base, id: entryId.settle(missionId, 0), cents: 0, missionId };
  const pay = { ...base, id: `${missionId}.pay.reprise`, cents: 0, missionId };
  return [
    { ...commit, type: 'commit', version: 1 },
    { ...settle, type: 'settle', committedCents: settledCents, finalCents: settledCents },
    ...(paidCents > 0 ? [{ ...pay, type: 'pay', paidCents } as const] : []),
  ];
}

/** The ledger is append-only: what is in it stays, and a file that says otherwise is told so. */
function differenceWith(entry: LedgerEntry, before: readonly LedgerEntry[]): string | null {
  const known = before.find(({ id }) => id === entry.id);
  if (!known) return null;
  const amounts = (one: LedgerEntry) => {
    if (one.type === 'pay') return one.paidCents;
    return one.type === 'settle' ? one.finalCents : -one.cents;
  };
  return amounts(known) === amounts(entry)
    ? null
    : `cette pièce est déjà au registre avec ${formatEuros(amounts(known))}, qui ne change plus : passez par un ajustement`;
}
