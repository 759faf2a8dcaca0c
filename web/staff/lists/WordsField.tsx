import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../../common/field/TextField.tsx';

interface WordsFieldProps {
  readonly label: string;
  readonly words: string;
  readonly onWords: (words: string) => void;
}

const PAUSE_MS = 300;

/** What a list is searched for: asked once one has stopped typing, so that a word is one request. */
export function WordsField({ label, words, onWords }: WordsFieldProps) {
  const [typed, setTyped] = useState(words);
  const latest = useRef(onWords);
  latest.current = onWords;
  const asked = useRef(words);
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      latest.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Cleared by another control, or by the back button.
  useEffect(() => {
    if (words === asked.current) return;
    asked.current = words;
    setTyped(words);
  }, [words]);
  return <TextField id="words" label={label} type="search" optional value={typed} onInput={setTyped} maxLength={200} />;
}
