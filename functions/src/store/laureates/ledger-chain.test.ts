import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../domain/subsidy/ledger.ts';
import type { LedgerHead, LedgerLine } from '../collections/ledger.ts';
import { canonicalJson, sha256 } from '../hash.ts';
import { chainFault, extendChain } from './ledger-chain.ts';

const base = { at: 1_700_000_000_000, by: 'staff', reason: null, settingsVersion: 1 };
const decision = { reference: 'CP/2023-04', date: '2023-03-14', ceilingCents: 20_000_00, recommendations: 'Aucune.' };
const award: LedgerEntry = { ...base, id: 'award.1', type: 'award', cents: 10_000_00, decision };
const commit = (missionId: string): LedgerEntry => ({
  ...base,
  id: `${missionId}.v1.commit`,
  type: 'commit',
  cents: -3_000_00,
  missionId,
  version: 1,
});

const entries = [award, commit('one'), commit('two'), commit('three')];

/** A ledger written as commits write it: one after the other, each on the head of the one before. */
function written(of: readonly LedgerEntry[] = entries): { lines: LedgerLine[]; head: LedgerHead | null } {
  let head: LedgerHead | null = null;
  const lines: LedgerLine[] = [];
  for (const [index, entry] of of.entries()) {
    const chain = extendChain(head, of.slice(0, index), [entry], 'forge');
    head = chain.head;
    lines.push(...chain.lines);
  }
  return { lines, head };
}

describe('the chain of a ledger', () => {
  it('holds, in whatever order the lines are read, one by one or several at once', () => {
    const { lines, head } = written();
    expect(chainFault(lines, head)).toBeNull();
    expect(chainFault(lines.toReversed(), head)).toBeNull();
    expect(extendChain(null, [], entries, 'forge')).toEqual({ lines, head });
    expect(head).toMatchObject({ sequence: 4, balance: { committedCents: 9_000_00, remainingCents: 1_000_00 } });
  });

  it('of nothing holds without a head', () => {
    expect(chainFault([], null)).toBeNull();
    expect(chainFault([], written().head)).toEqual({ kind: 'headDiffers', sequence: 0, id: null });
  });

  it('breaks at the line of which anything was changed, and names it', () => {
    const { lines, head } = written();
    const changes: readonly ((line: LedgerLine) => LedgerLine)[] = [
      (line) => ({ ...line, entry: { ...line.entry, cents: line.entry.cents + 1 } }),
      (line) => ({ ...line, entry: { ...line.entry, at: line.entry.at + 1 } }),
      (line) => ({ ...line, entry: { ...line.entry, reason: 'une autre' } }),
      (line) => ({ ...line, hash: flipped(line.hash, 0) }),
      (line) => ({ ...line, previousHash: flipped(line.previousHash, 63) }),
    ];
    for (const change of changes)
      for (const index of lines.keys())
        expect(chainFault(lines.with(index, change(lineAt(lines, index))), head)).toEqual({
          kind: 'lineChanged',
          sequence: index + 1,
          id: entries[index]?.id,
        });
  });

  it('breaks for one byte of any hash', () => {
    const { lines, head } = written();
    const place = fc.record({ index: fc.nat(lines.length - 1), byte: fc.nat(63) });
    fc.assert(
      fc.property(place, fc.constantFrom('hash', 'previousHash'), ({ index, byte }, field) => {
        const line = lineAt(lines, index);
        expect(chainFault(lines.with(index, { ...line, [field]: flipped(line[field], byte) }), head)).not.toBeNull();
      }),
    );
  });

  it('breaks where a line is missing, at the end too', () => {
    const { lines, head } = written();
    expect(chainFault(lines.toSpliced(1, 1), head)).toEqual({ kind: 'lineMissing', sequence: 2, id: null });
    expect(chainFault(lines.slice(1), head)).toEqual({ kind: 'lineMissing', sequence: 1, id: null });
    const headDiffers = { kind: 'headDiffers', sequence: 3, id: 'two.v1.commit' };
    expect(chainFault(lines.slice(0, -1), head)).toEqual(headDiffers);
    expect(chainFault(lines, null)).toMatchObject({ kind: 'headDiffers', sequence: 4 });
  });

  it('breaks when the head says other amounts than its lines', () => {
    const { lines, head } = written();
    if (head === null) throw new Error('the ledger has lines');
    const changed = { ...head, balance: { ...head.balance, remainingCents: head.balance.remainingCents + 1 } };
    expect(chainFault(lines, changed)).toMatchObject({ kind: 'headDiffers' });
    expect(chainFault(lines, { ...head, balance: { ...head.balance } })).toBeNull();
  });

  it('breaks when a line was rewritten with its own hash made again', () => {
    const { lines, head } = written();
    const forged = written([award, { ...commit('one'), cents: -1_00 }, ...entries.slice(2)]);
    expect(chainFault(lines.with(1, lineAt(forged.lines, 1)), head)).toEqual({
      kind: 'lineDetached',
      sequence: 3,
      id: 'two.v1.commit',
    });
    expect(chainFault(forged.lines, head)).toMatchObject({ kind: 'headDiffers' });
  });

  it('never takes a line that spends more than there is, whatever guards said', () => {
    const { head } = written();
    expect(() => extendChain(head, entries, [commit('four')], 'forge')).toThrow('ledger of forge');
    expect(extendChain(head, entries, [{ ...commit('four'), cents: -1_000_00 }], 'forge').head.sequence).toBe(5);
  });

  it('holds over lines of before, which name no author nor proof, and lines that do', () => {
    const full: LedgerEntry = { ...commit('four'), cents: -1_00, byName: 'Anne Le Goff', proofId: null };
    const { lines, head } = written([...entries, full]);
    expect(chainFault(lines, head)).toBeNull();
    const stripped = lines.with(4, { ...lineAt(lines, 4), entry: { ...commit('four'), cents: -1_00 } });
    expect(chainFault(stripped, head)).toMatchObject({ kind: 'lineChanged', sequence: 5 });
  });

  it('keeps the hash it had when the first ledgers were written', () => {
    expect(sha256(canonicalJson({ sequence: 1, entry: award }))).toBe(
      'd820258e2e508999ef846f8a2ac2d19cd7fed46d87407becf510ace60170fc5d',
    );
  });
});

function lineAt(lines: readonly LedgerLine[], index: number): LedgerLine {
  const line = lines[index];
  if (!line) throw new Error(`no line ${index}`);
  return line;
}

function flipped(hash: string, index: number): string {
  const digit = hash[index] === '0' ? '1' : '0';
  return hash.slice(0, index) + digit + hash.slice(index + 1);
}
