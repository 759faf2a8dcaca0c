import type { LaureateActionName } from '../laureates/facts.ts';
import type { MailName } from './mails.ts';
import type { Subscription } from './subscription.ts';

/** `members`: everybody of the laureate. `experts`: the people of each company that has a live mission with it. */
export type LaureateAudience = 'members' | 'experts';

export type LaureateMail = Extract<
  MailName,
  'entityChanged' | 'fundedBaseSet' | 'referentAssigned' | 'laureateStopped' | 'laureateResumed' | 'laureateMerged'
>;
export type LaureateSubscription = Subscription<LaureateAudience, LaureateMail>;

/** Who hears of what is done to a laureate's record. Exhaustive; silence is written down. */
export const laureateSubscriptions = {
  changeLegalEntity: [
    { to: 'members', mail: 'entityChanged', when: 'weekly' },
    { to: 'experts', mail: 'entityChanged', when: 'daily' },
  ],
  correctLegalEntity: [
    { to: 'members', mail: 'entityChanged', when: 'weekly' },
    { to: 'experts', mail: 'entityChanged', when: 'daily' },
  ],
  // Not the experts: what a laureate recovers of the VAT is its own.
  setFundedBase: [{ to: 'members', mail: 'fundedBaseSet', when: 'weekly' }],
  // Not the experts: whom a laureate calls is its own.
  assignReferent: [{ to: 'members', mail: 'referentAssigned', when: 'weekly' }],
  suspend: [
    { to: 'members', mail: 'laureateStopped', when: 'now' },
    { to: 'experts', mail: 'laureateStopped', when: 'now' },
  ],
  resume: [
    { to: 'members', mail: 'laureateResumed', when: 'now' },
    { to: 'experts', mail: 'laureateResumed', when: 'now' },
  ],
  withdrawLabel: [
    { to: 'members', mail: 'laureateStopped', when: 'now' },
    { to: 'experts', mail: 'laureateStopped', when: 'now' },
  ],
  restoreLabel: [
    { to: 'members', mail: 'laureateResumed', when: 'now' },
    { to: 'experts', mail: 'laureateResumed', when: 'now' },
  ],
  transferEntity: [
    { to: 'members', mail: 'laureateMerged', when: 'now' },
    { to: 'experts', mail: 'laureateMerged', when: 'now' },
  ],
  // Nothing has moved: like a correction that is only proposed, it is not told outside of the team.
  withdrawTransfer: [],
  // Silence: it engages nothing, and the home of each member says who did it and takes it back in one press.
  openToSharing: [],
  closeToSharing: [],
} as const satisfies Record<LaureateActionName, readonly LaureateSubscription[]>;
