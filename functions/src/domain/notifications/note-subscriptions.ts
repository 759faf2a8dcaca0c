import type { ScopingNoteActionName } from '../scoping-notes/actions.ts';
import type { MailName } from './mails.ts';
import type { Subscription } from './subscription.ts';

export type NoteMail = Extract<MailName, 'noteHandedIn' | 'noteRevised' | 'noteAccepted' | 'noteChangesAsked'>;

export type NoteEvent = ScopingNoteActionName | 'handIn' | 'revise';
export type NoteSubscription = Subscription<'members' | 'mailbox' | 'team', NoteMail>;

/** Who hears of each version of a note, and of what staff answer. Silence is written down. */
export const noteSubscriptions = {
  handIn: [
    { to: 'mailbox', mail: 'noteHandedIn', when: 'now' },
    { to: 'team', mail: 'noteHandedIn', when: 'daily' },
  ],
  revise: [
    { to: 'mailbox', mail: 'noteRevised', when: 'now' },
    { to: 'team', mail: 'noteRevised', when: 'daily' },
  ],
  accept: [{ to: 'members', mail: 'noteAccepted', when: 'now' }],
  askForChanges: [{ to: 'members', mail: 'noteChangesAsked', when: 'now' }],
  // Recorded after the fact, often many at once: it is read beside the note.
  recommend: [],
} as const satisfies Record<NoteEvent, readonly NoteSubscription[]>;
