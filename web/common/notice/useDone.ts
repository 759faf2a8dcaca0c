import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { returnToTop } from '../page/address.ts';

interface Done {
  /** Of the part of the page whose actions these are: it takes the focus. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What the last one did, for a `DoneNotice` under the heading. */
  readonly done: string | undefined;
  readonly say: (message: string) => void;
}

/** What an action of a dialog did, and the focus where that is said. `alone`: the page is about nothing else, whose own title then takes it. */
export function useDone(alone = false): Done {
  const heading = useRef<HTMLHeadingElement>(null);
  const [done, setDone] = useState<{ readonly message: string }>();
  useEffect(() => {
    // Once the dialog is gone: the button it gives the focus back to may not outlive what it did.
    if (done === undefined) return;
    if (alone) returnToTop();
    else heading.current?.focus();
  }, [done, alone]);
  return { heading, done: done?.message, say: (message) => setDone({ message }) };
}
