import type { TriggerName } from '../../domain/incidents/triggers.ts';

/**
 * What a trigger does, from the path of what it is about alone: an event, a sweep and a replay by staff do the same thing, on the document as it is
 * then. Why each may be done twice is in `domain/incidents/triggers.ts`. Each has a module of its own, so that a function starts with its own alone.
 */
export interface Work {
  readonly trigger: TriggerName;
  /** `subject`: path of what it is about. */
  readonly run: (subject: string) => Promise<void>;
}

/** The ids that `path` has where `pattern` names them. @throws Error when the path is not of that pattern: a fault of ours. */
export function idsIn(pattern: string, path: string): (name: string) => string {
  const [names, parts] = [pattern.split('/'), path.split('/')];
  const fits = names.length === parts.length && names.every((name, at) => name.startsWith('{') || name === parts[at]);
  return (name) => {
    const id = fits ? parts[names.indexOf(`{${name}}`)] : undefined;
    if (id === undefined) throw new TypeError(`this path is not of ${pattern}`);
    return id;
  };
}
