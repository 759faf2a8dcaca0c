import type { PeopleActionName } from '../people/actions.ts';
import type { MailName } from './mails.ts';
import type { Subscription } from './subscription.ts';

/**
 * `person`: whom it is about, unless that person did it. `owner`: the same, whoever did it. `colleagues`: the others whose access is open, but
 * for who did it.
 */
export type PeopleAudience = 'person' | 'owner' | 'formerAddress' | 'colleagues' | 'mailbox';

export type PeopleMail = Extract<
  MailName,
  'invited' | 'memberChanged' | 'emailChanged' | 'newAddress' | 'addressCheck'
>;
export type PeopleSubscription = Subscription<PeopleAudience, PeopleMail>;

/** Who hears of what is done about people. Exhaustive; silence is written down. */
export const peopleSubscriptions = {
  invite: [
    { to: 'person', mail: 'invited', when: 'now' },
    { to: 'colleagues', mail: 'memberChanged', when: 'now' },
  ],
  inviteAgain: [{ to: 'person', mail: 'invited', when: 'now' }],
  setRole: [
    { to: 'person', mail: 'memberChanged', when: 'now' },
    { to: 'colleagues', mail: 'memberChanged', when: 'now' },
  ],
  delegate: [
    { to: 'person', mail: 'memberChanged', when: 'now' },
    { to: 'colleagues', mail: 'memberChanged', when: 'now' },
    { to: 'mailbox', mail: 'memberChanged', when: 'now' },
  ],
  endDelegation: [
    { to: 'person', mail: 'memberChanged', when: 'now' },
    { to: 'colleagues', mail: 'memberChanged', when: 'now' },
    { to: 'mailbox', mail: 'memberChanged', when: 'now' },
  ],
  close: [
    { to: 'person', mail: 'memberChanged', when: 'now' },
    { to: 'colleagues', mail: 'memberChanged', when: 'now' },
  ],
  reopen: [
    { to: 'person', mail: 'invited', when: 'now' },
    { to: 'colleagues', mail: 'memberChanged', when: 'now' },
  ],
  // Whose account is cut is called, not written to: the mailbox may be what was stolen.
  switchOff: [{ to: 'colleagues', mail: 'memberChanged', when: 'now' }],
  // Not the colleagues: nothing changes for them.
  changeEmail: [
    { to: 'formerAddress', mail: 'emailChanged', when: 'now' },
    { to: 'person', mail: 'newAddress', when: 'now' },
  ],
  // Not the colleagues either: the person says whether it is right.
  correctName: [{ to: 'person', mail: 'memberChanged', when: 'now' }],
  // A mail would not arrive: the person is told on its next page, and called by staff meanwhile.
  flagAddress: [],
  // What tells whether the address works: refused, it is marked again.
  clearAddressFlag: [{ to: 'owner', mail: 'addressCheck', when: 'now' }],
  // Nothing changes for anybody.
  setPhone: [],
} as const satisfies Record<PeopleActionName, readonly PeopleSubscription[]>;
