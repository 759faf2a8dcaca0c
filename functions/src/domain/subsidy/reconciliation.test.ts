import { describe, expect, it } from 'vitest';
import { upTo } from '../missions/testing/journeys.ts';
import { signatory, staff } from '../missions/testing/people.ts';
import type { Story } from '../missions/testing/story.ts';
import { balanceOf, historicalMission, type LedgerEntry } from './ledger.ts';
import {
  type Accounts,
  firstDifference,
  isShownLate,
  programmeSentence,
  type Reconciliation,
  reconciliationSentence,
} from './reconciliation.ts';
import { adjust, commit, settle } from './testing/entries.ts';

/** The accounts of `atelier` that the store would read after this story. */
function accountsOf(story: Story): Accounts {
  const { entries } = story.laureate('atelier');
  const { missionId } = story;
  const named = entries.flatMap(({ proofId }) => proofId ?? []);
  return {
    ...{ laureateId: 'atelier', chainFault: null, entries, shares: [story.share('atelier')] },
    proofs: new Map(named.map((id) => [id, { laureateId: 'atelier', missionId }])),
    shownBalance: balanceOf(entries),
  };
}
const closed = () => accountsOf(upTo('closed'));
const adding = (story: Story, entry: LedgerEntry) =>
  story.change('atelier', { entries: [...story.laureate('atelier').entries, entry] });

describe('A check of the accounts', () => {
  it('finds nothing where nothing differs', () => {
    for (const state of ['awaiting_validation', 'awaiting_report', 'closed', 'ended_early', 'refused'] as const)
      expect(firstDifference(accountsOf(upTo(state)))).toBeNull();
  });

  it('names what the chain says before anything else', () => {
    const chainFault = { kind: 'lineChanged', sequence: 2, id: 'm1.v1.commit' } as const;
    expect(firstDifference({ ...closed(), chainFault, shares: [] })).toEqual(chainFault);
  });

  it('then the line whose proof is not there, or is of somebody else', () => {
    const accounts = closed();
    const fault = { kind: 'proofMissing', sequence: 2, id: 'm1.v1.commit' };
    expect(firstDifference({ ...accounts, proofs: new Map() })).toEqual(fault);
    const [proofId] = accounts.proofs.keys();
    const foreign = new Map(accounts.proofs).set(proofId ?? '', { laureateId: 'bocal', missionId: 'm1' });
    expect(firstDifference({ ...accounts, proofs: foreign })).toEqual(fault);
  });

  it('then the line whose mission has no share, and the share that says other amounts', () => {
    const accounts = closed();
    const [share] = accounts.shares;
    if (!share) throw new Error('the mission has a share');
    expect(firstDifference({ ...accounts, shares: [] })).toEqual({
      ...{ kind: 'shareMissing', sequence: 2, id: 'm1.v1.commit' },
    });
    const differs = { kind: 'shareDiffers', sequence: null, id: 'm1' };
    expect(firstDifference({ ...accounts, shares: [{ ...share, finalCents: share.finalCents - 1 }] })).toEqual(differs);
    expect(firstDifference({ ...accounts, shares: [{ ...share, status: 'committed' }] })).toEqual(differs);
  });

  it('takes a refund for what it is, also once the mission is reopened and settled again', () => {
    const story = upTo('closed');
    adding(story, adjust(500_00, { missionId: 'm1', version: 1 }));
    expect(firstDifference(accountsOf(story))).toBeNull();
    story.play(staff, 'reopen');
    expect(firstDifference(accountsOf(story))).toBeNull();
    story.play(signatory('atelier'), 'confirmService');
    expect(firstDifference(accountsOf(story))).toBeNull();
  });

  it('asks no share of what was over before this service, which is lines alone', () => {
    const accounts = closed();
    const past = [commit(100_00, historicalMission('F1')), settle(100_00, 100_00, historicalMission('F1'))];
    expect(firstDifference({ ...accounts, entries: [...accounts.entries, ...past] })).toBeNull();
    const open = { ...accounts, entries: [...accounts.entries, ...past.slice(0, 1)] };
    expect(firstDifference(open)).toMatchObject({ kind: 'shareMissing', id: 'reprise-F1.v1.commit' });
  });

  it('tells a balance that is shown late from a ledger that is broken', () => {
    const accounts = closed();
    expect(isShownLate(accounts)).toBe(false);
    const late = { ...accounts, shownBalance: { ...accounts.shownBalance, remainingCents: 1 } };
    expect([firstDifference(late), isShownLate(late)]).toEqual([null, true]);
  });

  it('says what it found in a sentence', () => {
    const found: Reconciliation = {
      ...{ laureateId: 'atelier', at: 0, byName: '', lines: 4, missions: 1, state: 'holds', fault: null },
    };
    expect(reconciliationSentence(found)).toBe('Tout concorde (lignes relues, 4 ; missions relues, 1).');
    expect(reconciliationSentence({ ...found, state: 'late' })).toContain('rétabli depuis le registre');
    const fault = { kind: 'lineMissing', sequence: 3, id: null } as const;
    expect(reconciliationSentence({ ...found, state: 'broken', fault })).toContain('Ligne 3 : cette ligne manque.');
    expect(programmeSentence({ checked: 100, late: 0, broken: [] })).toBe('Lauréats relus : 100, tout concorde.');
    expect(programmeSentence({ checked: 100, late: 2, broken: ['a'] })).toMatch(/1 à réparer.*en retard.* 2\.$/);
  });
});
