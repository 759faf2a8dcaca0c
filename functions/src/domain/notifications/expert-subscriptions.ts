import type { ExpertDecision } from '../experts/decisions.ts';
import type { MailName } from './subscriptions.ts';

export type ExpertMail = Extract<
  MailName,
  'expertRegistered' | 'expertReviewed' | 'expertReinstated' | 'expertWithdrew'
>;

export interface ExpertSubscription {
  /** `company`: everybody of the company whose access is open. `team`: its own address. */
  readonly to: 'company' | 'team';
  readonly mail: ExpertMail;
}

/** Who hears of what is decided about an expert. Exhaustive; silence is written down. */
export const expertSubscriptions = {
  publish: [{ to: 'company', mail: 'expertReviewed' }],
  return: [{ to: 'company', mail: 'expertReviewed' }],
  admitUnlisted: [{ to: 'company', mail: 'expertReviewed' }],
  reject: [{ to: 'company', mail: 'expertReviewed' }],
  // The record is the team's own: the company reads the reason of a decision, not what was noted of a talk.
  recordInterview: [],
  suspend: [{ to: 'company', mail: 'expertReviewed' }],
  reinstate: [{ to: 'company', mail: 'expertReinstated' }],
  withdraw: [
    { to: 'company', mail: 'expertReviewed' },
    { to: 'team', mail: 'expertWithdrew' },
  ],
  comeBack: [{ to: 'team', mail: 'expertRegistered' }],
} as const satisfies Record<ExpertDecision, readonly ExpertSubscription[]>;
