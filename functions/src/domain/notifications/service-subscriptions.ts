import type { Subscription } from './subscription.ts';

/** Whom an event of the service itself concerns: the person it is about, those of the organisations named, or France Tiers-Lieux. */
export type ServiceAudience = 'person' | 'company' | 'members' | 'channel' | 'mailbox' | 'team';

/** Who hears of what no table of actions names. */
export const serviceSubscriptions = {
  signInAsked: [{ to: 'person', mail: 'signIn', when: 'now' }],
  confirmationAsked: [{ to: 'person', mail: 'confirmationCode', when: 'now' }],
  laureateImported: [{ to: 'members', mail: 'invited', when: 'now' }],
  expertInvited: [{ to: 'person', mail: 'expertInvited', when: 'now' }],
  registrationKept: [{ to: 'person', mail: 'registrationKept', when: 'now' }],
  // From the form of a public card, by anybody.
  visitorWrote: [{ to: 'person', mail: 'visitorMessage', when: 'now' }],
  expertRegistered: [
    { to: 'company', mail: 'expertRegistered', when: 'now' },
    { to: 'mailbox', mail: 'expertRegistered', when: 'now' },
    { to: 'team', mail: 'expertRegistered', when: 'daily' },
  ],
  // Also one that was returned, and is sent again.
  expertUpdated: [
    { to: 'mailbox', mail: 'expertRegistered', when: 'now' },
    { to: 'team', mail: 'expertRegistered', when: 'daily' },
  ],
  // A year after it was published or last said to be right, and again while nobody answers. Staff then have a task.
  cardToConfirm: [{ to: 'company', mail: 'cardToConfirm', when: 'now' }],
  // Thirty days, then seven, before its sheet and its people are made anonymous. Staff have a task, to call them.
  expertInactive: [{ to: 'company', mail: 'expertInactive', when: 'now' }],
  // Asked for on its own page, and staff have a task: the person is told of what they decide.
  erasureDecided: [{ to: 'person', mail: 'erasureDecided', when: 'now' }],
  // What a restoration of an earlier copy must be told, kept where losing the project does not reach it.
  erasureBegun: [{ to: 'mailbox', mail: 'erasureBegun', when: 'now' }],
  // Its author among them: a session that somebody else holds may have made it.
  apiTokenMade: [
    { to: 'mailbox', mail: 'apiTokenMade', when: 'now' },
    { to: 'team', mail: 'apiTokenMade', when: 'now' },
  ],
  apiTokenRevoked: [
    { to: 'mailbox', mail: 'apiTokenRevoked', when: 'now' },
    { to: 'team', mail: 'apiTokenRevoked', when: 'now' },
  ],
  interestFound: [
    { to: 'mailbox', mail: 'interestFound', when: 'now' },
    { to: 'team', mail: 'interestFound', when: 'daily' },
  ],
  grantCut: [
    { to: 'person', mail: 'grantCut', when: 'now' },
    { to: 'members', mail: 'grantCut', when: 'now' },
  ],
  grantChanged: [
    { to: 'person', mail: 'grantExtended', when: 'now' },
    { to: 'members', mail: 'grantExtended', when: 'weekly' },
  ],
  unusualVolume: [
    { to: 'mailbox', mail: 'unusualVolume', when: 'now' },
    { to: 'team', mail: 'unusualVolume', when: 'daily' },
  ],
  subsidyMoved: [{ to: 'members', mail: 'subsidyChanged', when: 'now' }],
  ledgerBroken: [
    { to: 'mailbox', mail: 'ledgerBroken', when: 'now' },
    { to: 'team', mail: 'ledgerBroken', when: 'now' },
  ],
  // Once a day and a fact, however often it is looked at (`health/facts.ts`).
  healthShort: [
    { to: 'mailbox', mail: 'healthShort', when: 'now' },
    { to: 'team', mail: 'healthShort', when: 'now' },
  ],
  // To the people of the channel that it was written in, and to France Tiers-Lieux, which reads each.
  messagePosted: [
    { to: 'channel', mail: 'messageReceived', when: 'now' },
    { to: 'mailbox', mail: 'messageReceived', when: 'now' },
    { to: 'team', mail: 'messageReceived', when: 'daily' },
  ],
  weekEnded: [
    { to: 'mailbox', mail: 'weeklySummary', when: 'now' },
    { to: 'team', mail: 'weeklySummary', when: 'now' },
  ],
  monthEnded: [
    { to: 'mailbox', mail: 'monthlySummary', when: 'now' },
    { to: 'team', mail: 'monthlySummary', when: 'now' },
  ],
} as const satisfies Record<string, readonly Subscription<ServiceAudience>[]>;
export type ServiceEvent = keyof typeof serviceSubscriptions;
