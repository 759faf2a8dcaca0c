import type { ScopingNoteActionName } from '../scoping-notes/actions.ts';
import type { MailName } from './subscriptions.ts';

export type NoteMail = Extract<MailName, 'noteHandedIn' | 'noteRevised' | 'noteAccepted' | 'noteChangesAsked'>;

/** What a laureate's people hear of what staff do about their note; the team hears of each version. Silence is written down. */
export const noteSubscriptions = {
  accept: ['noteAccepted'],
  askForChanges: ['noteChangesAsked'],
  // Recorded after the fact, often many at once: it is read beside the note.
  recommend: [],
} as const satisfies Record<ScopingNoteActionName, readonly NoteMail[]>;
