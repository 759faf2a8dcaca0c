import type { LaureateActionName } from '../laureates/facts.ts';
import type { MailName } from './subscriptions.ts';

/** `members`: everybody of the laureate. `experts`: the people of each company that has a live mission with it. */
export type LaureateAudience = 'members' | 'experts';

export interface LaureateSubscription {
  readonly to: LaureateAudience;
  readonly mail: Extract<
    MailName,
    'entityChanged' | 'fundedBaseSet' | 'referentAssigned' | 'laureateStopped' | 'laureateResumed' | 'laureateMerged'
  >;
}

/** Who hears of what is done to a laureate's record. Exhaustive; silence is written down. */
export const laureateSubscriptions = {
  changeLegalEntity: [
    { to: 'members', mail: 'entityChanged' },
    { to: 'experts', mail: 'entityChanged' },
  ],
  correctLegalEntity: [
    { to: 'members', mail: 'entityChanged' },
    { to: 'experts', mail: 'entityChanged' },
  ],
  // Not the experts: what a laureate recovers of the VAT is its own.
  setFundedBase: [{ to: 'members', mail: 'fundedBaseSet' }],
  // Not the experts: whom a laureate calls is its own.
  assignReferent: [{ to: 'members', mail: 'referentAssigned' }],
  suspend: [
    { to: 'members', mail: 'laureateStopped' },
    { to: 'experts', mail: 'laureateStopped' },
  ],
  resume: [
    { to: 'members', mail: 'laureateResumed' },
    { to: 'experts', mail: 'laureateResumed' },
  ],
  withdrawLabel: [
    { to: 'members', mail: 'laureateStopped' },
    { to: 'experts', mail: 'laureateStopped' },
  ],
  restoreLabel: [
    { to: 'members', mail: 'laureateResumed' },
    { to: 'experts', mail: 'laureateResumed' },
  ],
  transferEntity: [
    { to: 'members', mail: 'laureateMerged' },
    { to: 'experts', mail: 'laureateMerged' },
  ],
  // Nothing has moved: like a correction that is only proposed, it is not told outside of the team.
  withdrawTransfer: [],
  // Silence: it engages nothing, and the home of each member says who did it and takes it back in one press.
  openToSharing: [],
  closeToSharing: [],
} as const satisfies Record<LaureateActionName, readonly LaureateSubscription[]>;
