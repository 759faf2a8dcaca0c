import type { MatchedExpert } from '@sur-mesure/functions/domain/experts/matching';
import type { ExpertsForNeed } from '@sur-mesure/functions/domain/experts/views';
import { isRefusal } from '@sur-mesure/functions/domain/refusal';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Loading, useView } from '../loading/Loaded.tsx';

interface MatchesAsked {
  readonly laureateId: string;
  readonly subthemes: readonly string[];
  readonly chosenIds: readonly string[];
}

export interface Matches {
  /** The last page that came: it stays while the next one is on its way, so that nothing jumps under a finger. */
  readonly shown: ExpertsForNeed | undefined;
  readonly loading: Loading<ExpertsForNeed>;
  readonly words: string;
  readonly search: (words: string) => void;
  readonly turn: (page: number) => void;
  /** Everybody chosen that was met, wherever they stand now. */
  readonly chosen: readonly MatchedExpert[];
  /** The name of a company met so far, once the list is gone too. */
  readonly companyOf: (expertId: string) => string | undefined;
}

/** As long as a pause between two words typed, not longer. */
const PAUSE_MS = 350;

/** The experts that suit a need: asked anew when the need changes, when typing pauses, and for each page. */
export function useMatches({ laureateId, subthemes, chosenIds }: MatchesAsked): Matches {
  const [words, search] = useState('');
  const settled = useSettled(words);
  const need = JSON.stringify([subthemes, settled]);
  const [turned, setTurned] = useState({ need, page: 0 });
  const page = turned.need === need ? turned.page : 0;
  // Ticking asks nothing of the server: who is chosen is named with the next question, for the reasons to be those of the need as it is then.
  const namedIds = useMemo(() => chosenIds, [need, page]);
  const loading = useView({ name: 'expertsForNeed', laureateId, subthemes, words: settled, chosenIds: namedIds, page });
  const known = useRef(new Map<string, MatchedExpert>());
  const last = useRef<ExpertsForNeed>(undefined);
  const { answer } = loading;
  if (answer !== undefined && !isRefusal(answer)) {
    last.current = answer;
    for (const one of [...answer.chosen, ...answer.matches]) known.current.set(one.card.id, one);
  }
  return {
    shown: last.current,
    loading,
    words,
    search,
    turn: (next) => setTurned({ need, page: next }),
    chosen: chosenIds.flatMap((id) => known.current.get(id) ?? []),
    companyOf: (expertId) => known.current.get(expertId)?.card.company,
  };
}

function useSettled(words: string): string {
  const [settled, settle] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => settle(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
