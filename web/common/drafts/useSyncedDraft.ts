import { useEffect, useRef, useState } from 'preact/hooks';
import { type Draft, useDraft } from '../draft.ts';
import { type DraftShelf, DraftSync } from './draft-sync.ts';

/** A pause of whoever types. */
const PAUSE = 3_000;
/** How often somebody who has the page before their eyes is told of the others. */
const LOOK_AGAIN = 60_000;

export interface SyncedDraft<Value> extends Draft<Value> {
  /** Null where this device alone keeps it. */
  readonly sync: DraftSync | null;
  /** False while the server is asked, on arrival, whether there is a later text. */
  readonly arrived: boolean;
  /** Forgets what this device holds and saves there no more, leaving what is kept there alone: it is somebody else's, say. */
  readonly leave: () => void;
  /** A text of the server as a value of the form; null for one of another shape. */
  readonly read: (text: string) => Value | null;
}

interface Kept<Value> {
  readonly key: string;
  readonly initial: Value;
  readonly accepts: (value: unknown) => value is Value;
  readonly shelf: DraftShelf | null;
}

/** A form's value, kept on this device with each key press and on the server at each pause, so that another device goes on with it. */
export function useSyncedDraft<Value>({ key, initial, accepts, shelf }: Kept<Value>): SyncedDraft<Value> {
  const draft = useDraft(key, initial, accepts);
  const [, redraw] = useState(0);
  const [touched, setTouched] = useState(false);
  const read = (text: string) => valueIn(text, accepts);
  const [sync, setSync] = useState(() => {
    const onText = (text: string) => {
      const value = read(text);
      if (value !== null) draft.change(value);
      return value !== null;
    };
    const ties = { storage: localStorage, key, now: Date.now, onText, onChange: () => redraw((count) => count + 1) };
    return shelf && new DraftSync({ ...ties, shelf });
  });
  const pause = useRef<number>(undefined);
  useEffect(() => {
    // A text found on this device alone is saved at once, before anything is typed.
    void sync?.arrive(draft.restoredFrom === undefined ? null : JSON.stringify(draft.value)).then(() => sync.save());
    return () => clearTimeout(pause.current);
  }, []);
  useSaving(sync);
  return {
    ...draft,
    // What was found on arrival is of no use any more once it is gone on with.
    restoredFrom: touched ? undefined : (sync?.found?.savedAt ?? draft.restoredFrom),
    restoredBy: sync?.found?.byName ?? null,
    sync,
    read,
    arrived: sync === null || sync.state.kind !== 'arriving',
    change: (value) => {
      setTouched(true);
      draft.change(value);
      sync?.typed(JSON.stringify(value));
      clearTimeout(pause.current);
      pause.current = window.setTimeout(() => void sync?.save(), PAUSE);
    },
    leave: () => {
      setTouched(true);
      clearTimeout(pause.current);
      sync?.leave();
      setSync(null);
      draft.clear();
      draft.show(initial);
    },
    clear: () => {
      clearTimeout(pause.current);
      draft.clear();
      void sync?.forget();
    },
  };
}

/** Saved when the page is left or hidden, and when the network is back. */
function useSaving(sync: DraftSync | null): void {
  useEffect(() => {
    if (sync === null) return;
    const save = () => void sync.save();
    const hidden = () => {
      if (document.visibilityState === 'hidden') save();
      else void sync.tick();
    };
    const look = setInterval(() => {
      if (document.visibilityState === 'visible') void sync.tick();
    }, LOOK_AGAIN);
    document.addEventListener('visibilitychange', hidden);
    addEventListener('online', save);
    addEventListener('pagehide', save);
    return () => {
      // Another view of the same page: what was typed last leaves with it.
      save();
      clearInterval(look);
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('online', save);
      removeEventListener('pagehide', save);
    };
  }, [sync]);
}

function valueIn<Value>(text: string, accepts: (value: unknown) => value is Value): Value | null {
  try {
    const value: unknown = JSON.parse(text);
    return accepts(value) ? value : null;
  } catch {
    return null;
  }
}
