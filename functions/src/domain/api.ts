import type { MemberRole } from './actor.ts';
import type { PieceKind, UploadState } from './dossiers/pieces.ts';
import type { ExpertCard } from './experts/card.ts';
import type { Expert, ReviewDecision } from './experts/profile.ts';
import type { ActionName, Command } from './missions/actions.ts';
import type { Availability } from './missions/decide.ts';
import type { Role } from './missions/facts.ts';
import type { Mission, MissionEvent } from './missions/mission.ts';
import type { MissionState } from './missions/states.ts';
import type { Answers } from './programme/forms.ts';
import type { ProgrammeSettings } from './programme/settings.ts';
import type { TerritoryKind } from './programme/territories.ts';
import type { Balance } from './subsidy/ledger.ts';
import type { DevisAmounts, Share, SubmittedAmounts } from './subsidy/share.ts';

/**
 * What pages and functions say to each other: `POST /api/{name}`, callable protocol. Views are read by one request each, because a phone on a
 * bad network pays for each round trip; every view is filtered by the policy on the server.
 */
export interface ApiContract {
  /** The same answer whether the address is known or not. `next` is a path of ours. */
  requestSignIn: { input: { email: string; next: string }; output: { sent: true } };
  /** Uses a one-time token (POST only). `next` is where its mail wanted to lead; `name` is kept by the page, since Auth holds none. */
  exchangeSignIn: { input: { token: string }; output: { customToken: string; next: string; name: string } };
  /** A used or expired token sends a new link to the address it was made for. */
  renewSignIn: { input: { token: string }; output: { sent: true } };
  registerExpert: { input: Registration; output: { expertId: string } };
  /** Sends one's own registration again: completed, corrected, or brought up to date. */
  updateExpert: { input: RegistrationUpdate; output: { state: Expert['state'] } };
  /** `submittedAt`: of the registration that was read, so that nobody decides on another one; without it, on the one there is. */
  reviewExpert: {
    input: { expertId: string; decision: ReviewDecision; message: string; submittedAt?: number | undefined };
    output: { state: Expert['state'] };
  };
  handInScopingNote: { input: ScopingNoteInput; output: { version: number } };
  missionAction: { input: MissionActionInput; output: MissionActionResult };
  requestUpload: { input: UploadRequest; output: { uploadId: string; path: string } };
  uploadState: {
    input: { uploadId: string };
    output: { state: UploadState; fileId: string | null; message: string | null };
  };
  /** Opens a file for five minutes and writes the access log. Read `path` with the Storage SDK. */
  openFile: {
    input: { fileId: string };
    output: { path: string; name: string; contentType: string; expiresAt: number };
  };
  importLaureates: { input: { csv: string; dryRun: boolean; skipBad: boolean }; output: ImportReport };
  view: { input: ViewRequest; output: View };
}
export type ApiName = keyof ApiContract;

export interface Registration {
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  readonly siret: string;
  readonly website: string;
  readonly publishes: { readonly email: boolean; readonly phone: boolean };
  readonly subthemes: readonly string[];
  readonly regions: readonly string[];
  readonly answers: Answers;
  readonly declaresNoInterest: boolean;
}

/** The address stays the account's: it is where links and mails arrive, and only staff changes it. */
export type RegistrationUpdate = Omit<Registration, 'email'>;

export interface ScopingNoteInput {
  readonly laureateId: string;
  readonly subthemes: readonly string[];
  readonly content:
    | { readonly kind: 'form'; readonly answers: Answers }
    | { readonly kind: 'file'; readonly fileId: string };
}

/** `operationId` is chosen by the page, once per press of a button: a repeated call returns the first answer. */
export type MissionActionInput = Command & {
  readonly operationId: string;
  readonly missionId: string | null;
  readonly laureateId: string | null;
};

/** What the page must show next. */
export interface MissionActionResult {
  readonly missionId: string;
  readonly state: MissionState;
  readonly done: string;
  readonly balance: Balance | null;
}

export interface UploadRequest {
  readonly piece: PieceKind;
  readonly missionId: string | null;
  readonly laureateId: string | null;
  readonly name: string;
  readonly size: number;
}

export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly written: boolean;
  readonly problems: readonly {
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
}

export type ViewRequest =
  | { readonly name: 'directory' }
  | { readonly name: 'me' }
  | { readonly name: 'laureate'; readonly laureateId: string | null }
  | { readonly name: 'mission'; readonly missionId: string; readonly laureateId: string | null }
  | { readonly name: 'dossier'; readonly laureateId: string }
  /** Other active laureates, to share a mission with: asked for only when somebody wants to share. */
  | { readonly name: 'partners'; readonly laureateId: string }
  | { readonly name: 'expert' }
  | { readonly name: 'staff' }
  | { readonly name: 'expertFile'; readonly expertId: string };
export type View = { [Name in keyof Views]: { readonly name: Name } & Views[Name] }[keyof Views];

export interface Views {
  directory: { readonly cards: readonly ExpertCard[] };
  me: Me;
  laureate: LaureateHome;
  mission: MissionView;
  dossier: Dossier;
  partners: { readonly partners: readonly { readonly laureateId: string; readonly name: string }[] };
  expert: { readonly expert: Expert; readonly missions: readonly MissionRow[] };
  staff: StaffHome;
  expertFile: { readonly acts: boolean; readonly expert: Expert };
}

export interface Dossier {
  readonly laureateId: string;
  readonly laureateName: string;
  /** The scoping note in force; `answers` is null when it was deposited as a PDF, which is then among the pieces. */
  readonly note: {
    readonly version: number;
    readonly at: number;
    readonly subthemes: readonly string[];
    readonly answers: Answers | null;
  } | null;
  readonly pieces: readonly FileRow[];
  /** Until when the reader's access lasts; null for who needs no grant. */
  readonly until: number | null;
}

export interface Me {
  readonly kind: 'laureate' | 'expert' | 'staff' | 'observer';
  readonly name: string;
  readonly memberships: readonly {
    readonly laureateId: string;
    readonly laureateName: string;
    readonly role: MemberRole;
  }[];
  readonly contact: ProgrammeSettings['contact'];
}

export interface LaureateHome {
  readonly laureateId: string;
  readonly laureateName: string;
  readonly role: MemberRole | null;
  readonly balance: Balance;
  /** What waits for a decision: proposed shares not validated yet. */
  readonly pendingCents: number;
  readonly note: { readonly version: number; readonly at: number; readonly subthemes: readonly string[] } | null;
  readonly missions: readonly MissionRow[];
  readonly contact: ProgrammeSettings['contact'];
  /** Null when a mission may be asked for, else why not. */
  readonly requestRefusal: string | null;
}

export interface MissionRow {
  readonly missionId: string;
  readonly state: MissionState;
  readonly since: number;
  readonly need: string;
  readonly subthemes: readonly string[];
  readonly expertName: string;
  readonly laureateNames: readonly string[];
  /** The reader's own share; null where it has none to see. */
  readonly shareCents: number | null;
}

export interface FileRow {
  readonly fileId: string;
  readonly piece: PieceKind;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  readonly createdAt: number;
  readonly sha256: string;
}

export interface MissionView {
  readonly mission: Mission;
  /** What the reader is on this mission; null for who only looks. */
  readonly reader: Role | null;
  /** In whose name the page speaks. */
  readonly laureateId: string | null;
  readonly events: readonly MissionEvent[];
  readonly files: readonly FileRow[];
  readonly actions: readonly Availability[];
  /** The laureate's own amounts, and how its share would be paid with what remains. */
  readonly share: Share | null;
  readonly balance: Balance | null;
  readonly proposed: { readonly subsidyCents: number; readonly ownCents: number } | null;
  /** The whole devis: shown to the expert and staff, and to a laureate that shares it with nobody. */
  readonly submitted: SubmittedAmounts | null;
  readonly amounts: DevisAmounts | null;
  readonly warnings: readonly string[];
  readonly dossiers: readonly { readonly laureateId: string; readonly name: string; readonly open: boolean }[];
  readonly settings: ProgrammeSettings;
}

export interface StaffHome {
  /** False for an observer, who reads and never acts. */
  readonly acts: boolean;
  readonly expertsToReview: readonly {
    readonly expertId: string;
    readonly company: string;
    readonly submittedAt: number;
  }[];
  readonly laureates: readonly {
    readonly laureateId: string;
    readonly name: string;
    readonly region: string;
    readonly promotion: number;
    readonly territory: TerritoryKind;
    readonly noteVersion: number | null;
    readonly balance: Balance;
  }[];
  readonly missions: readonly MissionRow[];
}

export type { ActionName };
