import type { Day, Instant } from '../calendar.ts';
import type { Answers } from '../forms/form.ts';
import type { Devis } from '../subsidy/share.ts';
import type { ActionName } from './actions.ts';
import type { LiveState, MissionState } from './states.ts';

/** What every party may read of a mission. No amount is here: each laureate's are in its own share. */
export type Mission = MissionCore & Stage;

export interface MissionCore {
  readonly id: string;
  readonly needId: string;
  readonly need: string;
  readonly subthemes: readonly string[];
  /** Sub-themes asked for that the scoping note does not name: a warning, not a refusal. */
  readonly outsideNote: readonly string[];
  readonly expert: MissionExpert;
  readonly participants: Readonly<Record<string, Participant>>;
  /** Ids of the laureates it is open to (asked, taking part, or gone after taking part), for rules and queries. */
  readonly laureateIds: readonly string[];
  readonly since: Instant;
  readonly createdAt: Instant;
  readonly lastReminderAt: Instant | null;
  /** Nobody is reminded before that day, which somebody awaited (or staff) chose; the deadline stays. Gone when the mission moves. */
  readonly remindersFrom: Day | null;
  /** Staff granted time: the deadline is not before this day, and everything counts from it. Gone when the mission moves. */
  readonly extendedUntil: Day | null;
  readonly extendedAt: Instant | null;
  /** When the system saw the deadline pass and gave staff a task. Gone when the mission moves or is given time. */
  readonly deadlinePassedAt: Instant | null;
  /** When the sweep must look at it again (`timers.ts`); null when time does nothing to it. */
  readonly dueOn: Day | null;
  /** Versions handed in so far, retracted ones and amendments in force included: the next is `versions + 1`. */
  readonly versions: number;
  readonly amendments: number;
  readonly openAmendment: OpenAmendment | null;
  readonly reopened: number;
  readonly validatedAt: Instant | null;
  /** Where it stood when it was closed or ended early: where reopening leads. */
  readonly closedFrom: MissionState | null;
  readonly successorId: string | null;
  /** The ended mission whose need this one takes up; absent when it follows none. */
  readonly predecessorId?: string | null | undefined;
  readonly events: number;
}

export interface MissionExpert {
  readonly expertId: string;
  readonly name: string;
  /** Each declaration opens the dossiers of the laureates it names to the person who made it. */
  readonly declarations: readonly Declaration[];
}

export interface Declaration {
  readonly uid: string;
  readonly name: string;
  readonly at: Instant;
  readonly laureateIds: readonly string[];
  /** When that person stopped following the mission; null while it does. Kept: the journal of who could read. */
  readonly endedAt: Instant | null;
}

export interface Participant {
  readonly laureateId: string;
  readonly name: string;
  readonly status: 'requested' | 'proposed' | 'joined' | 'declined' | 'left';
  readonly noteVersion: number | null;
  readonly validated: boolean;
  readonly confirmed: boolean;
  readonly feedbackGiven: boolean;
  /** When it left a shared mission: what is handed in from then on is not for it. Null while it takes part. */
  readonly leftAt: Instant | null;
}

/** What the expert handed in, without amounts. */
export interface Submission {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  readonly diagnostic: HandedDocument;
  readonly devis: Devis;
  readonly plannedStart: Day;
  readonly plannedEnd: Day;
}

/** Filled on line (answers to a version of the form; the PDF is made from them) or the expert's own PDF. `fileId` names the PDF either way. */
export type HandedDocument =
  | { readonly kind: 'form'; readonly formVersion: number; readonly answers: Answers; readonly fileId: string }
  | { readonly kind: 'file'; readonly fileId: string };

export interface Report {
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly document: HandedDocument;
}

export interface OpenAmendment {
  readonly number: number;
  readonly at: Instant;
  readonly devis: Devis;
  readonly reason: string;
  readonly validatedBy: readonly string[];
}

/** The stages of a life: each has only what it can have, so that a validation without a devis can't be written. */
export type Stage =
  | {
      readonly state: 'awaiting_expert' | 'awaiting_diagnostic' | 'declined' | 'expired';
      readonly submission: null;
      readonly report: null;
      readonly heldFrom: null;
    }
  | {
      readonly state: 'awaiting_validation' | 'awaiting_correction' | 'refused';
      readonly submission: Submission;
      readonly report: null;
      readonly heldFrom: null;
    }
  | {
      readonly state: 'awaiting_report';
      readonly submission: Submission;
      readonly report: Report | null;
      readonly heldFrom: null;
    }
  | {
      readonly state: 'awaiting_confirmation';
      readonly submission: Submission;
      readonly report: Report;
      readonly heldFrom: null;
    }
  | {
      readonly state: 'closed';
      readonly submission: Submission;
      readonly report: Report | null;
      readonly heldFrom: null;
    }
  | {
      readonly state: 'on_hold';
      readonly submission: Submission | null;
      readonly report: Report | null;
      readonly heldFrom: Exclude<LiveState, 'on_hold'>;
    }
  | {
      readonly state: 'cancelled' | 'ended_early';
      readonly submission: Submission | null;
      readonly report: Report | null;
      readonly heldFrom: null;
    };

/** One line of a mission's journal. It carries no amount: amounts are in shares, entries and proofs. */
export interface MissionEvent {
  readonly number: number;
  readonly action: ActionName;
  readonly at: Instant;
  readonly by: {
    readonly uid: string;
    readonly kind: 'laureate' | 'expert' | 'staff' | 'system';
    readonly name: string;
  };
  /** Set when staff act in somebody's name. */
  readonly onBehalfOf: string | null;
  /** « Anne Le Goff, par téléphone »: who asked staff to, and how. Absent from what nobody was asked. */
  readonly askedBy?: string | null | undefined;
  readonly laureateId: string | null;
  readonly from: MissionState | null;
  readonly to: MissionState;
  readonly version: number;
  readonly reason: string | null;
  readonly settingsVersion: number;
  /** Of what its person decided; absent of what makes none, and from lines of before it was said. */
  readonly proofId?: string | undefined;
}

/** A line of the journal that no action of the table wrote: staff made of one laureate another one's, and its missions follow. */
export interface CarriedOver extends Omit<MissionEvent, 'action'> {
  readonly action: 'carriedOver';
  /** As both were called then. */
  readonly fromName: string;
  readonly intoName: string;
}

/** What the journal of a mission holds. */
export type JournalEntry = MissionEvent | CarriedOver;

/** Who follows the mission for the expert's company: those whose declaration stands, each once. */
export function followers(mission: MissionCore): { readonly uid: string; readonly name: string }[] {
  const standing = mission.expert.declarations.filter(({ endedAt }) => endedAt === null);
  return [...new Map(standing.map(({ uid, name }) => [uid, { uid, name }])).values()];
}

export function activeParticipants(mission: MissionCore): Participant[] {
  return Object.values(mission.participants).filter(({ status }) => status === 'requested' || status === 'joined');
}

/** Laureates that left a shared mission, and when. Gone at an unknown instant, one keeps reading nothing: closed rather than open. */
export function departures(mission: MissionCore): Readonly<Record<string, Instant>> {
  const gone = Object.values(mission.participants).filter(({ status }) => status === 'left');
  return Object.fromEntries(gone.map(({ laureateId, leftAt }) => [laureateId, leftAt ?? mission.createdAt]));
}

/** When a file in force was handed in; null for one that is not in force, whose own date says when it came. */
export function handedInAt(mission: Mission, fileId: string): Instant | null {
  const { submission, report, openAmendment } = mission;
  if (submission && [submission.devis.fileId, submission.diagnostic.fileId].includes(fileId)) return submission.at;
  if (report?.document.fileId === fileId) return report.at;
  return openAmendment?.devis.fileId === fileId ? openAmendment.at : null;
}

/** What is kept of the submission and report when a mission enters a state. */
interface Pieces {
  readonly submission: Submission | null;
  readonly report: Report | null;
  readonly heldFrom: LiveState | null;
}

/** Builds the stage of `state` from the pieces at hand; a missing piece is a fault of the table, so it throws. */
export function stageOf(state: MissionState, pieces: Pieces): Stage {
  const { submission, report, heldFrom } = pieces;
  switch (state) {
    case 'awaiting_expert':
    case 'awaiting_diagnostic':
    case 'declined':
    case 'expired':
      return { state, submission: null, report: null, heldFrom: null };
    case 'awaiting_validation':
    case 'awaiting_correction':
    case 'refused':
      return { state, submission: present(submission, state), report: null, heldFrom: null };
    case 'awaiting_report':
    case 'closed':
      return { state, submission: present(submission, state), report, heldFrom: null };
    case 'awaiting_confirmation':
      return { state, submission: present(submission, state), report: present(report, state), heldFrom: null };
    case 'on_hold':
      if (heldFrom === null || heldFrom === 'on_hold') throw new Error('a mission is held from a waiting state');
      return { state, submission, report, heldFrom };
    case 'cancelled':
    case 'ended_early':
      return { state, submission, report, heldFrom: null };
    default:
      return state satisfies never;
  }
}

function present<Piece>(piece: Piece | null, state: MissionState): Piece {
  if (piece === null) throw new Error(`a mission in ${state} needs what was handed in`);
  return piece;
}
