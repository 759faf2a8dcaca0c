import type { ItemAnswer } from '@sur-mesure/functions/domain/staff/actions';
import { type StaffTask, type TaskKind, taskKindNames, taskKinds } from '@sur-mesure/functions/domain/staff/tasks';
import type { StaffHome, WhoseTasks } from '@sur-mesure/functions/domain/staff/views';
import { counted } from '../common/words/typography.ts';

export interface TaskGroup {
  readonly kind: TaskKind;
  readonly label: string;
  readonly tasks: readonly StaffTask[];
}

/** A page of tasks, kind by kind in the order of the table, the longest waiting first. */
export function groupsOf(tasks: readonly StaffTask[]): TaskGroup[] {
  return taskKindNames
    .map((kind) => ({ kind, label: taskKinds[kind].label, tasks: tasks.filter((task) => task.kind === kind) }))
    .filter((group) => group.tasks.length > 0);
}

/** « 3 choses à traiter, dont 1 à vous. » */
export function summaryOf({ waiting, mine }: Pick<StaffHome, 'waiting' | 'mine'>): string {
  if (waiting === 0) return 'Inscriptions, échéances dépassées et missions suspendues arrivent ici.';
  return mine === 0
    ? `${counted(waiting, 'chose')} à traiter.`
    : `${counted(waiting, 'chose')} à traiter, dont ${mine} à vous.`;
}

export const emptyWords = {
  all: 'Rien n’attend l’équipe.',
  mine: 'Rien ne vous est attribué.',
  nobody: 'Tout ce qui attend est attribué.',
  later: 'Rien n’est remis à plus tard.',
} as const satisfies Record<WhoseTasks, string>;

/** What became of a selection: how many went well, and each that did not with its sentence. */
export interface SelectionVerdict {
  readonly tone: 'success' | 'warning';
  readonly sentence: string;
  readonly refused: readonly { readonly name: string; readonly message: string }[];
}

export function verdictOf(items: readonly ItemAnswer[], nameOf: (id: string) => string): SelectionVerdict {
  const refused = items.filter(({ done }) => !done).map(({ id, message }) => ({ name: nameOf(id), message }));
  const done = items.length - refused.length;
  const first = items.find((item) => item.done)?.message ?? '';
  const sentence =
    done === 0 ? 'Rien n’a été fait.' : done === 1 ? `${first}.` : `${first}, pour ${counted(done, 'ligne')}.`;
  if (refused.length === 0) return { tone: 'success', sentence, refused };
  return {
    tone: 'warning',
    sentence: `${sentence} ${counted(refused.length, 'ligne refusée', 'lignes refusées')} :`,
    refused,
  };
}
