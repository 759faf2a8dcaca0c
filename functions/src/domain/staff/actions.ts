import { addDays, type Day, dayOf, formatDay, type Instant } from '../calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type StaffTask, taskKinds } from './tasks.ts';

/** What staff do to a selection, one answer an item. `done` is the sentence of an item that went well; missions say their own. */
export const staffActions = {
  assign: { label: 'Attribuer', done: 'Attribuée', on: 'tasks' },
  snooze: { label: 'Remettre à plus tard', done: 'Remise à plus tard', on: 'tasks' },
  close: { label: 'Marquer comme traité', done: 'Traitée', on: 'tasks' },
  remind: { label: 'Relancer', done: 'Relance envoyée', on: 'missions' },
  extend: { label: 'Accorder un délai', done: 'Délai accordé', on: 'missions' },
} as const satisfies Record<string, { label: string; done: string; on: 'tasks' | 'missions' }>;
export type StaffActionName = keyof typeof staffActions;

/** Ids of what is selected, at most a page of them. `until: null` and `assigneeUid: null` take back. */
export type StaffAction =
  | { readonly action: 'assign'; readonly ids: readonly string[]; readonly assigneeUid: string | null }
  | { readonly action: 'snooze'; readonly ids: readonly string[]; readonly until: Day | null }
  | { readonly action: 'close'; readonly ids: readonly string[] }
  | { readonly action: 'remind'; readonly ids: readonly string[] }
  | { readonly action: 'extend'; readonly ids: readonly string[]; readonly days: number; readonly reason: string };
export type TaskAction = Extract<StaffAction, { action: 'assign' | 'snooze' | 'close' }>;

export const MOST_ITEMS = 100;
const LONGEST_SNOOZE = 90;

/** What became of one item: done, or refused, each with its sentence. */
export interface ItemAnswer {
  readonly id: string;
  readonly done: boolean;
  readonly message: string;
}

export interface TaskMoment {
  readonly now: Instant;
  /** Of who acts. */
  readonly name: string;
  /** Of the team, those who may be given something to do. */
  readonly colleagues: readonly string[];
}

/** The task after the action, or why not. Pure: doing it again gives the same task. */
export function changedTask(task: StaffTask, action: TaskAction, moment: TaskMoment): StaffTask | Refusal {
  if (task.closedAt !== null) {
    return action.action === 'close'
      ? task
      : refuse('task-closed', `C’est déjà traité, par ${task.closedBy ?? 'l’équipe'}. Rien n’a été changé.`);
  }
  switch (action.action) {
    case 'assign':
      return action.assigneeUid === null || moment.colleagues.includes(action.assigneeUid)
        ? { ...task, assigneeUid: action.assigneeUid }
        : refuse('colleague-unknown', 'Cette personne ne fait pas, ou plus, partie de l’équipe. Rien n’a été changé.');
    case 'snooze':
      return snoozeRefusal(action.until, dayOf(moment.now)) ?? { ...task, snoozedUntil: action.until };
    case 'close':
      return taskKinds[task.kind].byHand
        ? { ...task, closedAt: moment.now, closedBy: moment.name }
        : refuse(
            'task-closes-itself',
            'Cette ligne disparaît d’elle-même une fois la chose faite : ouvrez sa page. Rien n’a été changé.',
          );
    default:
      return action satisfies never;
  }
}

/** Whether a task is shown on that day: what was put off comes back by itself. */
export function isShown(task: StaffTask, today: Day): boolean {
  return task.snoozedUntil === null || task.snoozedUntil <= today;
}

function snoozeRefusal(until: Day | null, today: Day): Refusal | null {
  if (until === null) return null;
  const last = addDays(today, LONGEST_SNOOZE);
  return until > today && until <= last
    ? null
    : refuse('snooze-invalid', `Choisissez un jour après aujourd’hui, et au plus tard le ${formatDay(last)}.`);
}
