import { useState } from 'preact/hooks';
import { useReturnToTop } from '../common/page/address.ts';

interface AskedAbout<Line> {
  /** The line that a dialog asks about. */
  readonly chosen: Line | undefined;
  readonly choose: (line: Line) => void;
  readonly close: () => void;
  /** What the last answer did, in the service’s own sentence. */
  readonly done: string | undefined;
  readonly finish: (words: string) => void;
}

/**
 * A list whose lines are each asked about in a dialog: what was done is then told at the top, and the list read again. The next line that is chosen takes
 * the sentence away, so that the same one, told twice, leads to the top twice.
 */
export function useAskedAbout<Line>(refresh: () => void): AskedAbout<Line> {
  const [chosen, setChosen] = useState<Line>();
  const [done, setDone] = useState<string>();
  useReturnToTop(done);
  const show = (line: Line | undefined, words: string | undefined) => {
    setChosen(line);
    setDone(words);
  };
  return {
    ...{ chosen, done },
    choose: (line) => show(line, undefined),
    close: () => show(undefined, undefined),
    finish: (words) => {
      show(undefined, words);
      refresh();
    },
  };
}
