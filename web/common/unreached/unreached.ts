import type { UnreachedReader } from '@sur-mesure/functions/domain/people/address-problem';
import { useEffect, useState } from 'preact/hooks';

/** What the last view said of its reader's address: each answer carries it, so that no page asks for it. */
let known: UnreachedReader | undefined;
const listeners = new Set<(unreached: UnreachedReader | undefined) => void>();

export function tellUnreached(unreached: UnreachedReader | undefined): void {
  known = unreached;
  for (const listener of listeners) listener(unreached);
}

/** Undefined while mails reach whoever is signed in, as far as the server knows. */
export function useUnreached(): UnreachedReader | undefined {
  const [unreached, setUnreached] = useState(known);
  useEffect(() => {
    // What was told between the first drawing and now.
    setUnreached(known);
    listeners.add(setUnreached);
    return () => {
      listeners.delete(setUnreached);
    };
  }, []);
  return unreached;
}
