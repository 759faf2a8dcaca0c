import type { ApiTokenAnswer, ApiTokenCommand } from './api-access/tokens.ts';
import type { ArchiveRow, ArchiveScope } from './archives/archive.ts';
import type { BesideView } from './beside-view.ts';
import type { Instant } from './calendar.ts';
import type { AskedDocument } from './dossiers/asked-documents.ts';
import type { PieceKind, UploadState } from './dossiers/pieces.ts';
import type { ExpertAvailability } from './experts/availability.ts';
import type { ExpertActionCommand } from './experts/decisions.ts';
import type {
  KeptRegistrationAnswer,
  KeptRegistrationInput,
  PreviewWorkInput,
  WorkDraftAnswer,
  WorkDraftInput,
} from './experts/draft-contract.ts';
import type { Expert } from './experts/profile.ts';
import type { Registration, RegistrationUpdate } from './experts/registration.ts';
import type { BlankFormat, BlankFormName } from './forms/blank.ts';
import type { AskedForm } from './forms/change.ts';
import type { ProgrammeKind } from './imports/kinds.ts';
import type { ImportReport, ProgrammeReport } from './imports/report.ts';
import type { Control } from './imports/totals.ts';
import type { IncidentAction } from './incidents/dead-letters.ts';
import type { LaureateCommand } from './laureates/facts.ts';
import type { ViewCommand } from './lists/saved-views.ts';
import type { Channel, ChannelKind } from './messages/channels.ts';
import type { Command } from './missions/actions.ts';
import type { AskedBy } from './missions/behalf.ts';
import type { MissionState } from './missions/states.ts';
import type { ErasureCommand } from './my-data/request.ts';
import type { NoteCommand } from './notes/note.ts';
import type { MailChanges, MailPreferences } from './notifications/choosing.ts';
import type { GrantActionInput, Invitation, PersonActionInput } from './people/people.ts';
import type { Comparison } from './proofs/comparison.ts';
import type { ScopingNoteCommand } from './scoping-notes/actions.ts';
import type { NoteContent } from './scoping-notes/note.ts';
import type { SettingsAsked } from './settings/change.ts';
import type { ItemAnswer, StaffAction } from './staff/actions.ts';
import type { SubsidyCommand } from './subsidy/actions.ts';
import type { Balance } from './subsidy/ledger.ts';
import type { StatementKind } from './subsidy/statement.ts';
import type { SummaryKind } from './summaries/periods.ts';
import type { TemplateCommand } from './templates/decide.ts';
import type { EditableTemplateName, TemplateFault } from './templates/templates.ts';
import type { View, ViewRequest } from './views.ts';

/**
 * What pages and functions say to each other: `POST /api/{name}`, callable protocol. Views are read by one request each, because a phone on a
 * bad network pays for each round trip; every view is filtered by the policy on the server.
 */
export interface ApiContract {
  /** The same answer whether the address is known or not. `next` is a path of ours. */
  requestSignIn: { input: { email: string; next: string }; output: CodeSent };
  /** Mails a code to one's own address, to type in the open page: for a decision when the sign-in is old. */
  requestCode: { input: { next: string }; output: CodeSent };
  /** Six digits typed in the page that asked for them; ten minutes, five attempts. */
  exchangeCode: { input: { requestId: string; code: string }; output: SignedIn };
  /** Uses a one-time token (POST only). `next` is where its mail wanted to lead; `name` is kept by the page, since Auth holds none. */
  exchangeSignIn: { input: { token: string }; output: SignedIn };
  /** A used or expired token sends a new link to the address it was made for. */
  renewSignIn: { input: { token: string }; output: CodeSent };
  /** Ends every session of this person, on every device. */
  signOutEverywhere: { input: Record<string, never>; output: { signedOut: true } };
  /** Opens an account that waits for its first sign-in, and mails the way in. */
  invite: { input: Invitation; output: { uid: string } };
  personAction: { input: PersonActionInput; output: { done: string } };
  /** A laureate may choose a provider that the directory does not list: a mail asks it to register. The same answer whoever has the address. */
  inviteExpert: {
    input: { laureateId: string; email: string; name: string; message: string };
    output: { sent: true };
  };
  grantAction: { input: GrantActionInput; output: { done: string } };
  /** Staff: an award, a correction of a subsidy and its second person, a check of the accounts. */
  subsidyAction: { input: SubsidyActionInput; output: SubsidyActionResult };
  registerExpert: { input: Registration; output: { expertId: string } };
  /** Sends one's own registration again: completed, corrected, or brought up to date. */
  updateExpert: { input: RegistrationUpdate; output: { state: Expert['state'] } };
  /** Anybody of a company says when it can begin: its card says so within seconds. */
  sayAvailability: {
    input: { availability: ExpertAvailability | null; operationId: string };
    output: { done: string };
  };
  /** A registration that was begun by somebody without an account: kept under a link that is in a mail alone. */
  keepRegistration: { input: KeptRegistrationInput; output: KeptRegistrationAnswer };
  /** What the people of a company write together and have not handed in: on any of their devices, and never one over another. */
  workDraft: { input: WorkDraftInput; output: WorkDraftAnswer };
  /** What is being written as the PDF that it would make. Nothing is kept. */
  previewWork: { input: PreviewWorkInput; output: { pdf: string } };
  /** A decision on an expert (`experts/decisions.ts`). `submittedAt`: of the registration that was read, so that nobody decides on another one. */
  expertAction: { input: ExpertActionInput; output: { state: Expert['state'] } };
  handInScopingNote: { input: ScopingNoteInput; output: { version: number } };
  /** What staff do about a note (`scoping-notes/actions.ts`): answer it, or record a recommendation beside it. */
  scopingNoteAction: { input: ScopingNoteActionInput; output: { done: string } };
  missionAction: { input: MissionActionInput; output: MissionActionResult };
  requestUpload: { input: UploadRequest; output: { uploadId: string; path: string } };
  uploadState: {
    input: { uploadId: string };
    output: { state: UploadState; fileId: string | null; message: string | null };
  };
  /** Opens a file, or the picture of its first page, for five minutes and writes the access log. Read `path` with the Storage SDK. */
  openFile: {
    input: { fileId: string; as?: 'file' | 'preview' | undefined };
    output: { path: string; name: string; contentType: string; expiresAt: number };
  };
  fileAction: { input: FileActionInput; output: { done: string } };
  /** A link of the working folder: what is exchanged elsewhere (« tout partage de document »). */
  addLink: { input: { missionId: string; url: string; title: string }; output: { linkId: string } };
  removeLink: { input: { missionId: string; linkId: string }; output: { done: string } };
  /** One action of staff on a selection of tasks or missions. Each item is answered: done, or refused with its sentence. */
  staffAction: {
    input: StaffAction & { readonly operationId: string };
    output: { readonly items: readonly ItemAnswer[] };
  };
  /** What staff do to a laureate's record (`domain/laureates/actions.ts`). */
  laureateAction: { input: LaureateActionInput; output: { done: string } };
  /** Staff's private notes and calls (`domain/notes/decide.ts`). */
  /** The views of lists that a person keeps, for itself or for the team. */
  viewAction: { input: ViewActionInput; output: { done: string; viewId: string; revision: number } };
  noteAction: { input: NoteActionInput; output: { done: string; noteId: string } };
  /** Staff: the next version of the settings (`domain/settings/change.ts`). `values` are those that change, no others. */
  saveSettings: {
    input: SettingsAsked & { readonly operationId: string };
    output: { readonly done: string; readonly version: number };
  };
  /** Staff: the next version of a form (`domain/forms/change.ts`). */
  publishForm: {
    input: AskedForm & { readonly operationId: string };
    output: { readonly done: string; readonly version: number };
  };
  /** Staff: the figures of the programme, or what the week or month that goes on says, made anew; of less than a minute ago, as they are. */
  makeFigures: { input: { readonly of: MadeAnew }; output: { readonly at: Instant } };
  /** Staff: a key of a program to the data, made or revoked. Without an operation: what it answers is kept nowhere, so it can't be given again. */
  apiTokenAction: { input: ApiTokenCommand; output: ApiTokenAnswer };
  /** The form in force as a document to fill in, for whoever writes it elsewhere. */
  blankForm: {
    input: { readonly form: BlankFormName; readonly format: BlankFormat };
    output: { readonly name: string; readonly contentType: string; readonly base64: string };
  };
  importProgramme: {
    input: {
      kind: ProgrammeKind;
      csv: string;
      fileName: string;
      dryRun: boolean;
      skipBad: boolean;
      control: Control;
    };
    output: ProgrammeReport;
  };
  /** Asks for a statement of a subsidy as PDF: the file is there within seconds, among those of the view `subsidy`. */
  makeStatement: {
    input: { laureateId: string; kind: StatementKind; operationId: string };
    output: { fileId: string };
  };
  /** Asks for another document that is made on request: within seconds it is among the files of the page that asked. */
  makeDocument: { input: { asked: AskedDocument; operationId: string }; output: { fileId: string } };
  /** An archive of a mission, laureate or programme, made in the background (`domain/archives/archive.ts`): asked for, or stopped. */
  archiveAction: { input: ArchiveActionInput; output: { archive: ArchiveRow } };
  /** A ticket of five minutes on a finished archive, as `openFile` gives. */
  openArchive: {
    input: { archiveId: string };
    output: { path: string; name: string; contentType: string; expiresAt: number };
  };
  importLaureates: { input: { csv: string; dryRun: boolean; skipBad: boolean }; output: ImportReport };
  /** Staff: what becomes of a document's template (`domain/templates/decide.ts`). `draftSavedAt`: of the draft there is then. */
  saveTemplate: {
    input: TemplateCommand & { readonly operationId: string; readonly template: EditableTemplateName };
    output: { readonly done: string; readonly inForce: number; readonly draftSavedAt: Instant | null };
  };
  /** Staff: a text as the document that it would make, of a mission or of the sample one. Nothing is kept; reading a mission is told to its laureates. */
  previewTemplate: {
    input: { readonly template: EditableTemplateName; readonly source: string; readonly missionId: string | null };
    output: TemplatePreview;
  };
  /** For anyone: what the proofs of this service say of a file, by its hash. `proofId`: the one it is compared with, null for any. */
  compareFile: { input: { sha256: string; proofId: string | null }; output: { comparison: Comparison } };
  messageAction: { input: MessageActionInput; output: { done: string } };
  /**
   * Which mails one receives, and when: of whom a mail's link names, without signing in, else of who is signed in. Changes what `changes` says,
   * and answers what holds then; without any, it only reads.
   */
  mailPreferences: { input: { link: string | null; changes: MailChanges }; output: MailPreferences };
  /** Staff only: does again what a function could not do, or sets it aside. */
  incidentAction: { input: IncidentActionInput; output: { done: string } };
  /** A request of erasure (`domain/my-data/request.ts`): asked for by a person, decided by staff; the night carries it out. */
  erasureAction: { input: ErasureCommand & { readonly operationId: string }; output: { done: string } };
  view: { input: ViewRequest; output: View & BesideView };
}
/** What is made from the whole programme, and never by opening a page. */
export type MadeAnew = 'figures' | SummaryKind;
export type ApiName = keyof ApiContract;

/** `pdf`: in base64, null where the text has faults. `missing`: what the document must say and does not. */
export interface TemplatePreview {
  readonly pdf: string | null;
  readonly faults: readonly TemplateFault[];
  readonly missing: readonly string[];
}

/** `operationId` as for a mission's actions. A check changes no money and may be asked twice; of the whole programme when it names nobody. */
export type SubsidyActionInput =
  | (SubsidyCommand & { readonly operationId: string; readonly laureateId: string })
  | { readonly action: 'reconcile'; readonly operationId: string; readonly laureateId: string | null };

export interface SubsidyActionResult {
  /** A sentence for the page. */
  readonly done: string;
  /** Of a check of the whole programme: the first laureate whose accounts differ. */
  readonly differs?: { readonly laureateId: string; readonly laureateName: string } | undefined;
}

export type ArchiveActionInput = { readonly operationId: string } & (
  | { readonly action: 'ask'; readonly scope: ArchiveScope }
  | { readonly action: 'cancel'; readonly archiveId: string }
);

/** `requestId` names the request in `exchangeCode`: the same shape whether the address is known or not. */
export interface CodeSent {
  readonly sent: true;
  readonly requestId: string;
}

export interface SignedIn {
  readonly customToken: string;
  readonly next: string;
  readonly name: string;
}

/** Only on pieces that the laureate chooses to share or not; what is withdrawn is kept, and no longer shown to others. */
export type FileActionInput =
  | { readonly action: 'share' | 'unshare'; readonly fileId: string }
  | { readonly action: 'withdraw'; readonly fileId: string; readonly reason: string };

/** `read` remembers up to when one has read a channel. */
export type MessageActionInput = { readonly operationId: string; readonly missionId: string } & (
  | { readonly action: 'send'; readonly channel: Channel; readonly text: string; readonly fileIds: readonly string[] }
  | { readonly action: 'withdraw'; readonly messageId: string }
  | { readonly action: 'read'; readonly channel: Channel; readonly upTo: Instant }
);

export interface IncidentActionInput {
  readonly operationId: string;
  readonly action: IncidentAction;
  /** A dead letter, or a mail that could not leave. */
  readonly incident: { readonly kind: 'letter' | 'mail'; readonly id: string };
  readonly reason: string;
}

export type ExpertActionInput = ExpertActionCommand & {
  readonly expertId: string;
  readonly operationId: string;
  readonly submittedAt?: number | undefined;
};

export interface ScopingNoteInput {
  readonly operationId: string;
  readonly laureateId: string;
  readonly subthemes: readonly string[];
  readonly content: NoteContent;
  /** The version its author started from, 0 for none: over another one since, it is refused. Without it, over the one there is. */
  readonly basedOn?: number | undefined;
}

export type ScopingNoteActionInput = ScopingNoteCommand & { readonly operationId: string; readonly laureateId: string };

/** `operationId` is chosen by the page, once per press of a button: a repeated call returns the first answer. */
export type MissionActionInput = Command & {
  readonly operationId: string;
  readonly missionId: string | null;
  readonly laureateId: string | null;
  /** From staff alone, for what they do in the name of `laureateId`, or of the expert without one. */
  readonly askedBy?: AskedBy | undefined;
};

export type LaureateActionInput = LaureateCommand & { readonly operationId: string; readonly laureateId: string };

export type ViewActionInput = ViewCommand & { readonly operationId: string };

export type NoteActionInput = NoteCommand & { readonly operationId: string };

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
  /** Of an attachment: the channel that its message is for. */
  readonly channel?: ChannelKind | null | undefined;
  /** The file that this one is the next version of; both are kept. */
  readonly replacesId?: string | null | undefined;
}
