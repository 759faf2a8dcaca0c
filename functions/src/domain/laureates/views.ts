import type { JournalRow } from '../access/views.ts';
import type { MemberRole } from '../actor.ts';
import type { MissionRow } from '../missions/views.ts';
import type { Cents } from '../money.ts';
import type { Expected } from '../notifications/expected.ts';
import type { ProgrammeSettings } from '../programme/settings.ts';
import type { NoteInForce } from '../scoping-notes/views.ts';
import type { Position } from '../subsidy/position.ts';
import type { RecordActionName } from './facts.ts';
import type { LaureateStatus, LegalEntity, SharingOptIn, Standing } from './laureate.ts';
import type { TakeoverStage } from './takeover.ts';

/** Somebody to call, by name. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** What a transfer would move, shown before anybody confirms it. */
export interface TransferPlanView {
  readonly fromName: string;
  readonly intoName: string;
  readonly missions: readonly {
    readonly missionId: string;
    readonly need: string;
    readonly expertName: string;
    /** What it holds of the subsidy, and goes on holding on the other side. */
    readonly heldCents: Cents;
    /** Why it can't be carried over yet; null when it can. */
    readonly obstacle: string | null;
  }[];
  readonly remainingCents: Cents;
  /** What is settled stays where it was paid. */
  readonly settledCents: Cents;
  /** People who become members of the other one. */
  readonly people: readonly string[];
  /** What pressing does for this reader, and who proposed it, if somebody did. */
  readonly stage: TakeoverStage;
  readonly proposedBy: string | null;
}

/** A laureate's record as the team keeps it: who it is, where it stands, whom it calls, and what may be done about it. */
export interface LaureateFileView {
  readonly laureateId: string;
  readonly laureateName: string;
  readonly status: LaureateStatus;
  readonly standing: Standing | null;
  /** The newest last. */
  readonly legalEntities: readonly LegalEntity[];
  readonly referent: (Contact & { readonly uid: string }) | null;
  /** Who may be named; empty for who only reads. */
  readonly team: readonly { readonly uid: string; readonly name: string }[];
  /** What still runs, whatever its status: each is ended or finished by an act of its own. */
  readonly liveMissions: readonly MissionRow[];
  readonly actions: readonly RecordActionName[];
  /** What was done to this record, newest first. */
  readonly journal: readonly JournalRow[];
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
  /** What its missions expect of whoever reads, the longest waiting first; empty for who only looks. */
  readonly expected: readonly Expected[];
  /** Whom to call: the laureate's own referent, or the programme's contact while nobody was named. */
  readonly contact: ProgrammeSettings['contact'];
  readonly hasReferent: boolean;
  readonly status: LaureateStatus;
  readonly standing: Standing | null;
  readonly openToSharing: SharingOptIn | null;
  /** Null when a mission may be asked for, else why not. */
  readonly requestRefusal: string | null;
}
