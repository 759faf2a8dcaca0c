import type { LaureateStatus } from '../laureates/laureate.ts';
import type { MissionRow } from '../missions/views.ts';
import type { TerritoryKind } from '../programme/territories.ts';
import type { NoteAnswerKind } from '../scoping-notes/note.ts';
import type { Balance } from '../subsidy/ledger.ts';
import type { StaffTask } from './tasks.ts';

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
