import type { ActionName } from '../missions/actions.ts';
import type { Reader } from './mails.ts';
import type { Subscription } from './subscription.ts';

export type MissionAudience =
  | 'expert'
  | 'laureates'
  /** The laureate in whose name the action was made, and the others that share the mission: each decides for itself alone. */
  | 'actingLaureate'
  | 'otherLaureates'
  | 'signatories'
  | 'proposedLaureates'
  /** The side whose answer is awaited, if it is that one; of a shared mission, the laureates that have not answered. */
  | 'awaitedExpert'
  | 'awaitedLaureates'
  /** Of the laureate that an invoice is for, also once it has left the mission. */
  | 'invoicedSignatories'
  /** The address of France Tiers-Lieux, and each person of the team. */
  | 'mailbox'
  | 'team';

export const readerOf = {
  expert: 'expert',
  laureates: 'laureate',
  actingLaureate: 'laureate',
  otherLaureates: 'laureate',
  signatories: 'laureate',
  proposedLaureates: 'laureate',
  awaitedExpert: 'expert',
  awaitedLaureates: 'laureate',
  invoicedSignatories: 'laureate',
  mailbox: 'staff',
  team: 'staff',
} as const satisfies Record<MissionAudience, Reader>;

export type MissionSubscription = Subscription<MissionAudience>;

/**
 * Who hears of what becomes of a mission. « Ils … l’enverront à la manufacture accompagnée ainsi qu’à l’équipe de France Tiers-Lieux. »
 */
export const missionSubscriptions = {
  // What ran before this service is not news: an import tells nobody.
  takeOver: [],
  request: [
    { to: 'expert', mail: 'missionRequested', when: 'now' },
    { to: 'proposedLaureates', mail: 'sharingProposed', when: 'now' },
    { to: 'laureates', mail: 'missionChanged', when: 'weekly' },
  ],
  join: [{ to: 'expert', mail: 'missionChanged', when: 'daily' }],
  declineSharing: [{ to: 'laureates', mail: 'missionChanged', when: 'weekly' }],
  declareNoInterest: [
    { to: 'mailbox', mail: 'dossierOpened', when: 'now' },
    { to: 'team', mail: 'dossierOpened', when: 'daily' },
    { to: 'laureates', mail: 'dossierOpened', when: 'weekly' },
  ],
  accept: [
    { to: 'laureates', mail: 'missionAccepted', when: 'now' },
    { to: 'expert', mail: 'missionChanged', when: 'daily' },
  ],
  decline: [
    { to: 'laureates', mail: 'missionDeclined', when: 'now' },
    { to: 'expert', mail: 'missionChanged', when: 'daily' },
  ],
  submitDiagnostic: [
    { to: 'mailbox', mail: 'diagnosticSubmittedStaff', when: 'now' },
    { to: 'team', mail: 'diagnosticSubmittedStaff', when: 'now' },
    { to: 'signatories', mail: 'diagnosticSubmitted', when: 'now' },
  ],
  // They may be reading it: its page must not be the one that says so.
  retract: [{ to: 'laureates', mail: 'missionDecided', when: 'now' }],
  validate: [
    { to: 'expert', mail: 'diagnosticValidated', when: 'now' },
    { to: 'actingLaureate', mail: 'validationNotice', when: 'now' },
    { to: 'otherLaureates', mail: 'missionChanged', when: 'weekly' },
  ],
  recordSignedDevis: [
    { to: 'expert', mail: 'diagnosticValidated', when: 'now' },
    { to: 'actingLaureate', mail: 'signedDevisRecorded', when: 'now' },
    { to: 'otherLaureates', mail: 'missionChanged', when: 'weekly' },
  ],
  sendBack: [
    { to: 'expert', mail: 'sentBack', when: 'now' },
    { to: 'laureates', mail: 'missionChanged', when: 'weekly' },
  ],
  refuse: [
    { to: 'expert', mail: 'missionRefused', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  resplit: [{ to: 'signatories', mail: 'diagnosticSubmitted', when: 'now' }],
  contest: [
    { to: 'mailbox', mail: 'missionDecided', when: 'now' },
    { to: 'team', mail: 'missionDecided', when: 'daily' },
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  submitReport: [
    { to: 'mailbox', mail: 'reportSubmittedStaff', when: 'now' },
    { to: 'team', mail: 'reportSubmittedStaff', when: 'now' },
    { to: 'signatories', mail: 'reportSubmitted', when: 'now' },
  ],
  sendBackReport: [
    { to: 'expert', mail: 'sentBack', when: 'now' },
    { to: 'laureates', mail: 'missionChanged', when: 'weekly' },
  ],
  confirmService: [
    { to: 'expert', mail: 'serviceConfirmed', when: 'now' },
    { to: 'actingLaureate', mail: 'feedbackInvited', when: 'now' },
    { to: 'otherLaureates', mail: 'missionChanged', when: 'weekly' },
  ],
  standDown: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
    { to: 'mailbox', mail: 'missionDecided', when: 'now' },
    { to: 'team', mail: 'missionDecided', when: 'daily' },
  ],
  endEarly: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
    { to: 'mailbox', mail: 'missionDecided', when: 'now' },
    { to: 'team', mail: 'missionDecided', when: 'daily' },
  ],
  withdraw: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
    { to: 'mailbox', mail: 'missionDecided', when: 'now' },
    { to: 'team', mail: 'missionDecided', when: 'daily' },
  ],
  leaveShared: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  declareConflict: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
    { to: 'mailbox', mail: 'missionDecided', when: 'now' },
    { to: 'team', mail: 'missionDecided', when: 'daily' },
  ],
  cancel: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  hold: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  resume: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  extend: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  arbitrate: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  closeWithout: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  reopen: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
  // Feedback goes to FTL, in its digest; the expert never hears of it.
  giveFeedback: [],
  proposeAmendment: [{ to: 'signatories', mail: 'amendmentProposed', when: 'now' }],
  validateAmendment: [{ to: 'expert', mail: 'missionDecided', when: 'now' }],
  refuseAmendment: [{ to: 'expert', mail: 'missionDecided', when: 'now' }],
  depositInvoice: [
    { to: 'invoicedSignatories', mail: 'invoiceDeposited', when: 'now' },
    { to: 'mailbox', mail: 'invoiceDeposited', when: 'now' },
    { to: 'team', mail: 'invoiceDeposited', when: 'daily' },
  ],
  recordPayment: [
    { to: 'expert', mail: 'invoicePaid', when: 'now' },
    { to: 'invoicedSignatories', mail: 'invoicePaid', when: 'now' },
  ],
  recordUnpaid: [
    { to: 'expert', mail: 'invoiceUnpaid', when: 'now' },
    { to: 'invoicedSignatories', mail: 'invoiceUnpaid', when: 'now' },
    { to: 'mailbox', mail: 'invoiceUnpaid', when: 'now' },
    { to: 'team', mail: 'invoiceUnpaid', when: 'daily' },
  ],
  cancelPayment: [
    { to: 'expert', mail: 'paymentCancelled', when: 'now' },
    { to: 'invoicedSignatories', mail: 'paymentCancelled', when: 'now' },
    { to: 'mailbox', mail: 'paymentCancelled', when: 'now' },
    { to: 'team', mail: 'paymentCancelled', when: 'daily' },
  ],
  // Who is not awaited reads on the page when the other side was last reminded.
  remind: [
    { to: 'awaitedLaureates', mail: 'reminder', when: 'now' },
    { to: 'awaitedExpert', mail: 'reminder', when: 'now' },
  ],
  // Nobody: it asks nothing of anybody and moves no deadline; the page says it to both sides, and one press takes it back.
  snoozeReminders: [],
  // Staff find a task, and those awaited were reminded.
  passDeadline: [],
  expire: [
    { to: 'expert', mail: 'missionDecided', when: 'now' },
    { to: 'laureates', mail: 'missionDecided', when: 'now' },
  ],
} as const satisfies Record<ActionName, readonly MissionSubscription[]>;
