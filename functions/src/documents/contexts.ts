import type { Day, Instant } from '../domain/calendar.ts';
import type { Cents } from '../domain/money.ts';
import type { FeedbackContext, ScopingNoteContext } from './contexts-notes.ts';
import type { MonthlySummaryContext, WeeklySummaryContext } from './contexts-summaries.ts';
import type { Picture } from './pictures/picture.ts';

/** What each document template is given. Amounts are integer cents, days Europe/Paris `YYYY-MM-DD`, instants UTC milliseconds. */

/** On every document of the programme. */
export interface Origin {
  /** « Manufactures de proximité ». */
  programme: string;
  /** Absolute address of the page where its readers find the original, or what it was made from. */
  originalAddress: string;
}

/** On what comes again when something changes. */
export interface Issue extends Origin {
  /** Version of the document, from 1. */
  version: number;
}

/** On what a proof may name, or is. */
export interface Checkable extends Issue {
  /** Absolute address of the page where anybody compares a file with the proofs, without the number of one. */
  checkAddress: string;
}

export interface Laureate {
  name: string;
  siret: string;
  /** « Ambert, Puy-de-Dôme ». */
  territory: string;
  /** Above the title of what is about this laureate alone. */
  logo?: Picture;
}

export interface Expert {
  company: string;
  siret: string;
  consultants: readonly string[];
}

export interface Mission {
  reference: string;
  need: string;
  subthemes: readonly string[];
  plannedStart: Day;
  plannedEnd: Day;
}

/** Questions come from the versioned form, so that staff may change them without touching a template. */
export interface AnsweredSection {
  title: string;
  questions: readonly { label: string; answer: string }[];
}

export interface Devis {
  number: string;
  validUntil: Day;
  /** What the devis is made of; empty when the expert gave totals only. */
  lines: readonly { label: string; amountCents: Cents }[];
  exclVatCents: Cents;
  /** One a rate; one that says so where no VAT applies. */
  vatRows: readonly { label: string; cents: Cents }[];
  inclVatCents: Cents;
  /** Who issues it, when it is not the expert. */
  issuer?: { name: string; siret: string };
  /** Validated after its last day. */
  expired?: boolean;
}

/** One laureate's part of the amount, and what its subsidy becomes. */
export interface Share {
  laureate: string;
  amountCents: Cents;
  remainingBeforeCents: Cents;
  remainingAfterCents: Cents;
  /** What exceeds the subsidy and is paid by the laureate: 0 when all is covered. */
  ownChargeCents: Cents;
  /** What the subsidy may pay, by which base, and the VAT left out of it: absent from what was validated before bases were kept. */
  base?: string;
  fundedCents?: Cents;
  recoverableCents?: Cents;
}

export interface Step {
  atMs: Instant;
  label: string;
}

/** A file that a decision rests on. */
export interface SealedFile {
  label: string;
  version: number;
  fileName: string;
  sizeBytes: number;
  sha256: string;
}

export interface DiagnosticContext extends Checkable {
  mission: Mission;
  laureates: readonly Laureate[];
  expert: Expert;
  scopingNoteVersion: number;
  submittedAtMs: Instant;
  sections: readonly AnsweredSection[];
  devis: Devis;
  files: readonly SealedFile[];
}

/**
 * A devis on a page, for one reader. In a shared mission a laureate reads its own part: neither the total nor the parts of the others, so the two
 * are written apart and can't be given together.
 */
export interface DevisSummaryContext extends Issue {
  mission: Mission;
  /** All those who take part, by name: who shares a mission is known to all of them, for how much is not. */
  laureates: readonly Laureate[];
  expert: Expert;
  submittedAtMs: Instant;
  devis: Pick<Devis, 'number' | 'validUntil' | 'issuer' | 'expired'>;
  amounts:
    | {
        whole: Pick<Devis, 'lines' | 'exclVatCents' | 'vatRows' | 'inclVatCents'>;
        parts: readonly DevisPart[];
      }
    | { own: DevisPart; shared: boolean };
  /** Sentences, each with its full stop; empty when there is nothing to say. */
  warnings: readonly string[];
}

/** One laureate's part of a devis. `subsidyCents + ownCents = amountCents`. */
export interface DevisPart {
  laureate: string;
  /** « à valider », « engagée ». */
  state: string;
  amountCents: Cents;
  /** What the subsidy may pay, by which base: absent where nothing is known of it. */
  base?: string;
  fundedCents?: Cents;
  subsidyCents: Cents;
  ownCents: Cents;
  /** Not decided: what would be paid with what remains today. */
  estimated: boolean;
}

export interface ReportContext extends Checkable {
  mission: Mission;
  laureates: readonly Laureate[];
  expert: Expert;
  submittedAtMs: Instant;
  sections: readonly AnsweredSection[];
  validatedCents: Cents;
  finalCents: Cents;
  /** Validated − final: goes back to the subsidy once the service is confirmed. */
  releasedCents: Cents;
  chronology: readonly Step[];
}

export interface Signatory {
  name: string;
  function: string;
  organisation: string;
  siret: string;
  email: string;
  /** In what right this person is named: engaging the laureate, or recording a paper. */
  quality: string;
}

export interface AttestationContext extends Checkable {
  proofId: string;
  /** « le diagnostic préalable et le devis ». */
  subject: string;
  mission: Pick<Mission, 'reference' | 'need' | 'subthemes'>;
  laureate: Laureate;
  expert: Expert;
  devis: Devis;
  share: Share;
  files: readonly SealedFile[];
  signatory: Signatory;
  /** The exact sentence that was agreed to; empty where a paper was signed. */
  consent: string;
  decidedAtMs: Instant;
  /** How the person was recognised, in order: link asked, sent, used, code sent, accepted. */
  authentication: readonly Step[];
  chronology: readonly Step[];
  /** Set when the devis was signed by hand: proof of another kind, and the document says so. */
  paper?: { signedBy: string; signedOn: Day; reason: string; outside: boolean };
  recordHash: string;
  /** Set when the file is sealed once it is rendered: by whom, and whether the certificate proves anything to a third party. */
  seal?: { signedBy: string; certificateSha256: string; demonstration: boolean };
}

/** A subsidy line by line, while it runs or once it is closed. */
export interface StatementContext extends Issue {
  /** « Relevé de subvention », « Relevé de clôture ». */
  title: string;
  closing: boolean;
  laureate: Laureate;
  atMs: Instant;
  settingsVersion: number;
  totals: readonly { label: string; cents: Cents }[];
  /** What is left, and what becomes of it. */
  remaining: { label: string; cents: Cents };
  waiting: readonly MissionAmount[];
  holding: readonly MissionAmount[];
  lines: readonly StatementLine[];
  /** The end of the chain at that instant. */
  head: { sequence: number; hash: string };
}

export interface MissionAmount {
  expertName: string;
  need: string;
  cents: Cents;
}

export interface StatementLine {
  number: number;
  atMs: Instant;
  what: string;
  /** Empty where there is nothing more to say; so are `mission` and `reason`. */
  detail: string;
  mission: string;
  cents: Cents;
  remainingCents: Cents;
  reason: string;
  byName: string;
}

/** A devis as an expert could send it: demonstration and tests only. */
export interface DevisSampleContext {
  number: string;
  issuedOn: Day;
  validUntil: Day;
  seller: { company: string; siret: string; address: string; email: string };
  buyer: { name: string; siret: string; address: string };
  object: string;
  lines: readonly { label: string; days: number; dailyRateCents: Cents; amountCents: Cents }[];
  exclVatCents: Cents;
  /** « 20 % ». */
  vatRate: string;
  vatCents: Cents;
  inclVatCents: Cents;
}

/** What the service keeps of one person, for that person alone: its text is no business of staff. */
export interface MyDataContext extends Origin {
  name: string;
  /** « Adresse de courriel », and what it is. */
  facts: readonly { label: string; value: string }[];
  kept: readonly { holds: string; length: string; end: string; reason: string }[];
  contact: string;
}

export interface Contexts {
  diagnostic: DiagnosticContext;
  report: ReportContext;
  attestation: AttestationContext;
  statement: StatementContext;
  'devis-summary': DevisSummaryContext;
  'scoping-note': ScopingNoteContext;
  feedback: FeedbackContext;
  'weekly-summary': WeeklySummaryContext;
  'monthly-summary': MonthlySummaryContext;
  'devis-sample': DevisSampleContext;
  'my-data': MyDataContext;
}

export type TemplateName = keyof Contexts;
