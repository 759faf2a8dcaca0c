import type { StaffTask, TaskKind } from './tasks.ts';

/** Which of the open tasks are shown: those put off are apart, until their day. */
export const whoseTasks = {
  all: 'Toutes',
  mine: 'Les miennes',
  nobody: 'À personne encore',
  later: 'Remises à plus tard',
} as const;
export type WhoseTasks = keyof typeof whoseTasks;

export interface TasksAsked {
  readonly whose: WhoseTasks;
  /** Only those of this kind; absent for all. */
  readonly kind?: TaskKind | undefined;
  /** The id of the last task of the page before. */
  readonly after: string | null;
}

export interface StaffHome {
  /** False for an observer, who reads and never acts. */
  readonly acts: boolean;
  /** A page of what waits for the team, oldest first. */
  readonly tasks: readonly StaffTask[];
  /** The mark of the tasks after these; null when there are none. */
  readonly next: string | null;
  /** Of all that waits, on every page: what is shown today, what of it is the reader's, and what was put off. */
  readonly waiting: number;
  readonly mine: number;
  readonly later: number;
  /** How many of what is shown today are of each kind, what stops somebody first; those of which there is none are left out. */
  readonly kinds: readonly { readonly kind: TaskKind; readonly count: number }[];
  /** Whom a task may be given to. */
  readonly colleagues: readonly { readonly uid: string; readonly name: string }[];
}
