import type { Cents } from '../money.ts';
import { type FourEyes, needsFourEyes } from '../subsidy/adjustment.ts';
import { balanceOf, type LedgerEntry } from '../subsidy/ledger.ts';
import type { Takeover } from './laureate.ts';

/** What pressing the button does: the transfer, its proposal to somebody else of the team, or nothing since one's own proposal waits. */
export type TakeoverStage = 'carry' | 'propose' | 'ownProposal';

interface Pressed {
  readonly uid: string;
  readonly intoId: string;
  readonly takeover: Takeover | null;
  readonly movedCents: Cents;
}

/** Moving a subsidy whole is a correction like another: above the setting two people do it. A proposal of another laureate is replaced. */
export function takeoverStage({ uid, intoId, takeover, movedCents }: Pressed, rule: FourEyes): TakeoverStage {
  if (!needsFourEyes(rule, movedCents)) return 'carry';
  if (takeover === null || takeover.intoId !== intoId) return 'propose';
  return takeover.byUid === uid ? 'ownProposal' : 'carry';
}

/** What goes to the other: what remains and what missions hold. What is settled stays. */
export function movedCents(entries: readonly LedgerEntry[]): Cents {
  const { remainingCents, committedCents } = balanceOf(entries);
  return remainingCents + committedCents;
}
