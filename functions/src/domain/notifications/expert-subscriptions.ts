import type { ExpertDecision } from '../experts/decisions.ts';
import type { MailName } from './mails.ts';
import type { Subscription } from './subscription.ts';

export type ExpertMail = Extract<
  MailName,
  'expertRegistered' | 'expertReviewed' | 'expertReinstated' | 'expertWithdrew' | 'cardToConfirm' | 'expertInactive'
>;

/** `company`: everybody of the company whose access is open. */
export type ExpertAudience = 'company' | 'mailbox' | 'team';
export type ExpertSubscription = Subscription<ExpertAudience, ExpertMail>;

/** Who hears of what is decided about an expert. Exhaustive; silence is written down. */
export const expertSubscriptions = {
  publish: [{ to: 'company', mail: 'expertReviewed', when: 'now' }],
  return: [{ to: 'company', mail: 'expertReviewed', when: 'now' }],
  admitUnlisted: [{ to: 'company', mail: 'expertReviewed', when: 'now' }],
  reject: [{ to: 'company', mail: 'expertReviewed', when: 'now' }],
  // The record is the team's own: the company reads the reason of a decision, not what was noted of a talk.
  recordInterview: [],
  suspend: [{ to: 'company', mail: 'expertReviewed', when: 'now' }],
  reinstate: [{ to: 'company', mail: 'expertReinstated', when: 'now' }],
  withdraw: [
    { to: 'company', mail: 'expertReviewed', when: 'now' },
    { to: 'mailbox', mail: 'expertWithdrew', when: 'now' },
    { to: 'team', mail: 'expertWithdrew', when: 'daily' },
  ],
  // Nothing has changed: who asked for it sees the page say so.
  confirmCard: [],
  comeBack: [
    { to: 'mailbox', mail: 'expertRegistered', when: 'now' },
    { to: 'team', mail: 'expertRegistered', when: 'daily' },
  ],
} as const satisfies Record<ExpertDecision, readonly ExpertSubscription[]>;
