import type { Day } from '../../domain/calendar.ts';
import type { Proof } from '../../domain/missions/outcome.ts';
import { type LinkedProof, type ProofLink, recordOf } from '../../domain/proofs/link.ts';
import type { LedgerFault } from '../../domain/subsidy/ledger-fault.ts';
import type { LedgerHead } from '../collections/ledger.ts';
import { canonicalJson, sha256 } from '../hash.ts';

const ORIGIN = '0'.repeat(64);

/** The last record of a laureate, where the next one hangs. */
type ProofsHead = NonNullable<LedgerHead['proofs']>;
type Place = Pick<ProofLink, 'sequence' | 'previousHash'>;

/** SHA-256 of the canonical JSON of `{previousHash, proof, sequence}` (`docs/proof.md`). `proof` is the record whole, as it was written. */
export function linkHash({ sequence, previousHash }: Place, proof: object): string {
  return sha256(canonicalJson({ sequence, previousHash, proof }));
}

/** What the authority is asked to stamp (`docs/proof.md`). */
export function stampedHash(day: Day, hashes: readonly string[]): string {
  return sha256(canonicalJson({ day, hashes }));
}

/** What a record is known by among those of its day: its place, which holds those before it too, or itself where it has none. */
export function stampedPart(record: LinkedProof): string {
  return record.chain?.hash ?? sha256(canonicalJson(recordOf(record)));
}

/** Hangs records at the end of their laureate's chain, in their order. The commit must hold only if the head is as it was read. */
export function linkProofs(
  head: ProofsHead | undefined,
  added: readonly Proof[],
): { readonly linked: readonly LinkedProof[]; readonly head: ProofsHead | undefined } {
  let last = head;
  const linked = added.map((proof): LinkedProof => {
    const place = placeAfter(last);
    const hash = linkHash(place, proof);
    last = { sequence: place.sequence, hash };
    return { ...proof, chain: { ...place, hash } };
  });
  return { linked, head: last };
}

/**
 * Null when every record with a place hangs on the one before and the head is the last; else the first that differs, by its place and its id.
 * A record without a place was made before there was a chain, or it was put there by a hand.
 */
export function proofChainFault(records: readonly LinkedProof[], head: ProofsHead | undefined): LedgerFault | null {
  let last: ProofsHead | undefined;
  const placed = records
    .flatMap((record) => (record.chain ? [{ ...record.chain, proof: recordOf(record) }] : []))
    .sort((a, b) => a.sequence - b.sequence);
  for (const { proof, ...link } of placed) {
    const place = placeAfter(last);
    if (link.sequence > place.sequence) return { kind: 'recordMissing', sequence: place.sequence, id: null };
    const where = { sequence: link.sequence, id: proof.id };
    if (link.hash !== linkHash(link, proof)) return { kind: 'recordChanged', ...where };
    if (link.sequence < place.sequence || link.previousHash !== place.previousHash)
      return { kind: 'recordDetached', ...where };
    last = { sequence: link.sequence, hash: link.hash };
  }
  // Before a head that differs, which may be built again from what is there: the last one taken away would then never have been.
  const next = placeAfter(last).sequence;
  if (head !== undefined && head.sequence >= next) return { kind: 'recordMissing', sequence: next, id: null };
  if (last?.sequence !== head?.sequence || last?.hash !== head?.hash)
    return { kind: 'recordsHeadDiffers', sequence: last?.sequence ?? 0, id: placed.at(-1)?.proof.id ?? null };
  const first = placed[0]?.proof.at ?? Number.POSITIVE_INFINITY;
  const unlinked = records.find(({ chain, at }) => !chain && at > first);
  return unlinked ? { kind: 'recordUnlinked', sequence: null, id: unlinked.id } : null;
}

/** The last record with a place; undefined when none has one. */
export function lastLinked(records: readonly LinkedProof[]): ProofsHead | undefined {
  const [last] = records.flatMap(({ chain }) => chain ?? []).sort((a, b) => b.sequence - a.sequence);
  return last && { sequence: last.sequence, hash: last.hash };
}

function placeAfter(last: ProofsHead | undefined): Place {
  return { sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? ORIGIN };
}
