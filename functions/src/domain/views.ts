import type { MemberRole } from './actor.ts';
import type { FileActionInput } from './api.ts';
import type { Day, Instant } from './calendar.ts';
import type { PieceKind, Side } from './dossiers/pieces.ts';
import type { ExpertCard } from './experts/card.ts';
import type { ExpertDecision, Interview } from './experts/decisions.ts';
import type { Expert, Remarks } from './experts/profile.ts';
import type { LaureateStatus, Standing } from './laureates/laureate.ts';
import type { LaureateFileView, TransferPlanView } from './laureates/views.ts';
import type { Channel } from './messages/channels.ts';
import type { ActionName } from './missions/actions.ts';
import type { Availability } from './missions/decide.ts';
import type { Role } from './missions/facts.ts';
import type { Mission, MissionEvent } from './missions/mission.ts';
import type { ProposedPayment } from './missions/proposal.ts';
import type { MissionState } from './missions/states.ts';
import type { NoteRow, NoteSubject } from './notes/note.ts';
import type { Happening } from './people/journal.ts';
import type { Organisation, PersonActionInput, PersonRole, PersonRow } from './people/people.ts';
import type { Answers } from './programme/forms.ts';
import type { ProgrammeSettings } from './programme/settings.ts';
import type { TerritoryKind } from './programme/territories.ts';
import type { NoteAnswerKind, Recommendation, ScopingNote, SubthemeNeeds } from './scoping-notes/note.ts';
import type { StaffTask } from './staff/tasks.ts';
import type { SubsidyFile } from './subsidy/file.ts';
import type { Balance } from './subsidy/ledger.ts';
import type { Position } from './subsidy/position.ts';
import type { DevisAmounts, Share, SubmittedAmounts } from './subsidy/share.ts';
import type { MissionInvoices, SubsidyView } from './subsidy/views.ts';

/** What each page reads, by one request of `view` (`api.ts`), filtered by the policy on the server. */
export type ViewRequest =
  | { readonly name: 'directory' }
  /** What the registration form is filled in with, for whoever holds the mail. */
  | { readonly name: 'expertInvitation'; readonly invitation: string }
  | { readonly name: 'me' }
  | { readonly name: 'laureate'; readonly laureateId: string | null }
  | { readonly name: 'mission'; readonly missionId: string; readonly laureateId: string | null }
  | { readonly name: 'dossier'; readonly laureateId: string }
  /** Other active laureates, to share a mission with: asked for only when somebody wants to share. */
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
  | { readonly name: 'messages'; readonly missionId: string }
  /** What only the team sees of it: corrections, checks, and what it may do. */
  | { readonly name: 'subsidyFile'; readonly laureateId: string }
  | { readonly name: 'people'; readonly organisation: Organisation }
  | { readonly name: 'accesses'; readonly laureateId: string; readonly before: number | null };
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
  dossier: Dossier;
  partners: { readonly partners: readonly { readonly laureateId: string; readonly name: string }[] };
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
  messages: Messages;
  subsidyFile: SubsidyFile;
  people: People;
  accesses: Accesses;
}

/** Another expert of the same laureate; of its contact, what it publishes. */
export interface OtherExpert {
  readonly laureateName: string;
  readonly company: string;
  readonly subthemes: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
}

/** The channels of a mission that the reader follows. */
export interface Messages {
  readonly missionId: string;
  /** On which side the reader stands; an observer reads as staff do. */
  readonly reader: Side;
  readonly expertName: string;
  /** Those that take part. */
  readonly laureateNames: readonly string[];
  readonly largestFile: number;
  readonly channels: readonly ChannelView[];
}

export interface ChannelView {
  readonly channel: Channel;
  /** As an address and a draft name it. */
  readonly key: string;
  readonly laureateName: string | null;
  /** Why the reader may not write here; null when it may. */
  readonly writeRefusal: string | null;
  readonly readAt: Instant;
  /** Oldest first. */
  readonly messages: readonly MessageRow[];
}

export interface MessageRow {
  readonly messageId: string;
  readonly at: Instant;
  readonly byName: string;
  readonly organisation: string;
  readonly own: boolean;
  /** Empty once withdrawn. */
  readonly text: string;
  readonly files: readonly FileRow[];
  readonly withdrawnAt: Instant | null;
  readonly mayWithdraw: boolean;
}

/** What the service could not do by itself, and waits for staff. */
export interface Incidents {
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
    readonly about: string;
    readonly problem: string;
    readonly createdAt: Instant;
    readonly attempts: number;
  }[];
}

/** The people of an organisation, and what the reader may do about them. */
export interface People {
  readonly organisation: Organisation;
  readonly organisationName: string;
  readonly people: readonly (PersonRow & { readonly actions: readonly PersonActionInput['action'][] })[];
  /** Roles to which the reader may invite here; empty for who only reads. */
  readonly mayInvite: readonly PersonRole[];
  /** What changed lately, newest first: who did what about whom, and why. */
  readonly journal: readonly JournalRow[];
}

export interface JournalRow {
  readonly at: Instant;
  readonly byName: string;
  /** Pages have a sentence for each. */
  readonly done: Happening;
  readonly aboutName: string;
  readonly reason: string | null;
}

/** Who may read a laureate's dossier, until when, and who opened what. */
export interface Accesses {
  readonly laureateId: string;
  readonly laureateName: string;
  readonly grants: readonly AccessGrant[];
  /** Newest first, fifty at a time: ask again with `before` = the last one's instant. */
  readonly openings: readonly Opening[];
  readonly more: boolean;
  /** True for staff, who may cut and extend. */
  readonly acts: boolean;
}

export interface AccessGrant {
  readonly uid: string;
  readonly personName: string;
  readonly company: string;
  readonly state: 'open' | 'ended' | 'cut';
  /** Null while a mission lives. */
  readonly until: Instant | null;
  readonly missions: readonly { readonly missionId: string; readonly need: string; readonly until: Instant | null }[];
  readonly openings: number;
  readonly lastOpenedAt: Instant | null;
}

export interface Opening {
  readonly at: Instant;
  readonly name: string;
  readonly kind: 'laureate' | 'expert' | 'staff' | 'observer';
  readonly as: 'file' | 'preview';
  readonly fileName: string;
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
  readonly name: string;
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
  readonly recommendations: readonly Recommendation[];
  /** Whether no mission starts before staff accept the note. */
  readonly mustBeAccepted: boolean;
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
  /** Null when a mission may be asked for, else why not. */
  readonly requestRefusal: string | null;
}

/** Everything staff know of an expert: observers read it, interviews aside. */
export interface ExpertFile {
  readonly acts: boolean;
  readonly expert: Expert;
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
  readonly depositedBy: string;
  /** Whether commissioned experts see it; null where nobody chooses. */
  readonly shared: boolean | null;
  /** The version it replaces; null for the first. */
  readonly replacesId: string | null;
  readonly hasPreview: boolean;
  /** Taken back (« retirée »): such a row is for its own side and FTL alone. */
  readonly withdrawnAt: Instant | null;
  /** What the reader may do about it. */
  readonly actions: readonly (FileActionInput['action'] | 'replace')[];
  readonly size: number;
  readonly contentType: string;
  readonly createdAt: number;
  readonly sha256: string;
}

export interface LinkRow {
  readonly linkId: string;
  readonly url: string;
  readonly title: string;
  readonly byName: string;
  readonly at: Instant;
  readonly mayRemove: boolean;
}

export interface MissionView {
  readonly mission: Mission;
  /** What the reader is on this mission; null for who only looks. */
  readonly reader: Role | null;
  /** In whose name the page speaks. */
  readonly laureateId: string | null;
  readonly events: readonly MissionEvent[];
  readonly files: readonly FileRow[];
  /** The working folder's links; its files are among `files`, as pieces of kind `working`. */
  readonly links: readonly LinkRow[];
  /** Whether the reader may put a file or a link in the working folder. */
  readonly mayShare: boolean;
  /** For an expert alone: who else reads the dossiers that are open to it. */
  readonly otherExperts: readonly OtherExpert[];
  /** For a laureate that validated this mission: what it asked other experts for the same need, and waits still. */
  readonly sameNeed: readonly {
    readonly missionId: string;
    readonly expertName: string;
    readonly state: MissionState;
  }[];
  /** Messages of the others that the reader has not read. */
  readonly unreadMessages: number;
  readonly actions: readonly Availability[];
  /** The day before which an answer is expected; null when nobody is awaited, or only staff. */
  readonly expectedBefore: Day | null;
  /** For staff: what they may do in the name of each side, when it asks. Empty for everybody else. */
  readonly onBehalf: readonly {
    readonly laureateId: string | null;
    readonly name: string;
    readonly actions: readonly ActionName[];
  }[];
  /** The laureate's own amounts, and how what waits for its decision would be paid with what remains, explained. */
  readonly share: Share | null;
  /** Where its subsidy stands; what is pending is what this mission asks. */
  readonly balance: Position | null;
  readonly proposed: ProposedPayment | null;
  /** The whole devis: shown to the expert and staff, and to a laureate that shares it with nobody. */
  readonly submitted: SubmittedAmounts | null;
  readonly amounts: DevisAmounts | null;
  /** For staff: how each laureate's share is paid. Empty for everybody else. */
  readonly parts: readonly Share[];
  readonly warnings: readonly string[];
  /** Under which version of its scoping note each laureate takes part, and which is in force now. */
  readonly notes: readonly MissionNote[];
  readonly dossiers: readonly {
    readonly laureateId: string;
    readonly name: string;
    readonly open: boolean;
    /** Whether staff cut the reader's access, rather than its end. */
    readonly cut: boolean;
  }[];
  readonly invoices: MissionInvoices;
  readonly settings: ProgrammeSettings;
}

export interface MissionNote {
  readonly laureateId: string;
  readonly name: string;
  readonly version: number;
  readonly current: number;
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
