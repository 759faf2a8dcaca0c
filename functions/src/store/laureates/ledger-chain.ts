import { balanceOf, type LedgerEntry, ledgerFault } from '../../domain/subsidy/ledger.ts';
import type { LedgerHead, LedgerLine } from '../collections/ledger.ts';
import { canonicalJson, sha256 } from '../hash.ts';

const ORIGIN = '0'.repeat(64);

/** Puts new entries at the end of a chain; the head is where the next one will hang. */
export function extendChain(
  head: LedgerHead | null,
  before: readonly LedgerEntry[],
  added: readonly LedgerEntry[],
  laureateId: string,
): { lines: LedgerLine[]; head: LedgerHead } {
  let previousHash = head?.hash ?? ORIGIN;
  let sequence = head?.sequence ?? 0;
  const lines = added.map((entry): LedgerLine => {
    sequence += 1;
    const hash = lineHash(sequence, previousHash, entry);
    const line = { sequence, previousHash, hash, entry };
    previousHash = hash;
    return line;
  });
  const fault = ledgerFault([...before, ...added]);
  // The domain's guards make this impossible; a line that would overspend must stop here whatever the guards say.
  if (fault !== null) throw new Error(`ledger of ${laureateId}: ${fault}`);
  const at = added.at(-1)?.at ?? head?.at ?? 0;
  return { lines, head: { laureateId, sequence, hash: previousHash, at, balance: balanceOf([...before, ...added]) } };
}

/** Null when every line hangs on the one before and the head is the last; else the first thing that differs. Never repairs. */
export function chainFault(lines: readonly LedgerLine[], head: LedgerHead | null): string | null {
  const ordered = inOrder(lines);
  let previousHash = ORIGIN;
  for (const [index, line] of ordered.entries()) {
    if (line.sequence !== index + 1) return `line ${index + 1} is missing`;
    if (line.previousHash !== previousHash) return `line ${line.sequence} does not follow the one before`;
    if (line.hash !== lineHash(line.sequence, line.previousHash, line.entry))
      return `line ${line.sequence} was changed`;
    previousHash = line.hash;
  }
  if ((head?.sequence ?? 0) !== ordered.length || (head?.hash ?? ORIGIN) !== previousHash)
    return 'the head is not the last line';
  return ledgerFault(ordered.map(({ entry }) => entry));
}

export function inOrder(lines: readonly LedgerLine[]): LedgerLine[] {
  return [...lines].sort((a, b) => a.sequence - b.sequence);
}

function lineHash(sequence: number, previousHash: string, entry: LedgerEntry): string {
  return sha256(canonicalJson({ sequence, previousHash, entry }));
}
