import type { Day, Instant } from '../calendar.ts';
import type { ExpertState } from '../experts/profile.ts';
import type { MissionState, WaitingState } from '../missions/states.ts';
import type { Frequency } from './frequencies.ts';

/** On which side the reader of a mail stands: with the state, it tells whether something is expected of that person. */
export type Reader = 'expert' | 'laureate' | 'staff';

export const mailNames = [
  'signIn',
  'confirmationCode',
  'expertRegistered',
  'expertReviewed',
  'expertReinstated',
  'expertWithdrew',
  'cardToConfirm',
  'expertInactive',
  'erasureDecided',
  'erasureBegun',
  'apiTokenMade',
  'apiTokenRevoked',
  'noteHandedIn',
  'noteRevised',
  'noteAccepted',
  'noteChangesAsked',
  'invited',
  'expertInvited',
  'registrationKept',
  'visitorMessage',
  'newAddress',
  'emailChanged',
  'addressCheck',
  'memberChanged',
  'interestFound',
  'entityChanged',
  'fundedBaseSet',
  'referentAssigned',
  'laureateStopped',
  'laureateResumed',
  'laureateMerged',
  'missionRequested',
  'sharingProposed',
  'dossierOpened',
  'grantCut',
  'grantExtended',
  'unusualVolume',
  'subsidyChanged',
  'ledgerBroken',
  'healthShort',
  'missionAccepted',
  'missionDeclined',
  'diagnosticSubmitted',
  'diagnosticSubmittedStaff',
  'diagnosticValidated',
  'validationNotice',
  'signedDevisRecorded',
  'sentBack',
  'missionRefused',
  'reportSubmitted',
  'reportSubmittedStaff',
  'amendmentProposed',
  'serviceConfirmed',
  'feedbackInvited',
  'invoiceDeposited',
  'invoicePaid',
  'invoiceUnpaid',
  'paymentCancelled',
  'reminder',
  'missionDecided',
  'missionChanged',
  'messageReceived',
  'actedOnBehalf',
  'digest',
  'weeklySummary',
  'monthlySummary',
] as const;
export type MailName = (typeof mailNames)[number];

/** What a mail says; the words are in `mail/mails.ts`. Values are plain text, escaped when rendered; empty where a mail has none to say. */
export interface MailFacts {
  readonly recipientName: string;
  readonly reader: Reader;
  /** Who takes part in the mission, joined by « et » when it is shared; of what one laureate did for itself, that laureate. */
  readonly laureateName: string;
  readonly expertName: string;
  /** What happened, as the journal's line (`transitions[action].done`). */
  readonly happened: string;
  readonly byName: string;
  readonly reason: string;
  /** Where the mission, or the expert's sheet, stands now; null when the mail is about neither. */
  readonly state: MissionState | ExpertState | null;
  readonly need: string;
  /** The day before which an answer of whoever is awaited is expected; absent from what waits for nobody. */
  readonly expectedBefore?: Day | null | undefined;
  /** What happened just before, told by this mail in place of one each, oldest first; absent from what tells of one thing. */
  readonly earlier?: readonly Happening[] | undefined;
}

/** Something that happened to a mission, as the mail that would have told it says it. */
export interface Happening extends Pick<MailFacts, 'happened' | 'byName' | 'reason'> {
  readonly at: Instant;
}

/** A mail has these to say only where its event names them. */
export const noFacts = {
  ...{ laureateName: '', expertName: '', happened: '', byName: '', reason: '' },
  ...{ state: null, need: '' },
} as const satisfies Omit<MailFacts, 'recipientName' | 'reader'>;

/** A titled part of a mail that gathers: lines that lead somewhere, or figures with a bar. Plain text, escaped when rendered. */
export type MailPart =
  | { readonly kind: 'lines'; readonly title: string; readonly lines: readonly MailLine[] }
  | { readonly kind: 'figures'; readonly title: string; readonly rows: readonly MailFigure[] };

export interface MailLine {
  readonly text: string;
  /** « depuis 12 jours »; empty when there is nothing to add. */
  readonly detail: string;
  /** Page of ours; null for a line that leads nowhere. */
  readonly path: string | null;
}

export interface MailFigure {
  readonly label: string;
  readonly value: string;
  /** From 0 to 1, the length of its bar; null without one. */
  readonly share: number | null;
}

/** A mission that a reminder is about, as it waited when the reminder was queued. */
export interface Reminded {
  readonly missionId: string;
  readonly event: number;
  readonly state: WaitingState;
  /** With the state, names the waiting. */
  readonly since: Instant;
  /** Whose answer is awaited, of the laureates; null when it is the expert’s. */
  readonly laureateId: string | null;
  readonly laureateName: string;
  readonly expertName: string;
  readonly need: string;
  readonly expectedBefore: Day | null;
  /** Page of ours where it is answered. */
  readonly path: string;
}

/** One mail to one person. Its id is deterministic, so that queuing it twice queues it once. */
export interface OutboxItem {
  readonly id: string;
  readonly mail: MailName;
  readonly to: { readonly email: string; readonly name: string; readonly uid: string | null };
  readonly facts: MailFacts;
  /** Whom an answer reaches in place of the programme’s contact: who wrote from outside. Absent from every other mail. */
  readonly replyTo?: { readonly email: string; readonly name: string } | null | undefined;
  /** Page of ours that the button opens; the button signs its reader in when `uid` is known. */
  readonly path: string;
  /** When its reader is told, unless that person chose otherwise: the default of the event. */
  readonly when: Frequency;
  /** What it follows from; null when it is about no mission. What has moved meanwhile is looked at before it leaves. */
  readonly mission: { readonly id: string; readonly event: number } | null;
  /** What a mail that gathers others has besides its words; none in the mail of one event. */
  readonly parts: readonly MailPart[];
  /** Of a reminder: the missions it gathers, read again before it leaves (`reminder-mail.ts`). Absent from every other mail. */
  readonly reminds?: readonly Reminded[] | null | undefined;
  readonly createdAt: Instant;
}
