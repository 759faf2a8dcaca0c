import { describe, expect, it } from 'vitest';
import type { Proof } from '../../domain/missions/outcome.ts';
import type { LinkedProof, ProofLink } from '../../domain/proofs/link.ts';
import { linkProofs, proofChainFault } from './chain.ts';

const proof = (number: number): Proof => ({
  ...({ id: `m1-validation-${number}`, kind: 'validation', missionId: 'm1', laureateId: 'forge', version: 1 } as const),
  ...{ at: 1_700_000_000_000 + number, signedInAt: 1_700_000_000_000, consentVersion: 1, settingsVersion: 1 },
  person: { uid: 'anne', name: 'Anne Le Goff', organisation: 'La Forge' },
  documents: [{ fileId: 'devis', sha256: 'd'.repeat(64) }],
  ...{ shareCents: 3_000_00, subsidyCents: 3_000_00, remainingBeforeCents: 10_000_00, remainingAfterCents: 7_000_00 },
});

type Placed = LinkedProof & { readonly chain: ProofLink };

/** Records as commits write them: each on the head of the one before. */
function written(proofs: readonly Proof[] = [proof(1), proof(2), proof(3)]) {
  const start: ReturnType<typeof linkProofs> = { linked: [], head: undefined };
  return proofs.reduce(({ linked, head }, one) => {
    const next = linkProofs(head, [one]);
    return { linked: [...linked, ...next.linked], head: next.head };
  }, start);
}

describe('the chain of a laureate’s proofs', () => {
  const { linked, head } = written();
  const recordAt = (index: number): Placed => {
    const record = linked[index];
    if (!record?.chain) throw new Error(`no record ${index}`);
    return { ...record, chain: record.chain };
  };

  it('holds, in whatever order they are read, one by one or several in one decision', () => {
    expect(proofChainFault(linked, head)).toBeNull();
    expect(proofChainFault(linked.toReversed(), head)).toBeNull();
    expect(linkProofs(undefined, [proof(1), proof(2), proof(3)])).toEqual({ linked, head });
    expect(head).toMatchObject({ sequence: 3 });
    expect(proofChainFault([], undefined)).toBeNull();
  });

  it('breaks at the record of which anything was changed, and names it', () => {
    const changes: readonly ((record: Placed) => LinkedProof)[] = [
      (record) => ({ ...record, subsidyCents: 1 }),
      (record) => ({ ...record, person: { ...record.person, name: 'Quelqu’un' } }),
      (record) => ({ ...record, chain: { ...record.chain, hash: 'f'.repeat(64) } }),
      (record) => ({ ...record, chain: { ...record.chain, previousHash: 'f'.repeat(64) } }),
    ];
    for (const change of changes)
      for (const index of linked.keys())
        expect(proofChainFault(linked.toSpliced(index, 1, change(recordAt(index))), head)).toEqual({
          ...{ kind: 'recordChanged', sequence: index + 1, id: `m1-validation-${index + 1}` },
        });
  });

  it('breaks where a record is missing, at the end too, or loses its place', () => {
    expect(proofChainFault(linked.slice(1), head)).toEqual({ kind: 'recordMissing', sequence: 1, id: null });
    expect(proofChainFault(linked.toSpliced(1, 1), head)).toEqual({ kind: 'recordMissing', sequence: 2, id: null });
    const atTheEnd = { kind: 'recordMissing', sequence: 3, id: null };
    expect(proofChainFault(linked.slice(0, -1), head)).toEqual(atTheEnd);
    expect(proofChainFault([], head)).toEqual({ ...atTheEnd, sequence: 1 });
    expect(proofChainFault(linked, undefined)).toMatchObject({ kind: 'recordsHeadDiffers', sequence: 3 });
    expect(proofChainFault(linked.toSpliced(2, 1, proof(3)), head)).toEqual(atTheEnd);
  });

  it('breaks when a record was rewritten with its own hash made again', () => {
    const forged = written([proof(1), { ...proof(2), subsidyCents: 1 }, proof(3)]);
    expect(proofChainFault([recordAt(0), ...forged.linked.slice(1, 2), recordAt(2)], head)).toEqual({
      ...{ kind: 'recordDetached', sequence: 3, id: 'm1-validation-3' },
    });
    expect(proofChainFault(forged.linked, head)).toMatchObject({ kind: 'recordsHeadDiffers' });
  });

  it('takes the records of before for what they are, and none that came later without a place', () => {
    expect(proofChainFault([proof(0), ...linked], head)).toBeNull();
    expect(proofChainFault([proof(0)], undefined)).toBeNull();
    expect(proofChainFault([...linked, proof(4)], head)).toEqual({
      ...{ kind: 'recordUnlinked', sequence: null, id: 'm1-validation-4' },
    });
  });

  it('keeps the hash it had when the first records were hung', () => {
    expect(recordAt(0).chain).toEqual({
      sequence: 1,
      previousHash: '0'.repeat(64),
      hash: '53f6292fbf623ff4cdb6c50a3d95ad91607409a6c17cb7b7cf82fb43084859f9',
    });
  });
});
