import type { Day } from '../calendar.ts';
import type { ExpertState } from '../experts/profile.ts';
import type { ActionName } from '../missions/actions.ts';
import type { MissionState } from '../missions/states.ts';

/**
 * Who hears of what. Exhaustive: a new event does not compile until someone decides, and silence is written down.
 * « Ils … l’enverront à la manufacture accompagnée ainsi qu’à l’équipe de France Tiers-Lieux. »
 */
export type Audience =
  | 'expert'
  | 'laureates'
  /** The laureate in whose name the action was made, and the others that share the mission: each decides for itself alone. */
  | 'actingLaureate'
  | 'otherLaureates'
  | 'signatories'
  | 'proposedLaureates'
  /** Of the laureate that an invoice is for, also once it has left the mission. */
  | 'invoicedSignatories'
  | 'staff';

/** On which side the reader of a mail stands: with the state, it tells whether something is expected of that person. */
export type Reader = 'expert' | 'laureate' | 'staff';

export const readerOf = {
  expert: 'expert',
  laureates: 'laureate',
  actingLaureate: 'laureate',
  otherLaureates: 'laureate',
  signatories: 'laureate',
  proposedLaureates: 'laureate',
  invoicedSignatories: 'laureate',
  staff: 'staff',
} as const satisfies Record<Audience, Reader>;

export interface Subscription {
  readonly to: Audience;
  readonly mail: MailName;
}

export const missionSubscriptions = {
  // What ran before this service is not news: an import tells nobody.
  takeOver: [],
  request: [
    { to: 'expert', mail: 'missionRequested' },
    { to: 'proposedLaureates', mail: 'sharingProposed' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  join: [{ to: 'expert', mail: 'missionChanged' }],
  declineSharing: [{ to: 'laureates', mail: 'missionChanged' }],
  declareNoInterest: [
    { to: 'staff', mail: 'dossierOpened' },
    { to: 'laureates', mail: 'dossierOpened' },
  ],
  accept: [
    { to: 'laureates', mail: 'missionAccepted' },
    { to: 'expert', mail: 'missionChanged' },
  ],
  decline: [
    { to: 'laureates', mail: 'missionDeclined' },
    { to: 'expert', mail: 'missionChanged' },
  ],
  submitDiagnostic: [
    { to: 'staff', mail: 'diagnosticSubmittedStaff' },
    { to: 'signatories', mail: 'diagnosticSubmitted' },
  ],
  retract: [{ to: 'laureates', mail: 'missionChanged' }],
  validate: [
    { to: 'expert', mail: 'diagnosticValidated' },
    { to: 'actingLaureate', mail: 'validationNotice' },
    { to: 'otherLaureates', mail: 'missionChanged' },
  ],
  recordSignedDevis: [
    { to: 'expert', mail: 'diagnosticValidated' },
    { to: 'actingLaureate', mail: 'signedDevisRecorded' },
    { to: 'otherLaureates', mail: 'missionChanged' },
  ],
  sendBack: [
    { to: 'expert', mail: 'sentBack' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  refuse: [
    { to: 'expert', mail: 'missionRefused' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  resplit: [{ to: 'signatories', mail: 'diagnosticSubmitted' }],
  contest: [
    { to: 'staff', mail: 'missionChanged' },
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  submitReport: [
    { to: 'staff', mail: 'reportSubmittedStaff' },
    { to: 'signatories', mail: 'reportSubmitted' },
  ],
  sendBackReport: [
    { to: 'expert', mail: 'sentBack' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  confirmService: [
    { to: 'expert', mail: 'serviceConfirmed' },
    { to: 'actingLaureate', mail: 'feedbackInvited' },
    { to: 'otherLaureates', mail: 'missionChanged' },
  ],
  standDown: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
    { to: 'staff', mail: 'missionChanged' },
  ],
  endEarly: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
    { to: 'staff', mail: 'missionChanged' },
  ],
  withdraw: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
    { to: 'staff', mail: 'missionChanged' },
  ],
  leaveShared: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  declareConflict: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
    { to: 'staff', mail: 'missionChanged' },
  ],
  cancel: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  hold: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  resume: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  extend: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  arbitrate: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  closeWithout: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  reopen: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
  // Feedback goes to FTL, in its digest; the expert never hears of it.
  giveFeedback: [],
  proposeAmendment: [{ to: 'signatories', mail: 'amendmentProposed' }],
  validateAmendment: [{ to: 'expert', mail: 'missionChanged' }],
  refuseAmendment: [{ to: 'expert', mail: 'missionChanged' }],
  depositInvoice: [
    { to: 'invoicedSignatories', mail: 'invoiceDeposited' },
    { to: 'staff', mail: 'invoiceDeposited' },
  ],
  recordPayment: [
    { to: 'expert', mail: 'invoicePaid' },
    { to: 'invoicedSignatories', mail: 'invoicePaid' },
  ],
  recordUnpaid: [
    { to: 'expert', mail: 'invoiceUnpaid' },
    { to: 'invoicedSignatories', mail: 'invoiceUnpaid' },
    { to: 'staff', mail: 'invoiceUnpaid' },
  ],
  cancelPayment: [
    { to: 'expert', mail: 'paymentCancelled' },
    { to: 'invoicedSignatories', mail: 'paymentCancelled' },
    { to: 'staff', mail: 'paymentCancelled' },
  ],
  remind: [
    { to: 'laureates', mail: 'reminder' },
    { to: 'expert', mail: 'reminder' },
  ],
  // Staff find a task, and those awaited were reminded.
  passDeadline: [],
  expire: [
    { to: 'expert', mail: 'missionChanged' },
    { to: 'laureates', mail: 'missionChanged' },
  ],
} as const satisfies Record<ActionName, readonly Subscription[]>;

export const mailNames = [
  'signIn',
  'confirmationCode',
  'expertRegistered',
  'expertReviewed',
  'expertReinstated',
  'expertWithdrew',
  'noteHandedIn',
  'noteRevised',
  'noteAccepted',
  'noteChangesAsked',
  'invited',
  'expertInvited',
  'newAddress',
  'emailChanged',
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
  'missionChanged',
  'messageReceived',
  'actedOnBehalf',
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
}

/** One mail to one person. Its id is deterministic, so that queuing it twice queues it once. */
export interface OutboxItem {
  readonly id: string;
  readonly mail: MailName;
  readonly to: { readonly email: string; readonly name: string; readonly uid: string | null };
  readonly facts: MailFacts;
  /** Page of ours that the button opens; the button signs its reader in when `uid` is known. */
  readonly path: string;
  readonly createdAt: number;
}
