import { type Balance, balanceOf, type LedgerEntry } from '../../domain/subsidy/ledger.ts';
import {
  faultSentence,
  type LedgerFault,
  type LedgerFaultKind,
  ledgerFault,
} from '../../domain/subsidy/ledger-fault.ts';
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
  if (fault !== null) throw new Error(`ledger of ${laureateId}: ${faultSentence(fault)}`);
  const at = added.at(-1)?.at ?? head?.at ?? 0;
  const balance = balanceOf([...before, ...added]);
  return { lines, head: { laureateId, sequence, hash: previousHash, at, balance, ...proofsOf(head) } };
}

/** What a head says of proofs, which lines do not change. */
function proofsOf(head: LedgerHead | null): Pick<LedgerHead, 'proofs'> {
  return head?.proofs ? { proofs: head.proofs } : {};
}

/**
 * Null when every line hangs on the one before, the head is the last and the sums hold; else the first thing that differs, by its place and its
 * id. Never repairs.
 */
export function chainFault(lines: readonly LedgerLine[], head: LedgerHead | null): LedgerFault | null {
  const ordered = inOrder(lines);
  let previousHash = ORIGIN;
  for (const [index, line] of ordered.entries()) {
    const kind = lineFault(line, { sequence: index + 1, previousHash });
    if (kind === 'lineMissing') return { kind, sequence: index + 1, id: null };
    if (kind !== null) return { kind, sequence: line.sequence, id: line.entry.id };
    previousHash = line.hash;
  }
  const entries = ordered.map(({ entry }) => entry);
  const holds =
    (head?.sequence ?? 0) === ordered.length &&
    (head?.hash ?? ORIGIN) === previousHash &&
    sameBalance(head?.balance ?? balanceOf([]), balanceOf(entries));
  if (!holds) return { kind: 'headDiffers', sequence: ordered.length, id: ordered.at(-1)?.entry.id ?? null };
  return ledgerFault(entries);
}

/** What is wrong with a line in that place; null when nothing is. */
function lineFault(
  line: LedgerLine,
  place: { readonly sequence: number; readonly previousHash: string },
): LedgerFaultKind | null {
  if (line.sequence !== place.sequence) return line.sequence < place.sequence ? 'lineDetached' : 'lineMissing';
  if (line.hash !== lineHash(line.sequence, line.previousHash, line.entry)) return 'lineChanged';
  return line.previousHash === place.previousHash ? null : 'lineDetached';
}

function sameBalance(one: Balance, other: Balance): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** The lines of a ledger in the order in which they hang. */
export function inOrder(lines: readonly LedgerLine[]): LedgerLine[] {
  return [...lines].sort((a, b) => a.sequence - b.sequence);
}

function lineHash(sequence: number, previousHash: string, entry: LedgerEntry): string {
  return sha256(canonicalJson({ sequence, previousHash, entry }));
}
