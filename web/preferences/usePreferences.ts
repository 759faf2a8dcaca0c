import type { MailChanges, MailPreferences } from '@sur-mesure/functions/domain/notifications/choosing';
import type { MailName } from '@sur-mesure/functions/domain/notifications/mails';
import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../common/api/call.ts';
import { ChangeQueue, type Outcome } from './change-queue.ts';
import { undoOf } from './changes.ts';

/** Where a change was made: beside one mail, or for all of them. */
export type Place = MailName | 'all';

/** The last change: where it was made, what takes it back, and what became of it. */
interface Change {
  readonly place: Place;
  readonly undo: MailChanges;
  readonly isUndo: boolean;
}

export interface Choosing {
  readonly answer: MailPreferences | Refusal | undefined;
  readonly told: (Change & { readonly outcome: Outcome }) | undefined;
  readonly change: (place: Place, changes: MailChanges) => void;
  readonly undo: () => void;
  readonly reload: () => void;
}

/** The choices of whom `link` names, or of who is signed in. Each change is shown at once, and saved at once. */
export function usePreferences(link: string | null): Choosing {
  const [answer, setAnswer] = useState<MailPreferences | Refusal>();
  const [outcome, setOutcome] = useState<Outcome>('saving');
  const [last, setLast] = useState<Change>();
  const [attempt, setAttempt] = useState(0);
  const queue = useRef<ChangeQueue | null>(null);
  // `attempt` asks again.
  useEffect(() => {
    const stop = new AbortController();
    setAnswer(undefined);
    call('mailPreferences', { link, changes: {} }, { signal: stop.signal }).then((first) => {
      if (stop.signal.aborted) return;
      const show = (preferences: MailPreferences, became: Outcome) => {
        setAnswer(preferences);
        setOutcome(became);
      };
      const send = (changes: MailChanges) => call('mailPreferences', { link, changes });
      queue.current = isRefusal(first) ? null : new ChangeQueue(first, send, show);
      setAnswer(first);
    });
    return () => stop.abort();
  }, [link, attempt]);
  const make = (place: Place, changes: MailChanges, isUndo: boolean) => {
    if (queue.current === null) return;
    setLast({ place, undo: undoOf(queue.current.shown, changes), isUndo });
    void queue.current.add(changes);
  };
  return {
    answer,
    told: last && { ...last, outcome },
    change: (place, changes) => make(place, changes, false),
    undo: () => last && make(last.place, last.undo, true),
    reload: () => setAttempt((count) => count + 1),
  };
}
