import type { ActionName, Command } from '@sur-mesure/functions/domain/missions/actions';
import type { MissionView } from '@sur-mesure/functions/domain/missions/views';
import { useState } from 'preact/hooks';
import { useDraft } from '../draft.ts';
import type { FieldError } from '../notice/Notice.tsx';
import { commandOf, nothingTyped, type Typed, typedErrors } from './typed-action.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

export interface TypedAction {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly change: (typed: Typed) => void;
  /** The command, or undefined when something is missing: `errors` says what, and the first field has the focus. */
  readonly command: () => Command | undefined;
  /** After success: the words are no longer needed. */
  readonly clear: () => void;
}

interface TypedActionOf {
  readonly action: ActionName;
  readonly view: MissionView;
  /** Uid of who is signed in: drafts of one person are not shown to another. */
  readonly person: string;
  /** What the page fills in for a start; the person may change it. */
  readonly filledIn?: Partial<Typed> | undefined;
}

/** What is typed for an action. The words are kept on the device until the action is taken: closing a window loses nothing. */
export function useTypedAction({ action, view, person, filledIn = {} }: TypedActionOf): TypedAction {
  const reason = useDraft(`${person}.${action}.${view.mission.id}`, filledIn.reason ?? '', isText);
  const [rest, setRest] = useState({ ...nothingTyped, ...filledIn });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const typed: Typed = { ...rest, reason: reason.value };
  return {
    typed,
    errors,
    change: (next) => {
      setRest(next);
      if (next.reason !== reason.value) reason.change(next.reason);
    },
    command: () => {
      const found = typedErrors(action, typed, view);
      setErrors(found);
      const [first] = found;
      if (first === undefined) return commandOf(action, typed, view);
      document.getElementById(first.fieldId)?.focus();
      return undefined;
    },
    clear: reason.clear,
  };
}
