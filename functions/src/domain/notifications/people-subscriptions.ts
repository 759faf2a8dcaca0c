import type { PeopleActionName } from '../people/actions.ts';
import type { MailName } from './subscriptions.ts';

/** `person`: whom it is about. `colleagues`: the others whose access is open, but for who did it. */
export type PeopleAudience = 'person' | 'formerAddress' | 'colleagues' | 'staff';

export interface PeopleSubscription {
  readonly to: PeopleAudience;
  readonly mail: Extract<MailName, 'invited' | 'memberChanged' | 'emailChanged' | 'newAddress'>;
}

/** Who hears of what is done about people. Exhaustive; silence is written down. */
export const peopleSubscriptions = {
  invite: [
    { to: 'person', mail: 'invited' },
    { to: 'colleagues', mail: 'memberChanged' },
  ],
  inviteAgain: [{ to: 'person', mail: 'invited' }],
  setRole: [
    { to: 'person', mail: 'memberChanged' },
    { to: 'colleagues', mail: 'memberChanged' },
  ],
  delegate: [
    { to: 'person', mail: 'memberChanged' },
    { to: 'colleagues', mail: 'memberChanged' },
    { to: 'staff', mail: 'memberChanged' },
  ],
  endDelegation: [
    { to: 'person', mail: 'memberChanged' },
    { to: 'colleagues', mail: 'memberChanged' },
    { to: 'staff', mail: 'memberChanged' },
  ],
  close: [
    { to: 'person', mail: 'memberChanged' },
    { to: 'colleagues', mail: 'memberChanged' },
  ],
  reopen: [
    { to: 'person', mail: 'invited' },
    { to: 'colleagues', mail: 'memberChanged' },
  ],
  // Whose account is cut is called, not written to: the mailbox may be what was stolen.
  switchOff: [{ to: 'colleagues', mail: 'memberChanged' }],
  // Not the colleagues: nothing changes for them.
  changeEmail: [
    { to: 'formerAddress', mail: 'emailChanged' },
    { to: 'person', mail: 'newAddress' },
  ],
} as const satisfies Record<PeopleActionName, readonly PeopleSubscription[]>;
