import type { Day } from '../calendar.ts';
import type { Answers } from '../forms/form.ts';
import type { Cents } from '../money.ts';
import type { DevisAmounts, DevisIssuer } from '../subsidy/share.ts';
import type { TakenOverPiece, TakenOverState } from './taken-over.ts';

/** What each action carries. Ids of files come from verified uploads; the server looks everything else up itself. */
export interface ActionInputs {
  takeOver: TakeOver;
  request: {
    expertId: string;
    subthemes: readonly string[];
    need: string;
    needId: string | null;
    shareWith: readonly string[];
    /** An ended mission whose need this one takes up. */
    predecessorId?: string | null | undefined;
  };
  join: Empty;
  declineSharing: WithReason;
  declareNoInterest: { declares: boolean };
  accept: Empty;
  decline: WithReason;
  submitDiagnostic: SubmitDiagnostic;
  retract: WithReason;
  validate: Validate;
  recordSignedDevis: RecordSignedDevis;
  /** Like `validate`, a return names the version that was read: a newer one is not refused by an old page. */
  sendBack: WithReason & { reasons: readonly SendBackReason[]; version: number };
  refuse: WithReason & { version: number };
  resplit: { split: Readonly<Record<string, Cents>> };
  contest: WithReason;
  submitReport: { document: HandedInput; finals: Readonly<Record<string, Cents>> };
  sendBackReport: WithReason;
  /** Names the report that was read: a newer one with the same amount is not confirmed by an old page. */
  confirmService: { finalCents: Cents; reportNumber: number };
  /** `uid`: of the person of the expert's company who stops following this mission. */
  standDown: WithReason & { uid: string };
  endEarly: WithReason & WithFinals;
  withdraw: WithReason & WithFinals;
  leaveShared: WithReason & { finalCents: Cents };
  declareConflict: WithReason & WithFinals;
  cancel: WithReason;
  hold: WithReason;
  resume: WithReason;
  extend: WithReason & { days: number };
  arbitrate: WithReason & WithFinals;
  closeWithout: WithReason & WithFinals & { missing: MissingPiece };
  reopen: WithReason;
  giveFeedback: { answers: Answers; formVersion?: number | undefined };
  proposeAmendment: WithReason & { devis: DevisInput; split: Readonly<Record<string, Cents>> };
  validateAmendment: { number: number; subsidyCents: Cents; ownCents: Cents };
  refuseAmendment: WithReason;
  /** `laureateId`: whom it is for; in a shared mission each has its own. */
  depositInvoice: { laureateId: string; fileId: string; number: string; date: Day; amountCents: Cents };
  /** What was paid of it, and when; an invoice paid in several times is recorded once it all is. */
  recordPayment: { invoiceId: string; day: Day; paidCents: Cents };
  recordUnpaid: WithReason & { invoiceId: string };
  cancelPayment: WithReason & { invoiceId: string };
  remind: Empty;
  /** The day of the next reminder; null for the usual ones. */
  snoozeReminders: { until: Day | null };
  passDeadline: Empty;
  expire: Empty;
}

export type ActionName = keyof ActionInputs;

/** An action with its input: the union that the core works on. */
export type Command = {
  [Name in ActionName]: { readonly action: Name; readonly input: ActionInputs[Name] };
}[ActionName];

type Empty = Readonly<Record<never, never>>;
export interface WithReason {
  readonly reason: string;
}
/** Laureate id → what is paid for the work done, in cents. */
interface WithFinals {
  readonly finals: Readonly<Record<string, Cents>>;
}

export type HandedInput =
  /** `formVersion`: the one that was read; absent, the one in force. */
  | { readonly kind: 'form'; readonly answers: Answers; readonly formVersion?: number | undefined }
  | { readonly kind: 'file'; readonly fileId: string };

export interface DevisInput {
  readonly fileId: string;
  readonly number: string;
  readonly validUntil: Day;
  readonly issuer: DevisIssuer | null;
  readonly amounts: DevisAmounts;
}

export interface SubmitDiagnostic {
  readonly diagnostic: HandedInput;
  readonly devis: DevisInput;
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  readonly split: Readonly<Record<string, Cents>>;
}

/** A mission that runs already, as its papers say. `reason` says where that comes from: the file and its line. */
export interface TakeOver extends WithReason {
  readonly state: TakenOverState;
  readonly expertId: string;
  readonly subthemes: readonly string[];
  readonly need: string;
  readonly askedOn: Day;
  /** Laureate id → its part, what the subsidy pays of it, and what was confirmed in the end (null before). */
  readonly shares: Readonly<Record<string, TakenOverShare>>;
  readonly devis: TakenOverDevis | null;
  readonly validated: { readonly on: Day; readonly by: string } | null;
  readonly reportedOn: Day | null;
  /** The mission's own copies of its PDFs, by file id: those that its papers came with. */
  readonly pdfs: Readonly<Partial<Record<TakenOverPiece, string>>>;
}

export interface TakenOverShare {
  readonly shareCents: Cents;
  readonly subsidyCents: Cents;
  readonly finalCents: Cents | null;
}

export interface TakenOverDevis {
  readonly number: string;
  readonly handedInOn: Day;
  readonly validUntil: Day;
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
  readonly amounts: DevisAmounts;
}

/** A decision names the version and the exact bytes it is about, and how it is paid: nothing is debited that was not shown. */
export interface Validate {
  readonly version: number;
  readonly diagnosticSha256: string;
  readonly devisSha256: string;
  readonly subsidyCents: Cents;
  readonly ownCents: Cents;
  /** The sentence of `consentSentence` ticked. */
  readonly consent: boolean;
  /** What the person is in its organisation (« présidente »), in its own words; empty or absent when it did not say. */
  readonly function?: string | undefined;
}

/**
 * A devis signed on paper: the photo or PDF of it, who signed and on which day. It binds as a validation does, so it names what was shown and how
 * it is paid; the proof says that it is of another kind. `reason` is asked of staff alone.
 */
export interface RecordSignedDevis extends WithReason {
  readonly version: number;
  readonly fileId: string;
  readonly signedBy: string;
  readonly signedOn: Day;
  readonly subsidyCents: Cents;
  readonly ownCents: Cents;
}

export const sendBackReasons = {
  scope: 'Le périmètre ne correspond pas à la demande',
  amount: 'Le montant est à revoir',
  dates: 'Les dates ne conviennent pas',
  expired: 'La date de validité du devis est passée',
  document: 'Un document est illisible ou incomplet',
  other: 'Autre raison',
} as const;
export type SendBackReason = keyof typeof sendBackReasons;

/** What a mission is closed without. */
export const missingPieces = {
  report: 'Sans rapport de mission',
  confirmation: 'Sans confirmation du service',
  feedback: 'Sans bilan de satisfaction',
} as const;
export type MissingPiece = keyof typeof missingPieces;
