import { formatDay } from '../calendar.ts';
import { fold } from '../laureates/text.ts';
import { formatEuros } from '../money.ts';
import { historicalMission, type LedgerEntry } from '../subsidy/ledger.ts';
import { keyOf } from './cells.ts';
import type { ImportedConsumption } from './consumption.ts';

/**
 * Under which id a row's piece is, or will be, in a ledger. Two providers number their invoices alike: the provider is part of what a piece is. Lines
 * written before it was have the number alone, and their reason says whose they are; they keep their id, so that an old file still finds them.
 */
export function pieceIn(row: ImportedConsumption, entries: readonly LedgerEntry[]): string {
  const former = historicalMission(row.key);
  const own = entries.some((entry) => isCommitOf(entry, former) && isBy(row.expert, entry));
  return own ? former : `${former}_${keyOf(row.expert)}`;
}

/**
 * A piece of this number, day and amount that is recorded under another provider, and that no other row of the file claims: the name may have been
 * typed otherwise since, and the subsidy would be used twice. Asked back, in French; null when there is none.
 */
export function respelled(
  row: ImportedConsumption,
  entries: readonly LedgerEntry[],
  rows: readonly ImportedConsumption[],
): string | null {
  const others = rows.filter((other) => other !== row && other.key === row.key);
  const same = entries.find(
    (entry) =>
      isPieceNumbered(entry, row) &&
      entry.cents === -row.settledCents &&
      entry.reason?.endsWith(` du ${formatDay(row.date)}`) &&
      !isBy(row.expert, entry) &&
      !others.some(({ expert }) => isBy(expert, entry)),
  );
  return same
    ? `une pièce de ce numéro, de ce jour et de ${formatEuros(row.settledCents)} est déjà au registre pour « ${providerIn(same)} » : si c’est elle, écrivez ce nom ; sinon, donnez-lui une autre référence`
    : null;
}

function isCommitOf(entry: LedgerEntry, missionId: string): boolean {
  return entry.type === 'commit' && entry.missionId === missionId;
}

function isPieceNumbered(entry: LedgerEntry, { key }: ImportedConsumption): boolean {
  const former = historicalMission(key);
  return entry.type === 'commit' && (entry.missionId === former || entry.missionId.startsWith(`${former}_`));
}

/** A reason ends as `describedPiece` writes it: « intitulé, prestataire, pièce F-12 du … ». A label or a name may hold commas of its own. */
function beforePiece({ reason }: LedgerEntry): readonly string[] {
  const text = reason ?? '';
  return text.slice(0, Math.max(0, text.lastIndexOf(', pièce '))).split(', ');
}

function isBy(expert: string, entry: LedgerEntry): boolean {
  const parts = beforePiece(entry);
  return parts.some((_, place) => fold(parts.slice(place).join(', ')) === fold(expert));
}

function providerIn(entry: LedgerEntry): string {
  return beforePiece(entry).at(-1) ?? '';
}
