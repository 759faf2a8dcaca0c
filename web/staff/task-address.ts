import { TASK_MARK } from '@sur-mesure/functions/domain/staff/task-mark';
import { taskKindNames } from '@sur-mesure/functions/domain/staff/tasks';
import type { TasksAsked, WhoseTasks } from '@sur-mesure/functions/domain/staff/views';
import { namesOf, oneOf } from './lists/list-address.ts';

const words = {
  toutes: 'all',
  miennes: 'mine',
  personne: 'nobody',
  'plus-tard': 'later',
} as const satisfies Record<string, WhoseTasks>;

/** What the address of the team's home asks for. */
export function tasksIn(parameters: URLSearchParams): TasksAsked {
  const after = parameters.get('apres');
  const kind = oneOf(taskKindNames, parameters.get('nature'));
  return {
    ...(kind === null ? {} : { kind }),
    whose: words[oneOf(namesOf(words), parameters.get('taches')) ?? 'toutes'],
    after: after !== null && TASK_MARK.test(after) ? after : null,
  };
}

export function tasksAddress({ whose, kind, after }: TasksAsked): URLSearchParams {
  const parameters = new URLSearchParams();
  const word = namesOf(words).find((name) => words[name] === whose);
  if (word !== undefined && whose !== 'all') parameters.set('taches', word);
  if (kind !== undefined) parameters.set('nature', kind);
  if (after !== null) parameters.set('apres', after);
  return parameters;
}
