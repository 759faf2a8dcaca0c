import type { Accesses, People } from './access/views.ts';
import type { MemberRole } from './actor.ts';
import type { ArchiveRow, ArchiveScope } from './archives/archive.ts';
import type { Instant } from './calendar.ts';
import type { PieceKind } from './dossiers/pieces.ts';
import type { ExpertCard } from './experts/card.ts';
import type { ExpertDecision, Interview } from './experts/decisions.ts';
import type { Expert, Remarks } from './experts/profile.ts';
import type { FormChange } from './forms/change.ts';
import type { Answers, Form, FormName } from './forms/form.ts';
import type { DeadMailCause } from './incidents/dead-mails.ts';
import type { ToCall } from './incidents/whom-to-call.ts';
import type { LaureateStatus, SharingOptIn, Standing } from './laureates/laureate.ts';
import type { Partner } from './laureates/sharing.ts';
import type { LaureateFileView, TransferPlanView } from './laureates/views.ts';
import type { Messages } from './messages/views.ts';
import type { FileRow, MissionRow, MissionView } from './missions/views.ts';
import type { NoteRow, NoteSubject } from './notes/note.ts';
import type { Organisation } from './people/people.ts';
import type { ProgrammeSettings } from './programme/settings.ts';
import type { TerritoryKind } from './programme/territories.ts';
import type { StampsView } from './proofs/day-stamp.ts';
import type { ExportedProof } from './proofs/export.ts';
import type { NoteAnswerKind, Recommendation, ScopingNote, SubthemeNeeds } from './scoping-notes/note.ts';
import type { SettingsChange } from './settings/change.ts';
import type { StaffTask } from './staff/tasks.ts';
import type { SubsidyFile } from './subsidy/file.ts';
import type { Balance } from './subsidy/ledger.ts';
import type { Position } from './subsidy/position.ts';
import type { SubsidyView } from './subsidy/views.ts';
import type { EditableTemplateName } from './templates/templates.ts';
import type { DraftTemplate, TemplateChange } from './templates/versions.ts';

/** What each page reads, by one request of `view` (`api.ts`), filtered by the policy on the server. */
export type ViewRequest =
  | { readonly name: 'directory' }
  /** What the registration form is filled in with, for whoever holds the mail. */
  | { readonly name: 'expertInvitation'; readonly invitation: string }
  | { readonly name: 'me' }
  | { readonly name: 'laureate'; readonly laureateId: string | null }
  | { readonly name: 'mission'; readonly missionId: string; readonly laureateId: string | null }
  | { readonly name: 'dossier'; readonly laureateId: string }
  | { readonly name: 'proof'; readonly proofId: string }
  /** Other active laureates that accept to share a mission, shown to one that accepts it too. */
  | { readonly name: 'partners'; readonly laureateId: string }
  | { readonly name: 'scopingNotes'; readonly laureateId: string }
  | { readonly name: 'expert' }
  | { readonly name: 'staff' }
  | { readonly name: 'expertFile'; readonly expertId: string }
  | { readonly name: 'subsidy'; readonly laureateId: string | null }
  | { readonly name: 'laureateFile'; readonly laureateId: string }
  | { readonly name: 'transferPlan'; readonly laureateId: string; readonly intoId: string }
  /** What staff wrote for themselves; not for observers. */
  | { readonly name: 'notes'; readonly about: NoteSubject }
  | { readonly name: 'incidents' }
  | { readonly name: 'settings' }
  /** What an expert who registers is asked. */
  | { readonly name: 'registrationForm' }
  | { readonly name: 'forms' }
  | { readonly name: 'formFile'; readonly form: FormName; readonly version: number | null }
  | { readonly name: 'messages'; readonly missionId: string }
  | { readonly name: 'archive'; readonly scope: ArchiveScope }
  | { readonly name: 'templates' }
  | { readonly name: 'template'; readonly template: EditableTemplateName }
  /** What only the team sees of it: corrections, checks, and what it may do. */
  | { readonly name: 'subsidyFile'; readonly laureateId: string }
  | { readonly name: 'people'; readonly organisation: Organisation }
  | { readonly name: 'accesses'; readonly laureateId: string; readonly before: number | null };
/** Those whose value has a `name` of its own, which would stand in the place of the view's: none may. */
type Misnamed = { [Name in keyof Views]: 'name' extends keyof Views[Name] ? Name : never }[keyof Views];
export type ViewName = Exclude<keyof Views, Misnamed>;

export type View = { [Name in keyof Views]: { readonly name: Name } & Views[Name] }[keyof Views];

export interface Views {
  directory: { readonly cards: readonly ExpertCard[] };
  expertInvitation: {
    readonly expertName: string;
    readonly email: string;
    readonly laureateName: string;
    readonly byName: string;
  };
  me: Me;
  laureate: LaureateHome;
  mission: MissionView;
  proof: { readonly exported: ExportedProof };
  dossier: Dossier;
  /** Of a laureate that is not open itself: nobody. */
  partners: { readonly openToSharing: SharingOptIn | null; readonly partners: readonly Partner[] };
  scopingNotes: ScopingNotes;
  /** With the decisions that its reader may take about its own company. */
  expert: {
    readonly expert: Expert;
    readonly missions: readonly MissionRow[];
    readonly decisions: readonly ExpertDecision[];
  };
  staff: StaffHome;
  expertFile: ExpertFile;
  subsidy: SubsidyView;
  laureateFile: LaureateFileView;
  transferPlan: TransferPlanView;
  notes: { readonly notes: readonly NoteRow[] };
  incidents: Incidents;
  settings: SettingsView;
  registrationForm: { readonly form: Form };
  forms: FormsView;
  formFile: FormFile;
  messages: Messages;
  /** The reader’s own of that scope; null before any. `refusal`: why the reader may not ask for one. */
  archive: { readonly archive: ArchiveRow | null; readonly refusal: string | null };
  subsidyFile: SubsidyFile;
  /** The documents whose text staff may change; `acts` is false for an observer. */
  templates: { readonly acts: boolean; readonly rows: readonly TemplateRow[] };
  template: TemplateView;
  people: People;
  accesses: Accesses;
}

/** What the service could not do by itself, and waits for staff. */
export interface Incidents {
  readonly stamps: StampsView;
  readonly letters: readonly {
    readonly id: string;
    readonly what: string;
    readonly subject: string;
    readonly code: string;
    readonly attempts: number;
    readonly lastSeenAt: Instant;
    readonly replaying: boolean;
  }[];
  readonly mails: readonly {
    readonly id: string;
    readonly recipient: string;
    readonly email: string;
    /** Empty when the address is of nobody here. */
    readonly organisation: string;
    readonly about: string;
    /** Null for those that died before causes were told apart. */
    readonly cause: DeadMailCause | null;
    /** What the server answered. */
    readonly problem: string;
    readonly createdAt: Instant;
    readonly attempts: number;
    /** How many wait for this address, this one included. */
    readonly alike: number;
    /** Whether it is marked in error; null when it is of no account, and can't be. */
    readonly addressMarked: boolean | null;
    readonly call: readonly ToCall[];
    /** Page of ours where the address is changed; null when it is of no account. */
    readonly peoplePath: string | null;
  }[];
}

/** The settings in force, and how they came to be so. */
export interface SettingsView {
  /** False for an observer, who reads. */
  readonly acts: boolean;
  readonly settings: ProgrammeSettings;
  /** Newest first. */
  readonly history: readonly SettingsChange[];
}

/** The forms in force, and who published them. */
export interface FormsView {
  /** False for an observer, who reads. */
  readonly acts: boolean;
  readonly forms: readonly { readonly form: Form; readonly lastChange: FormChange | null }[];
}

/** One form, to be read or changed. */
export interface FormFile {
  readonly acts: boolean;
  /** In force. */
  readonly form: Form;
  /** The version that was asked for, null when none was, or there is none of that number. */
  readonly earlier: Form | null;
  /** Newest first. */
  readonly history: readonly FormChange[];
}

export interface Dossier {
  readonly laureateId: string;
  readonly laureateName: string;
  /** The scoping note in force; `answered` is null when it was deposited as a PDF, which is then among the pieces. */
  readonly note: {
    readonly version: number;
    readonly at: number;
    readonly subthemes: readonly string[];
    readonly answered: { readonly form: Form; readonly answers: Answers } | null;
    /** By sub-theme, in its laureate's order of priority; empty when deposited as a PDF, or handed in before there were any. */
    readonly needs: SubthemeNeeds;
  } | null;
  /** What the committee and the trainers recommended, newest first. */
  readonly recommendations: readonly Recommendation[];
  readonly pieces: readonly FileRow[];
  /** Until when the reader's access lasts; null for who needs no grant. */
  readonly until: number | null;
  /** Pieces that the reader may deposit here. */
  readonly mayDeposit: readonly PieceKind[];
}

export interface Me {
  readonly kind: 'laureate' | 'expert' | 'staff' | 'observer';
  readonly personName: string;
  readonly memberships: readonly {
    readonly laureateId: string;
    readonly laureateName: string;
    readonly role: MemberRole;
  }[];
  readonly contact: ProgrammeSettings['contact'];
}

export interface NoteInForce {
  readonly version: number;
  readonly at: number;
  readonly subthemes: readonly string[];
  readonly answer: NoteAnswerKind | null;
  /** Whether no mission starts until staff answer it. */
  readonly awaited: boolean;
}

/** Every version of a laureate's note, and what was recommended to it. */
export interface ScopingNotes {
  readonly laureateId: string;
  readonly laureateName: string;
  /** Newest first. */
  readonly versions: readonly ScopingNote[];
  /** In force, for the next version. */
  readonly form: Form;
  /** Those that the versions answered. */
  readonly answeredIn: readonly Form[];
  readonly recommendations: readonly Recommendation[];
  /** Whether no mission starts before staff accept the note. */
  readonly mustBeAccepted: boolean;
  /** Versions that were printed, newest first. */
  readonly printed: readonly FileRow[];
  /** True for staff, who answer. */
  readonly acts: boolean;
}

export interface LaureateHome {
  readonly laureateId: string;
  readonly laureateName: string;
  readonly role: MemberRole | null;
  readonly position: Position;
  /** False when the ledger is broken: nothing is decided on it, and `position` is the last one that held. */
  readonly ledgerHolds: boolean;
  readonly note: NoteInForce | null;
  readonly missions: readonly MissionRow[];
  /** Whom to call: the laureate's own referent, or the programme's contact while nobody was named. */
  readonly contact: ProgrammeSettings['contact'];
  readonly hasReferent: boolean;
  readonly status: LaureateStatus;
  readonly standing: Standing | null;
  readonly openToSharing: SharingOptIn | null;
  /** Null when a mission may be asked for, else why not. */
  readonly requestRefusal: string | null;
}

export interface TemplateRow {
  readonly template: EditableTemplateName;
  /** 0 for ours, as delivered with the service. */
  readonly inForce: number;
  readonly lastChange: TemplateChange | null;
  readonly draft: { readonly savedAt: Instant; readonly byName: string } | null;
}

/** One template: its texts, and how they came to be in force. */
export interface TemplateView {
  readonly acts: boolean;
  readonly template: EditableTemplateName;
  readonly inForce: { readonly version: number; readonly source: string };
  /** What « revenir à la version précédente » leads to; null where nothing was ever changed. */
  readonly previous: { readonly version: number; readonly source: string } | null;
  readonly draft: DraftTemplate | null;
  /** What the text would be called, once published. */
  readonly nextNumber: number;
  /** Newest first. */
  readonly history: readonly TemplateChange[];
}

/** Everything staff know of an expert: observers read it, interviews aside. */
export interface ExpertFile {
  readonly acts: boolean;
  readonly expert: Expert;
  /** Of its registration, as it was answered. */
  readonly form: Form;
  /** What staff may decide now. */
  readonly decisions: readonly ExpertDecision[];
  /** Newest first. */
  readonly history: readonly ExpertHistoryRow[];
  /** What goes on whatever is decided. */
  readonly liveMissions: readonly MissionRow[];
}

export interface ExpertHistoryRow {
  readonly at: Instant;
  readonly byName: string;
  readonly what: 'registered' | 'updated' | 'reviewed';
  /** Null for what was written before decisions were named, and for what was no decision. */
  readonly decision: ExpertDecision | null;
  /** Where it left the sheet, as words. */
  readonly state: string;
  readonly message: string;
  readonly remarks: Remarks;
  readonly interview: Interview | null;
}

export interface StaffHome {
  /** False for an observer, who reads and never acts. */
  readonly acts: boolean;
  /** What waits for the team, oldest first; what was put off is among it. */
  readonly tasks: readonly StaffTask[];
  /** Whom a task may be given to. */
  readonly colleagues: readonly { readonly uid: string; readonly name: string }[];
  readonly laureates: readonly {
    readonly laureateId: string;
    readonly name: string;
    readonly reference: string | null;
    readonly status: LaureateStatus;
    /** The member of staff who is its referent. */
    readonly referentUid: string | null;
    /** Every SIRET it ever had, the present one last: what a folder of files may be named by. */
    readonly sirets: readonly string[];
    readonly region: string;
    readonly promotion: number;
    readonly territory: TerritoryKind;
    readonly noteVersion: number | null;
    readonly noteAnswer: NoteAnswerKind | null;
    readonly balance: Balance;
  }[];
  readonly missions: readonly MissionRow[];
}
