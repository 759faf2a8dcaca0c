import type { StaffTask } from './tasks.ts';

/** Which of the open tasks are shown: those put off are apart, until their day. */
export const whoseTasks = {
  all: 'Toutes',
  mine: 'Les miennes',
  nobody: 'À personne encore',
  later: 'Remises à plus tard',
} as const;
export type WhoseTasks = keyof typeof whoseTasks;

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
  /** Whom a task may be given to. */
  readonly colleagues: readonly { readonly uid: string; readonly name: string }[];
}
