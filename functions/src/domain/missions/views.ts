import type { FileActionInput } from '../api.ts';
import type { Day, Instant } from '../calendar.ts';
import type { PieceKind } from '../dossiers/pieces.ts';
import type { Form, FormName } from '../forms/form.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { ProofRow } from '../proofs/rows.ts';
import type { Position } from '../subsidy/position.ts';
import type { DevisAmounts, Share, SubmittedAmounts } from '../subsidy/share.ts';
import type { MissionInvoices } from '../subsidy/views.ts';
import type { ActionName } from './actions.ts';
import type { Availability } from './decide.ts';
import type { Role } from './facts.ts';
import type { JournalEntry, Mission } from './mission.ts';
import type { ProposedPayment } from './proposal.ts';
import type { ShownReminders } from './reminding.ts';
import type { MissionState } from './states.ts';
import type { VersionChanges } from './version-changes.ts';

/** Another expert of the same laureate; of its contact, what it publishes. */
export interface OtherExpert {
  readonly laureateName: string;
  readonly company: string;
  readonly subthemes: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
}

export interface MissionRow {
  readonly missionId: string;
  readonly state: MissionState;
  readonly since: number;
  /** When whoever is awaited was last reminded, in the lists of an expert and of staff; null when nobody was since it waits so. */
  readonly lastReminderAt: Instant | null;
  readonly needId: string;
  readonly need: string;
  readonly subthemes: readonly string[];
  readonly expertName: string;
  readonly laureateNames: readonly string[];
  /** The reader's own share; null where it has none to see. */
  readonly shareCents: number | null;
  /** Whether the devis is validated: by the reader, in a laureate's list; by all, in the others. */
  readonly validated: boolean;
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
  /** The version of the template that printed it, 0 for ours; null of a deposit. */
  readonly templateVersion: number | null;
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
  readonly events: readonly JournalEntry[];
  readonly files: readonly FileRow[];
  /** The working folder's links; its files are among `files`, as pieces of kind `working`. */
  readonly links: readonly LinkRow[];
  /** What was decided without a paper of its own (a service, an amendment, an end), of the laureates whose proofs the reader may have. */
  readonly proofs: readonly ProofRow[];
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
  /** Who is reminded, when last and when next; null where nobody is. */
  readonly reminders: ShownReminders | null;
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
  /** For a laureate that is to decide: what this version says otherwise than the one it knows; null where there is none to compare with. */
  readonly changes: VersionChanges | null;
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
  /** In force, of what this reader may answer now. */
  readonly forms: Readonly<Partial<Record<FormName, Form>>>;
  /** The one that the diagnostic answers; null of a PDF, or before there is one. */
  readonly diagnosticForm: Form | null;
  readonly settings: ProgrammeSettings;
}

export interface MissionNote {
  readonly laureateId: string;
  readonly name: string;
  readonly version: number;
  readonly current: number;
}
