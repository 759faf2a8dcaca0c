import type { Day, Instant } from '../calendar.ts';
import type { Answers } from '../forms/form.ts';
import type { Cents } from '../money.ts';
import type { Authentication, Opening } from '../proofs/circumstances.ts';
import type { FundedBase } from '../subsidy/funded.ts';
import type { Invoice } from '../subsidy/invoice.ts';
import type { LedgerEntry } from '../subsidy/ledger.ts';
import type { DevisAmounts, Share, SubmittedAmounts } from '../subsidy/share.ts';
import type { Grant } from './facts.ts';
import type { Mission, MissionEvent } from './mission.ts';

/** All that one action writes, in one commit. */
export interface Outcome {
  readonly mission: Mission;
  readonly event: MissionEvent;
  readonly shares: readonly Share[];
  readonly entries: readonly { readonly laureateId: string; readonly entry: LedgerEntry }[];
  readonly grants: readonly Grant[];
  readonly submitted: SubmittedAmounts | null;
  readonly amendment: AmendmentRecord | null;
  readonly proof: Proof | null;
  /** Of a mission taken over: what each laureate had validated outside of this service. */
  readonly outsideProofs: readonly Proof[];
  readonly feedback: Feedback | null;
  /** The mission that this one follows, with its link to it. */
  readonly predecessor: Mission | null;
  readonly invoice: Invoice | null;
}

export interface AmendmentRecord {
  readonly number: number;
  readonly reason: string;
  readonly amounts: DevisAmounts;
  readonly split: Readonly<Record<string, Cents>>;
}

export interface Feedback {
  readonly missionId: string;
  readonly laureateId: string;
  readonly expertId: string;
  readonly at: Instant;
  /** Of the form that was answered. */
  readonly formVersion: number;
  readonly answers: Answers;
}

/** What a laureate decided: a devis (here, by hand on paper, or outside before this service), a service, an amendment, or an end before its term with what is due. */
export const proofKinds = ['validation', 'handSigned', 'outside', 'service', 'amendment', 'ending'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What a proof on paper says besides: it is never an electronic validation, whoever recorded it. */
export interface PaperProof {
  /** Null of what was validated outside: the paper stayed where it was signed. */
  readonly fileId: string | null;
  readonly signedBy: string;
  readonly signedOn: Day;
  readonly recordedBy: 'laureate' | 'staff';
  /** Why staff recorded it; empty when the laureate did. */
  readonly reason: string;
}

/** A « validation électronique simple »: who decided what, on which exact bytes, how the person was known, and what it left. */
export interface Proof {
  readonly id: string;
  readonly kind: ProofKind;
  readonly missionId: string;
  readonly laureateId: string;
  readonly version: number;
  readonly at: Instant;
  readonly person: {
    readonly uid: string;
    readonly name: string;
    readonly organisation: string;
    /** The signatory by whose word a contributor signed. Absent otherwise, so that the hash printed for an older proof still holds. */
    readonly delegatedBy?: string | undefined;
    /** As they were then. Absent, as all that follows with a question mark, from records made before it was kept: their hashes hold. */
    readonly email?: string | undefined;
    /** « présidente »: the person's own word, given with the decision. */
    readonly function?: string | undefined;
    readonly siret?: string | undefined;
    readonly role?: 'signatory' | 'staff' | undefined;
    /** Who gave that role, and when. */
    readonly roleGiven?: { readonly byName: string; readonly at: Instant } | undefined;
  };
  readonly signedInAt: Instant;
  /** How that sign-in was made. Also absent when the session names no request. */
  readonly authentication?: Authentication | undefined;
  /** Version of `consentSentence`; 0 for an act that asks for no sentence. */
  readonly consentVersion: number;
  /** That sentence, word for word; absent where none was asked. */
  readonly consentText?: string | undefined;
  readonly documents: readonly ProofDocument[];
  /** What of them the person opened before deciding: recorded, never required. */
  readonly opened?: readonly Opening[] | undefined;
  /** By which template the document shown was drawn, where it is one of ours. */
  readonly template?: { readonly name: string; readonly version: number } | undefined;
  /** Why a mission is ended or left before its term. */
  readonly reason?: string | undefined;
  /** `at` for who reads: in UTC and in Paris (ISO 8601). */
  readonly time?: { readonly utc: string; readonly paris: string } | undefined;
  /** What was agreed to: the share validated or, for a service or an ending, what is paid in the end; and the part of it the subsidy pays. */
  readonly shareCents: Cents;
  readonly subsidyCents: Cents;
  /** What of it the subsidy may pay, and by which base: as frozen. Absent from proofs made before there was one, whose hash must hold. */
  readonly fundedCents?: Cents | undefined;
  readonly base?: FundedBase | undefined;
  /** The last day of a devis that was validated after it. */
  readonly devisExpiredOn?: Day | undefined;
  readonly remainingBeforeCents: Cents;
  readonly remainingAfterCents: Cents;
  readonly settingsVersion: number;
  /** Absent from what was decided on line, so that the hash printed for an older proof still holds. */
  readonly paper?: PaperProof | undefined;
}

/** The exact bytes: their hash and size, and what Storage calls that very object (« generation »). */
export interface ProofDocument {
  readonly fileId: string;
  readonly sha256: string;
  readonly size?: number | undefined;
  readonly generation?: string | undefined;
}

/** The sentence a signatory ticks; a change of words is a new version. */
export const consentSentence = {
  version: 1,
  text: 'J’ai le pouvoir d’engager ma structure, j’ai pris connaissance du diagnostic et du devis, et je les valide.',
} as const;
