import { useEffect, useState } from 'preact/hooks';

/** What the last view of a home said from the team: each answer carries it, so that no page asks for it. */
let known: string | undefined;
const listeners = new Set<(word: string | undefined) => void>();

export function tellWord(word: string | undefined): void {
  known = word;
  for (const listener of listeners) listener(word);
}

/** Undefined while the team has nothing to say. */
export function useWord(): string | undefined {
  const [word, setWord] = useState(known);
  useEffect(() => {
    // What was told between the first drawing and now.
    setWord(known);
    listeners.add(setWord);
    return () => {
      listeners.delete(setWord);
    };
  }, []);
  return word;
}
