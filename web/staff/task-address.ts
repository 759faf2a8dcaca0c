import type { WhoseTasks } from '@sur-mesure/functions/domain/staff/views';
import { namesOf, oneOf } from './lists/list-address.ts';

interface TasksAsked {
  readonly whose: WhoseTasks;
  /** The last task of the page before. */
  readonly after: string | null;
}

const words = {
  toutes: 'all',
  miennes: 'mine',
  personne: 'nobody',
  'plus-tard': 'later',
} as const satisfies Record<string, WhoseTasks>;

/** What the address of the team's home asks for. */
export function tasksIn(parameters: URLSearchParams): TasksAsked {
  const after = parameters.get('apres');
  return {
    whose: words[oneOf(namesOf(words), parameters.get('taches')) ?? 'toutes'],
    after: after !== null && /^[\w.-]{1,120}$/.test(after) ? after : null,
  };
}

export function tasksAddress({ whose, after }: TasksAsked): URLSearchParams {
  const parameters = new URLSearchParams();
  const word = namesOf(words).find((name) => words[name] === whose);
  if (word !== undefined && whose !== 'all') parameters.set('taches', word);
  if (after !== null) parameters.set('apres', after);
  return parameters;
}
